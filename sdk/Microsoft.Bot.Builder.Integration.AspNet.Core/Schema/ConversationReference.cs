using System.Globalization;
using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>What is needed to write to a conversation later.</summary>
public class ConversationReference
{
    public ConversationReference()
    {
    }

    public ConversationReference(
        string activityId = null, ChannelAccount user = null, ChannelAccount bot = null,
        ConversationAccount conversation = null, string channelId = null, string serviceUrl = null)
    {
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        ServiceUrl = serviceUrl;
    }

    public ConversationReference(
        CultureInfo locale, string activityId = null, ChannelAccount user = null, ChannelAccount bot = null,
        ConversationAccount conversation = null, string channelId = null, string serviceUrl = null)
        : this(activityId, user, bot, conversation, channelId, serviceUrl) => Locale = locale?.Name;

    [JsonProperty("activityId")]
    public string ActivityId { get; set; }

    [JsonProperty("user")]
    public ChannelAccount User { get; set; }

    [JsonProperty("bot")]
    public ChannelAccount Bot { get; set; }

    [JsonProperty("conversation")]
    public ConversationAccount Conversation { get; set; }

    [JsonProperty("channelId")]
    public string ChannelId { get; set; }

    [JsonProperty("locale")]
    public string Locale { get; set; }

    [JsonProperty("serviceUrl")]
    public string ServiceUrl { get; set; }

    /// <summary>The event that stands for the missing incoming activity of a proactive turn.</summary>
    public Activity GetContinuationActivity() => new()
    {
        Type = ActivityTypes.Event,
        Name = "ContinueConversation",
        Id = ActivityId ?? Guid.NewGuid().ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
