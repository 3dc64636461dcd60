using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>
/// One message of the Bot Framework protocol, in either direction
/// (https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md).
/// Fields without a property here are kept in <see cref="Properties"/> and written back.
/// </summary>
public partial class Activity :
    IConversationUpdateActivity, IInstallationUpdateActivity, IMessageActivity, IInvokeActivity
{
    [JsonProperty("type")]
    public virtual string Type { get; set; }

    [JsonProperty("id")]
    public virtual string Id { get; set; }

    [JsonProperty("timestamp")]
    public virtual DateTimeOffset? Timestamp { get; set; }

    [JsonProperty("localTimestamp")]
    public virtual DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>An IANA name, such as Europe/London.</summary>
    [JsonProperty("localTimezone")]
    public string LocalTimezone { get; set; }

    [JsonProperty("callerId")]
    public string CallerId { get; set; }

    /// <summary>Where answers go: the base address of the channel's connector.</summary>
    [JsonProperty("serviceUrl")]
    public virtual string ServiceUrl { get; set; }

    [JsonProperty("channelId")]
    public virtual string ChannelId { get; set; }

    [JsonProperty("from")]
    public virtual ChannelAccount From { get; set; }

    [JsonProperty("conversation")]
    public virtual ConversationAccount Conversation { get; set; }

    [JsonProperty("recipient")]
    public virtual ChannelAccount Recipient { get; set; }

    [JsonProperty("textFormat")]
    public virtual string TextFormat { get; set; }

    [JsonProperty("attachmentLayout")]
    public virtual string AttachmentLayout { get; set; }

    [JsonProperty("membersAdded")]
    public virtual IList<ChannelAccount> MembersAdded { get; set; }

    [JsonProperty("membersRemoved")]
    public virtual IList<ChannelAccount> MembersRemoved { get; set; }

    [JsonProperty("topicName")]
    public virtual string TopicName { get; set; }

    [JsonProperty("historyDisclosed")]
    public virtual bool? HistoryDisclosed { get; set; }

    [JsonProperty("locale")]
    public virtual string Locale { get; set; }

    [JsonProperty("text")]
    public virtual string Text { get; set; }

    [JsonProperty("speak")]
    public virtual string Speak { get; set; }

    [JsonProperty("inputHint")]
    public virtual string InputHint { get; set; }

    /// <summary>What a notification shows instead of the cards.</summary>
    [JsonProperty("summary")]
    public virtual string Summary { get; set; }

    [JsonProperty("attachments")]
    public virtual IList<Attachment> Attachments { get; set; }

    [JsonProperty("entities")]
    public virtual IList<Entity> Entities { get; set; }

    [JsonProperty("channelData")]
    public virtual object ChannelData { get; set; }

    /// <summary>Of an installationUpdate: add or remove, with the suffix -upgrade for a new version.</summary>
    [JsonProperty("action")]
    public virtual string Action { get; set; }

    [JsonProperty("replyToId")]
    public virtual string ReplyToId { get; set; }

    [JsonProperty("label")]
    public virtual string Label { get; set; }

    [JsonProperty("valueType")]
    public virtual string ValueType { get; set; }

    /// <summary>A JObject when it came over the wire as an object.</summary>
    [JsonProperty("value")]
    public virtual object Value { get; set; }

    [JsonProperty("name")]
    public virtual string Name { get; set; }

    [JsonProperty("relatesTo")]
    public virtual ConversationReference RelatesTo { get; set; }

    [JsonProperty("code")]
    public virtual string Code { get; set; }

    [JsonProperty("expiration")]
    public virtual DateTimeOffset? Expiration { get; set; }

    [JsonProperty("importance")]
    public virtual string Importance { get; set; }

    [JsonProperty("deliveryMode")]
    public virtual string DeliveryMode { get; set; }

    [JsonIgnore]
    public JObject Properties { get => more ??= []; set => more = value; }

    [JsonExtensionData]
    JObject more;
}
