using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Whom to open a conversation with.</summary>
public class ConversationParameters
{
    public ConversationParameters()
    {
    }

    public ConversationParameters(
        bool? isGroup = null, ChannelAccount bot = null, IList<ChannelAccount> members = null,
        string topicName = null, Activity activity = null, object channelData = null, string tenantId = null)
    {
        IsGroup = isGroup;
        Bot = bot;
        Members = members;
        TopicName = topicName;
        Activity = activity;
        ChannelData = channelData;
        TenantId = tenantId;
    }

    [JsonProperty("isGroup")]
    public bool? IsGroup { get; set; }

    [JsonProperty("bot")]
    public ChannelAccount Bot { get; set; }

    [JsonProperty("members")]
    public IList<ChannelAccount> Members { get; set; }

    [JsonProperty("topicName")]
    public string TopicName { get; set; }

    /// <summary>A first message. Channels may drop it: create first, then send.</summary>
    [JsonProperty("activity")]
    public Activity Activity { get; set; }

    [JsonProperty("channelData")]
    public object ChannelData { get; set; }

    [JsonProperty("tenantId")]
    public string TenantId { get; set; }
}
