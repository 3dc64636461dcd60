using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Tests.Rows;

/// <summary>A row with the name of its table.</summary>
sealed record StoredRow(string Table, TableEntity Row)
{
    /// <summary>
    /// What it is: of the table of requests the kind that its key names, of the directory its partition.
    /// </summary>
    public string Kind => Table switch
    {
        "requests" => Row.RowKey.Split('|') is ["request", _, var kind, ..] ? kind : Row.RowKey.Split('|')[0],
        "directory" => $"directory {Row.PartitionKey.Split('@')[0]}",
        _ => Table,
    };

    /// <summary>The request of a row of the table of requests.</summary>
    public CaseId Request => CaseId.TryParse(Row.RowKey.Split('|')[Kind is "outbox" ? 2 : 1], out var id)
        ? id
        : throw new InvalidDataException($"{Row.RowKey} belongs to no request.");

    /// <summary>What the code wrote, as against what storage adds.</summary>
    public IEnumerable<KeyValuePair<string, object>> Written =>
        Row.Where(property => property.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            .Select(property => KeyValuePair.Create(property.Key, property.Value!));
}

/// <summary>All rows of a store in a file, one on each line.</summary>
static class RowFile
{
    const string Moment = "@";

    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, IEnumerable<StoredRow> rows) =>
        File.WriteAllLines(path, rows.Select(row => Line(row).ToJsonString(Readable)));

    public static IReadOnlyList<StoredRow> Read(string path) =>
        [.. File.ReadLines(path).Select(line => Row(JsonNode.Parse(line)!.AsObject()))];

    /// <summary>Everything that is in the tables, in the order of its keys.</summary>
    public static async Task<IReadOnlyList<StoredRow>> AllAsync(Tables tables)
    {
        var rows = new List<StoredRow>();
        foreach (var table in Of(tables))
            await foreach (var row in table.QueryAsync<TableEntity>()) rows.Add(new(table.Name, row));
        return rows;
    }

    /// <summary>Puts rows back as they were.</summary>
    public static async Task FillAsync(Tables tables, IEnumerable<StoredRow> rows)
    {
        var byName = Of(tables).ToDictionary(table => table.Name);
        foreach (var partition in rows.GroupBy(row => (row.Table, row.Row.PartitionKey)))
            foreach (var some in partition.Chunk(100))
                await byName[partition.Key.Table]
                    .SubmitTransactionAsync(
                        some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row.Row)));
    }

    static TableClient[] Of(Tables tables) =>
        [tables.Cases, tables.Bookings, tables.WorkLists, tables.Conversations, tables.Directory];

    static JsonObject Line(StoredRow row)
    {
        var line =
            new JsonObject { ["table"] = row.Table, ["partition"] = row.Row.PartitionKey, ["row"] = row.Row.RowKey };
        foreach (var (name, value) in row.Written.OrderBy(
            property => property.Key, StringComparer.Ordinal))
            line[name] = Value(value);
        return line;
    }

    // A moment is marked, so that it does not come back as text.
    static JsonNode Value(object value) => value switch
    {
        string text => JsonValue.Create(text),
        int number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        DateTimeOffset at => JsonValue.Create(Moment + at.ToString("O", CultureInfo.InvariantCulture)),
        _ => throw new InvalidDataException(
            $"Rows have no {value.GetType().Name} yet: say here how it stands in a file."),
    };

    static StoredRow Row(JsonObject line)
    {
        var row = new TableEntity((string)line["partition"]!, (string)line["row"]!);
        foreach (var (name, value) in line.Where(property => property.Key is not ("table" or "partition" or "row")))
        {
            row[name] = value!.GetValueKind() switch
            {
                JsonValueKind.Number => (int)value,
                JsonValueKind.True or JsonValueKind.False => (bool)value,
                _ => (string)value! is ['@', .. var at]
                    ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)
                    : (object)(string)value!,
            };
        }
        return new((string)line["table"]!, row);
    }
}
