using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OutreachBot.Rehearsal;

/// <summary>
/// What a chat shows: the fold of its entries. Touched is the message that the last entry added or changed, if any.
/// </summary>
sealed record Transcript(ImmutableList<Message> Messages, string Seen, bool Installed, Message? Touched)
{
    public const string WentWrong = "Something went wrong. Please try again.";

    public static readonly Transcript Empty = new([], "", false, null);

    public int Unread => Messages.Count(message =>
        message.FromBot && !message.Deleted && Ids.Order(message.Id, Seen) > 0);

    public Transcript After(Entry entry) => entry switch
    {
        { Kind: EntryKind.Seen } => this with { Seen = entry.Id, Touched = null },
        { Kind: EntryKind.ToBot, Activity: { } sent } when sent.Text("type") == "message" =>
            Add(new Message(entry.Id, FromBot: false, entry.At, sent)),
        { Kind: EntryKind.ToBot } => this with { Touched = null },
        { Kind: EntryKind.Answer, Pressed: { } pressed } =>
            Change(pressed.Message, card => Answered(card, entry, pressed)),
        { Kind: EntryKind.Answer } => Delivered(entry),
        { Kind: EntryKind.FromBot, Status: not (>= 200 and < 300) } => this with { Touched = null },
        { Kind: EntryKind.FromBot, Method: "DELETE" } =>
            Change(entry.Id, old => old with { Deleted = true, CardVersion = old.CardVersion + 1 }),
        { Kind: EntryKind.FromBot, Method: "PUT", Activity: { } updated } => Change(entry.Id, old => old with
        {
            Activity = updated,
            EditedAt = entry.At,
            CardVersion = old.CardVersion + 1,
            Note = null,
            Failed = false,
        }),
        { Kind: EntryKind.FromBot, Activity: { } sent } when sent.Text("type") == "message" =>
            Add(new Message(entry.Id, FromBot: true, entry.At, sent)),
        _ => this with { Touched = null },
    };

    static Message Answered(Message card, Entry entry, Pressed pressed)
    {
        var answer = entry is { Status: 200, Answer: { } body } ? body : default;
        var value = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("value", out var found)
            ? found
            : default;
        return (answer.Text("type"), value.ValueKind) switch
        {
            ("application/vnd.microsoft.card.adaptive", JsonValueKind.Object) => card with
            {
                Activity = WithCard(card.Activity, pressed.Card, value),
                CardVersion = card.CardVersion + 1,
                Note = null,
                Failed = false,
            },
            ("application/vnd.microsoft.activity.message", JsonValueKind.String) =>
                card with { Note = value.GetString(), Failed = false },
            _ when pressed.Automatic => card,
            _ => card with { Note = WentWrong, Failed = true },
        };
    }

    static JsonElement WithCard(JsonElement activity, int index, JsonElement card)
    {
        var changed = JsonObject.Create(activity)!;
        changed["attachments"]![index]!["content"] = JsonObject.Create(card);
        return Json.Element(changed);
    }

    Transcript Delivered(Entry entry)
    {
        var ok = entry.Status is >= 200 and < 300;
        if (Messages.Any(message => message.Id == entry.Id))
            return ok
                ? this with { Touched = null }
                : Change(entry.Id, own => own with { Note = Failure(entry), Failed = true });
        return this with { Installed = Installed || ok, Touched = null };
    }

    static string Failure(Entry entry) =>
        entry.Status is { } status ? $"The bot answered with HTTP {status}." : "The bot did not answer.";

    Transcript Add(Message message) => this with { Messages = Messages.Add(message), Touched = message };

    Transcript Change(string id, Func<Message, Message> change)
    {
        var index = Messages.FindLastIndex(message => message.Id == id);
        if (index < 0) return this with { Touched = null };
        var changed = change(Messages[index]);
        changed = changed with { Version = changed.Version + 1 };
        return this with { Messages = Messages.SetItem(index, changed), Touched = changed };
    }
}
