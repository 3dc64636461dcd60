using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Something that an activity speaks of; what its type adds is in <see cref="Properties"/>.</summary>
public class Entity
{
    public Entity()
    {
    }

    public Entity(string type = null) => Type = type;

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonIgnore]
    public JObject Properties { get => more ??= []; set => more = value; }

    [JsonExtensionData]
    JObject more;

    public T GetAs<T>() => JObject.FromObject(this).ToObject<T>();
}

/// <summary>Somebody named with @ in a message; Text is what stands for them in the message's text.</summary>
public class Mention : Entity
{
    public Mention()
        : base("mention")
    {
    }

    public Mention(ChannelAccount mentioned = null, string text = null, string type = null)
        : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    [JsonProperty("mentioned")]
    public ChannelAccount Mentioned { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }
}

public static class ActivityExtensions
{
    public static bool MentionsRecipient(this IMessageActivity activity) =>
        activity.MentionsId(activity.Recipient?.Id);

    public static bool MentionsId(this IMessageActivity activity, string id) =>
        activity.GetMentions().Any(mention => mention.Mentioned?.Id == id);

    /// <summary>Takes the bot's own name out of the text, and returns the text.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity) =>
        activity.RemoveMentionText(activity.Recipient?.Id);

    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions())
            if (mention.Mentioned?.Id == id && !string.IsNullOrEmpty(mention.Text))
                activity.Text = activity.Text?.Replace(mention.Text, "", StringComparison.OrdinalIgnoreCase).Trim();
        return activity.Text;
    }
}
