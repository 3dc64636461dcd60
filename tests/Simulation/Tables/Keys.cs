using System.Text.Json;
using System.Text.RegularExpressions;

namespace OutreachBot.Simulation.Tables;

/// <summary>Keys of a row, in its body or in an address.</summary>
static partial class Keys
{
    public static (string PartitionKey, string RowKey) Of(ReadOnlyMemory<byte> json)
    {
        var (partitionKey, rowKey) = ("", "");
        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read())
        {
            if (reader.TokenType is not JsonTokenType.PropertyName) continue;
            if (reader.ValueTextEquals("PartitionKey"u8) && reader.Read()) partitionKey = reader.GetString()!;
            else if (reader.ValueTextEquals("RowKey"u8) && reader.Read()) rowKey = reader.GetString()!;
            else reader.Skip();
        }
        return (partitionKey, rowKey);
    }

    /// <summary>
    /// The table of <c>/account/table(PartitionKey='p',RowKey='r')</c>, with the keys where there are some.
    /// </summary>
    public static (string Table, string PartitionKey, string RowKey) Of(string path)
    {
        var last = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        var match = Address().Match(last);
        return match.Success
            ? (match.Groups[1].Value, Plain(match.Groups[2].Value), Plain(match.Groups[3].Value))
            : (last.Split('(')[0], "", "");
    }

    static string Plain(string quoted) => quoted.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"^([^(]+)\(PartitionKey='((?:[^']|'')*)',RowKey='((?:[^']|'')*)'\)$", RegexOptions.Singleline)]
    private static partial Regex Address();
}
