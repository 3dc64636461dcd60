namespace OutreachBot.Simulation.Tables;

/// <summary>What is done to one row.</summary>
/// <param name="Method">POST adds, PUT replaces, PATCH merges, DELETE takes away.</param>
/// <param name="IfMatch">The version that is expected; * for any; null for no condition.</param>
sealed record RowChange(string Method, string PartitionKey, string RowKey, ReadOnlyMemory<byte> Json, string? IfMatch);

/// <summary>One table: rows in the order of their keys, and found by them at once.</summary>
sealed class MemoryTable
{
    static readonly Comparer<MemoryRow> ByKeys = Comparer<MemoryRow>.Create((left, right) =>
        string.CompareOrdinal(left.PartitionKey, right.PartitionKey) is not 0 and var order
            ? order
            : string.CompareOrdinal(left.RowKey, right.RowKey));

    readonly Dictionary<(string, string), MemoryRow> rows = [];
    readonly SortedSet<MemoryRow> ordered = new(ByKeys);

    public MemoryTable()
    {
    }

    public MemoryTable(MemoryTable other) => (rows, ordered) = (new(other.rows), new(other.ordered, ByKeys));

    public int Count => rows.Count;

    public MemoryRow? Find(string partitionKey, string rowKey) => rows.GetValueOrDefault((partitionKey, rowKey));

    /// <summary>All rows from these keys on.</summary>
    public IEnumerable<MemoryRow> From(string partitionKey, string rowKey)
    {
        if (ordered.Count == 0) return [];

        var first = new MemoryRow(partitionKey, rowKey, default, 0, default);
        return ByKeys.Compare(first, ordered.Max) > 0 ? [] : ordered.GetViewBetween(first, ordered.Max);
    }

    /// <summary>Does it, and returns what was there before and what is there now.</summary>
    /// <exception cref="Refusal">The row is there, is not there, or is another version.</exception>
    public (MemoryRow? Before, MemoryRow? After) Change(RowChange change, long version, DateTimeOffset now)
    {
        var before = Find(change.PartitionKey, change.RowKey);
        switch (change.Method)
        {
            case "POST" when before is not null:
                throw Refusal.RowExists();
            case "DELETE" when before is null:
            case "PUT" or "PATCH" when before is null && change.IfMatch is not null:
                throw Refusal.NoSuchRow();
            case not "POST" when before is not null && change.IfMatch is { } tag and not "*" && tag != before.ETag:
                throw Refusal.Changed();
        }

        var under = change.Method == "PATCH" && before is not null ? before.Json : default;
        var after = change.Method == "DELETE"
            ? null
            : new MemoryRow(
                change.PartitionKey, change.RowKey,
                MemoryRow.WithKeys(change.PartitionKey, change.RowKey, change.Json, under), version, now);
        Put(before, after);
        return (before, after);
    }

    /// <summary>Puts one version of a row in the place of another.</summary>
    public void Put(MemoryRow? old, MemoryRow? next)
    {
        if (old is not null)
        {
            rows.Remove((old.PartitionKey, old.RowKey));
            ordered.Remove(old);
        }
        if (next is null) return;
        rows[(next.PartitionKey, next.RowKey)] = next;
        ordered.Add(next);
    }
}
