using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>How a card that somebody looks at brings itself up to date.</summary>
/// <remarks>https://adaptivecards.io/explorer/Refresh.html</remarks>
public class AdaptiveRefresh
{
    public AdaptiveExecuteAction Action { get; set; }

    /// <summary>The Teams ids of up to 60 people for whom it does so unasked; written even when empty.</summary>
    public List<string> UserIds { get; set; } = [];

    internal void Write(JsonWriter json)
    {
        json.WriteStartObject();
        if (Action is not null)
        {
            json.WritePropertyName("action");
            Action.Write(json);
        }
        json.PutList("userIds", UserIds, static (id, json) => json.WriteValue(id));
        json.WriteEndObject();
    }
}
