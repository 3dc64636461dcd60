namespace Microsoft.Bot.Schema;

/// <summary>What every activity has; the others add what their type adds.</summary>
public interface IActivity
{
    string Type { get; set; }
    string Id { get; set; }
    string ServiceUrl { get; set; }
    DateTimeOffset? Timestamp { get; set; }
    DateTimeOffset? LocalTimestamp { get; set; }
    string ChannelId { get; set; }
    ChannelAccount From { get; set; }
    ConversationAccount Conversation { get; set; }
    ChannelAccount Recipient { get; set; }
    string ReplyToId { get; set; }
    IList<Entity> Entities { get; set; }
    object ChannelData { get; set; }
    TypeT GetChannelData<TypeT>();
    bool TryGetChannelData<TypeT>(out TypeT instance);
    IMessageActivity AsMessageActivity();
    IInstallationUpdateActivity AsInstallationUpdateActivity();
    IConversationUpdateActivity AsConversationUpdateActivity();
    IInvokeActivity AsInvokeActivity();
    ConversationReference GetConversationReference();
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);
}

public interface IMessageActivity : IActivity
{
    string Locale { get; set; }
    string Text { get; set; }
    string Speak { get; set; }
    string InputHint { get; set; }
    string Summary { get; set; }
    string TextFormat { get; set; }
    string AttachmentLayout { get; set; }
    IList<Attachment> Attachments { get; set; }
    string Importance { get; set; }
    string DeliveryMode { get; set; }
    DateTimeOffset? Expiration { get; set; }
    object Value { get; set; }
    Mention[] GetMentions();
    bool HasContent();
}

public interface IInvokeActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
    ConversationReference RelatesTo { get; set; }
}

public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount> MembersAdded { get; set; }
    IList<ChannelAccount> MembersRemoved { get; set; }
    string TopicName { get; set; }
    bool? HistoryDisclosed { get; set; }
}

public interface IInstallationUpdateActivity : IActivity
{
    string Action { get; set; }
}
