using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The value of an adaptiveCard/action invoke. Its trigger is only on the activity's own value.</summary>
public class AdaptiveCardInvokeValue
{
    [JsonProperty("action")]
    public AdaptiveCardInvokeAction Action { get; set; }

    [JsonProperty("state")]
    public string State { get; set; }
}

public class AdaptiveCardInvokeAction
{
    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("verb")]
    public string Verb { get; set; }

    /// <summary>A JObject of the card's data and the inputs, or null.</summary>
    [JsonProperty("data")]
    public object Data { get; set; }
}

/// <summary>The answer to an adaptiveCard/action: a card, a message or an error, told apart by its type.</summary>
public class AdaptiveCardInvokeResponse
{
    [JsonProperty("statusCode")]
    public int StatusCode { get; set; }

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonProperty("value")]
    public object Value { get; set; }
}
