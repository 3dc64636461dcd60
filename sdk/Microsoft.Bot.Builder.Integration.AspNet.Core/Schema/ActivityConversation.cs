using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

public partial class Activity
{
    public const string ContentType = "application/vnd.microsoft.activity";

    public static IMessageActivity CreateMessageActivity() => new Activity
    {
        Type = ActivityTypes.Message,
        Attachments = [],
        Entities = [],
    };

    /// <summary>A message back to whoever sent this activity, in the same conversation.</summary>
    public Activity CreateReply(string text = null, string locale = null) => new()
    {
        Type = ActivityTypes.Message,
        Timestamp = DateTimeOffset.UtcNow,
        From = new ChannelAccount(Recipient?.Id, Recipient?.Name),
        Recipient = new ChannelAccount(From?.Id, From?.Name),
        ReplyToId = Id,
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = Conversation,
        Text = text ?? "",
        Locale = locale ?? Locale,
        Attachments = [],
        Entities = [],
    };

    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    public IInstallationUpdateActivity AsInstallationUpdateActivity() =>
        IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    public IConversationUpdateActivity AsConversationUpdateActivity() =>
        IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    public IInvokeActivity AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 } || ChannelData is not null;

    public Mention[] GetMentions() =>
        Entities is null ? [] : [.. Entities.Where(entity => entity.Type == "mention").Select(AsMention)];

    /// <exception cref="Newtonsoft.Json.JsonException">The channel data is not of that shape.</exception>
    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        TypeT data => data,
        JToken json => json.ToObject<TypeT>(),
        var other => JToken.FromObject(other).ToObject<TypeT>(),
    };

    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        try
        {
            instance = GetChannelData<TypeT>();
            return ChannelData is not null;
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return false;
        }
    }

    /// <summary>What to keep so that this conversation can be found again later.</summary>
    public ConversationReference GetConversationReference() =>
        new(Id, From, Recipient, Conversation, ChannelId, ServiceUrl) { Locale = Locale };

    /// <summary>Addresses this activity to the reference's user or, incoming, to its bot.</summary>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale = reference.Locale ?? Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (isIncoming)
            Id = reference.ActivityId ?? Id;
        else
            ReplyToId = reference.ActivityId ?? ReplyToId;
        return this;
    }

    /// <summary>True for the type itself and for its own kinds, written type/kind.</summary>
    protected bool IsActivity(string activityType) =>
        Type is not null && Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
        && (Type.Length == activityType.Length || Type[activityType.Length] == '/');

    static Mention AsMention(Entity entity) => entity as Mention ?? entity.GetAs<Mention>();
}
