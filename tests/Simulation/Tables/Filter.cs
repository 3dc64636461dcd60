using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OutreachBot.Simulation.Tables;

/// <summary>A filter of comparisons that are joined by "and": all that the bot asks.</summary>
sealed partial class Filter
{
    readonly List<(string Name, string Operator, object Value)> parts = [];

    /// <exception cref="NotSupportedException">It asks for more.</exception>
    public Filter(string text)
    {
        foreach (var part in text.Length == 0 ? [] : And().Split(text))
        {
            var match = Part().Match(part.Trim());
            if (!match.Success) throw new NotSupportedException($"This filter is not understood: {text}");
            parts.Add((match.Groups[1].Value, match.Groups[2].Value, Literal(match.Groups[3].Value)));
        }
    }

    public string FirstPartition => Lowest("PartitionKey");

    /// <summary>Where to begin when the partition is one and known.</summary>
    public string FirstRow => IsOnePartition ? Lowest("RowKey") : "";

    /// <summary>Whether all rows from this one on are beyond what is asked for.</summary>
    public bool IsBeyond(MemoryRow row) =>
        parts.Exists(part => part.Name == "PartitionKey" && part.Operator is "eq" or "le" or "lt"
            && string.CompareOrdinal(row.PartitionKey, (string)part.Value) > 0)
        || (IsOnePartition
            && parts.Exists(part => part is { Name: "RowKey", Operator: "eq" or "le" or "lt" }
                && string.CompareOrdinal(row.RowKey, (string)part.Value) > 0));

    public bool Takes(MemoryRow row) => parts.TrueForAll(part => part.Name switch
    {
        "PartitionKey" => Holds(string.CompareOrdinal(row.PartitionKey, (string)part.Value), part.Operator),
        "RowKey" => Holds(string.CompareOrdinal(row.RowKey, (string)part.Value), part.Operator),
        _ => HoldsOfProperty(row, part.Name, part.Operator, part.Value),
    });

    bool IsOnePartition => parts.Exists(part => part is { Name: "PartitionKey", Operator: "eq" });

    string Lowest(string key) => parts.Where(part => part.Name == key && part.Operator is "eq" or "ge" or "gt")
        .Select(part => (string)part.Value).Order(StringComparer.Ordinal).LastOrDefault("");

    static bool HoldsOfProperty(MemoryRow row, string name, string comparison, object value)
    {
        using var json = JsonDocument.Parse(row.Json);
        if (!json.RootElement.TryGetProperty(name, out var property)) return false;
        return value switch
        {
            string text => property.ValueKind is JsonValueKind.String
                && Holds(string.CompareOrdinal(property.GetString(), text), comparison),
            bool claim => property.ValueKind is JsonValueKind.True or JsonValueKind.False
                && Holds(property.GetBoolean().CompareTo(claim), comparison),
            long number =>
                property.ValueKind is JsonValueKind.Number && Holds(property.GetInt64().CompareTo(number), comparison),
            _ => throw new NotSupportedException($"No filter on {name}."),
        };
    }

    static bool Holds(int order, string comparison) => comparison switch
    {
        "eq" => order == 0,
        "ne" => order != 0,
        "ge" => order >= 0,
        "gt" => order > 0,
        "le" => order <= 0,
        _ => order < 0,
    };

    static object Literal(string text) => text switch
    {
        ['\'', ..] => text[1..^1].Replace("''", "'", StringComparison.Ordinal),
        "true" => true,
        "false" => false,
        _ => long.Parse(text.TrimEnd('L'), CultureInfo.InvariantCulture),
    };

    // Not inside quotes: an even number of them stands before.
    [GeneratedRegex(@" and (?=(?:[^']*'[^']*')*[^']*$)")]
    private static partial Regex And();

    [GeneratedRegex(@"^\(?(\w+) (eq|ne|ge|gt|le|lt) ('(?:[^']|'')*'|true|false|-?\d+L?)\)?$", RegexOptions.Singleline)]
    private static partial Regex Part();
}
