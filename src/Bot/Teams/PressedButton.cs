using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Conversation;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// A press as clients send it: under one name or another, as an invoke or as a message, with data of any kind.
/// </summary>
static class PressedButton
{
    public const string Name = "adaptiveCard/action";
    const string Execute = "Action.Execute";

    /// <summary>Null: it is no press, or none that can be read.</summary>
    /// <param name="activity">What was sent.</param>
    /// <param name="known">The verbs of our cards.</param>
    public static Func<Actor, Press>? OfInvoke(IInvokeActivity activity, IReadOnlySet<string> known)
    {
        if (AsObject(activity.Value) is not { } value || value["action"] is not JObject action) return null;
        if (action["verb"] is not (null or JValue { Value: null or string })
            || action["type"] is not (null or JValue { Value: null or Execute })) return null;

        // Android has called presses "invoke", or nothing at all.
        var verb = (string?)action["verb"] ?? "";
        var isPress = activity.Name is Name || (activity.Name is null or "" or "invoke" && known.Contains(verb));

        // An automatic refresh shows the card and decides nothing, whatever verb it carries.
        var isAutomatic = value["trigger"] is JValue { Value: "automatic" };
        return isPress
            ? by => new Press(by, isAutomatic ? Verbs.Show : verb, AsObject(action["data"]) ?? [], Place(activity))
            : null;
    }

    /// <summary>Older clients send a press as a message with a value. Null: it has none.</summary>
    /// <param name="activity">What was sent.</param>
    /// <param name="known">The verbs of our cards.</param>
    public static Func<Actor, Press>? OfMessage(IMessageActivity activity, IReadOnlySet<string> known) =>
        AsObject(activity.Value) is not { Count: > 0 } value ? null : by =>
        {
            var action = value["action"] as JObject;
            var data = (JObject)(AsObject(action?["data"]) ?? value).DeepClone();
            var verb = action?["verb"] as JValue ?? data["verb"] as JValue;
            foreach (var own in new[] { "verb", "action", "msteams", "trigger" }) data.Remove(own);
            var press = new Press(by, verb?.Value as string ?? "", data, Place(activity));
            return known.Contains(press.Verb) ? press : press with { Verb = VerbOf(press, known) };
        };

    // The operation says which button it was, if the card was drawn for this person.
    static string VerbOf(Press press, IReadOnlySet<string> known) => press.Case is not { } id
        ? Verbs.Show
        : known.FirstOrDefault(verb => (press with { Verb = verb }).Operation(id) is not null, Verbs.Show);

    static SentCard? Place(IActivity activity) =>
        activity.ReplyToId is { Length: > 0 } message ? new(PersonalChats.ChatOf(activity), message) : null;

    // Objects, and texts that are objects.
    static JObject? AsObject(object? value)
    {
        if (value is JObject one) return one;
        if ((value as string ?? (value as JValue)?.Value as string) is not { Length: > 1 } text
            || text.TrimStart() is not ['{', ..]) return null;
        try
        {
            return JsonConvert.DeserializeObject<JObject>(
                text, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None, MaxDepth = 16 });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
