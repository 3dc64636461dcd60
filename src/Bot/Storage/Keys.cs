using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// Row keys of the table of cases. A partition is a bucket; everything about one case stands together in it, and
/// so do the items that are due, ordered by the moment.
/// </summary>
static class Keys
{
    public static string State(CaseId id) => $"request|{id}|state";

    public static string Event(CaseId id, int number) => $"request|{id}|event|{number:D6}";

    public static string Operation(CaseId id, string operation) => $"request|{id}|op|{operation}";

    /// <summary>Where the newest card of this case stands in a person's chat.</summary>
    public static string Card(CaseId id, PersonId person) => $"request|{id}|card|{person.Key}";

    /// <summary>Ticks of the moment it is due, and a name that keeps it apart from all others.</summary>
    public static string Outbox(DateTimeOffset due, CaseId id, string name) =>
        $"outbox|{due.UtcTicks:D19}|{id}|{name}";

    /// <summary>The moment that stands in the key of an item.</summary>
    public static DateTimeOffset DueOf(string outboxKey) =>
        new(long.Parse(outboxKey.Split('|')[1], System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static string Dead(CaseId id, string name) => $"dead|{id}|{name}";

    /// <summary>The same for an item of which nothing is known but its key.</summary>
    public static string Dead(string outboxKey) => $"dead|{string.Join('|', outboxKey.Split('|').Skip(2))}";

    /// <summary>The first key after all that are due by then.</summary>
    public static string OutboxAfter(DateTimeOffset now) => $"outbox|{now.UtcTicks + 1:D19}";

    /// <summary>Which case a row belongs to, and what it is of it: state, event, op, card, outbox or dead.</summary>
    public static (CaseId Id, string Kind) Parse(string rowKey)
    {
        var parts = rowKey.Split('|');
        var (id, kind) = parts[0] switch
        {
            "request" => (parts[1], parts[2]),
            "outbox" => (parts[2], "outbox"),
            var other => (parts[1], other),
        };
        return CaseId.TryParse(id, out var request)
            ? (request, kind)
            : throw new InvalidDataException("A row of no request.");
    }

    public const string OutboxStart = "outbox|";

    public const string DeadStart = "dead|";
}
