using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What Teams adds to an activity: read it with <see cref="Activity.GetChannelData{TypeT}"/>.</summary>
public class TeamsChannelData
{
    public TeamsChannelData()
    {
    }

    [JsonProperty("eventType")]
    public string EventType { get; set; }

    [JsonProperty("team")]
    public TeamInfo Team { get; set; }

    [JsonProperty("notification")]
    public NotificationInfo Notification { get; set; }

    [JsonProperty("tenant")]
    public TenantInfo Tenant { get; set; }

    [JsonExtensionData]
    public IDictionary<string, object> AdditionalProperties { get; set; } = new Dictionary<string, object>();
}

public class TenantInfo
{
    public TenantInfo()
    {
    }

    public TenantInfo(string id = null) => Id = id;

    [JsonProperty("id")]
    public string Id { get; set; }
}

public class TeamInfo
{
    public TeamInfo()
    {
    }

    public TeamInfo(string id = null, string name = null)
    {
        Id = id;
        Name = name;
    }

    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonProperty("aadGroupId")]
    public string AadGroupId { get; set; }
}

public class NotificationInfo
{
    public NotificationInfo()
    {
    }

    public NotificationInfo(bool? alert = null) => Alert = alert;

    /// <summary>True shows a banner and an entry in the activity feed.</summary>
    [JsonProperty("alert")]
    public bool? Alert { get; set; }
}
