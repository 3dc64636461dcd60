using System.Text;
using System.Text.Json;

namespace OutreachBot.Simulation.Tables;

// What tests see and change behind the service's back.
public sealed partial class MemoryTables
{
    /// <summary>Rows of a table in the order of their keys, each as its JSON.</summary>
    public IReadOnlyList<(string PartitionKey, string RowKey, JsonElement Row)> Rows(string table)
    {
        lock (gate)
        {
            return !tables.TryGetValue(table, out var all) ? [] :
            [
                .. all.From("", "")
                    .Select(row => (row.PartitionKey, row.RowKey, JsonDocument.Parse(row.Json).RootElement)),
            ];
        }
    }

    /// <summary>A row as its JSON. Null: it is not there.</summary>
    public string? Find(string table, string partitionKey, string rowKey)
    {
        lock (gate) return tables.GetValueOrDefault(table)?.Find(partitionKey, rowKey) is { } row
            ? Encoding.UTF8.GetString(row.Json.Span)
            : null;
    }

    /// <summary>Takes a row away behind everybody's back, as a fault would.</summary>
    public void Lose(string table, string partitionKey, string rowKey)
    {
        lock (gate) tables[table].Put(tables[table].Find(partitionKey, rowKey), null);
    }

    /// <summary>Puts a row there behind everybody's back.</summary>
    public void Put(string table, string partitionKey, string rowKey, string json)
    {
        lock (gate)
        {
            var row = new MemoryRow(
                partitionKey, rowKey, MemoryRow.WithKeys(partitionKey, rowKey, Encoding.UTF8.GetBytes(json)),
                ++versions,
                clock.GetUtcNow());
            tables[table].Put(tables[table].Find(partitionKey, rowKey), row);
        }
    }
}
