using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutreachBot.Rehearsal;

enum EntryKind
{
    /// <summary>An activity on its way to the bot.</summary>
    ToBot,

    /// <summary>What the bot answered to it over HTTP, or that it did not.</summary>
    Answer,

    /// <summary>What the bot asked of the connector, with what the connector answered.</summary>
    FromBot,

    /// <summary>The person has seen everything up to a message.</summary>
    Seen,
}

/// <summary>
/// One line of a chat's file. Lines are only ever added; what the chat shows is their fold. The id is the activity's;
/// an answer has that of the activity it answers, Seen that of the newest message seen.
/// </summary>
sealed record Entry(EntryKind Kind, string Id, DateTimeOffset At)
{
    public JsonElement? Activity { get; init; }

    /// <summary>The HTTP method and path, as the raw view shows them.</summary>
    public string? Request { get; init; }

    /// <summary>POST, PUT or DELETE.</summary>
    public string? Method => Request?.Split(' ')[0];

    /// <summary>The HTTP status; none when the bot did not answer.</summary>
    public int? Status { get; init; }

    public JsonElement? Answer { get; init; }

    public double? Milliseconds { get; init; }

    /// <summary>Of the answer to a pressed button: which card it is about.</summary>
    public Pressed? Pressed { get; init; }
}

/// <summary>
/// A card of a message; the index counts the message's attachments from 0. Automatic: nobody pressed, Teams refreshed
/// the card because it came into view.
/// </summary>
sealed record Pressed(string Message, int Card, bool Automatic = false);

static class Json
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static JsonElement Element(object value) => JsonSerializer.SerializeToElement(value, Options);

    /// <summary>The text at a path of property names; null when anything on the way is missing or no text.</summary>
    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json)) return null;
        return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
    }
}
