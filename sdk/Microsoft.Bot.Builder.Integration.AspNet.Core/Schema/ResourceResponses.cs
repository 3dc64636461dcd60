using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The id that the channel gave to a sent activity; null when it gave none.</summary>
public class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string id = null) => Id = id;

    [JsonProperty("id")]
    public string Id { get; set; }
}

public class ConversationResourceResponse
{
    public ConversationResourceResponse()
    {
    }

    public ConversationResourceResponse(string activityId = null, string serviceUrl = null, string id = null)
    {
        ActivityId = activityId;
        ServiceUrl = serviceUrl;
        Id = id;
    }

    [JsonProperty("activityId")]
    public string ActivityId { get; set; }

    [JsonProperty("serviceUrl")]
    public string ServiceUrl { get; set; }

    [JsonProperty("id")]
    public string Id { get; set; }
}
