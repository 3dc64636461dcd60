namespace Azure.Data.Tables.Wire;

/// <summary>https://learn.microsoft.com/rest/api/storageservices/addressing-table-service-resources</summary>
static class Paths
{
    public static string Entity(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
