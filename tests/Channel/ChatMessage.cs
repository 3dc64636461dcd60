using System.Text.Json.Nodes;

namespace OutreachBot.Channel;

/// <summary>A message of the bot as it stands in somebody's chat now.</summary>
public sealed class ChatMessage(string id, JsonObject activity)
{
    public string Id => id;

    /// <summary>What the bot sent last for this message.</summary>
    public JsonObject Activity { get; internal set; } = activity;

    /// <summary>How often the bot has changed it from its side.</summary>
    public int Updates { get; internal set; }

    /// <summary>The line of a phone's notification.</summary>
    public string Summary => (string?)Activity["summary"] ?? "";

    public CardReader Card => new(Activity["attachments"]![0]!["content"]!.AsObject());

    /// <summary>The message that it answers; an update from the bot changes nothing about that.</summary>
    public string? ReplyTo { get; } = (string?)activity["replyToId"];

    /// <summary>Puts the answer to a press in the card's place.</summary>
    public void Show(CardReader card)
    {
        var changed = Activity.DeepClone().AsObject();
        changed["attachments"]![0]!["content"] = card.Json.DeepClone();
        Activity = changed;
    }
}
