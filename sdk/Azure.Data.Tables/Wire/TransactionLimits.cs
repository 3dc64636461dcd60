namespace Azure.Data.Tables.Wire;

/// <summary>What Azure refuses of a transaction as a whole, with the index that it would name.</summary>
static class TransactionLimits
{
    /// <exception cref="TableTransactionFailedException">400, with the service's error code.</exception>
    /// <exception cref="ArgumentException">A key or a text holds half of a surrogate pair.</exception>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    public static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count == 0) throw new InvalidOperationException("A transaction needs at least one action.");
        if (actions.Count > Limits.Actions)
            throw Refused(Limits.Actions, "InvalidInput", $"{actions.Count} actions; {Limits.Actions} are allowed.");

        var rows = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        for (var index = 0; index < actions.Count; index++)
        {
            var entity = Entities.Of(actions[index].Entity);
            CheckEntity(index, entity);
            if (entity.PartitionKey != actions[0].Entity.PartitionKey)
                throw Refused(index, "CommandsInBatchActOnDifferentPartitions", "All rows must share one partition.");
            if (!rows.Add(entity.RowKey))
                throw Refused(index, "InvalidDuplicateRow", "A row may occur once only.");
        }
    }

    static void CheckEntity(int index, TableEntity entity)
    {
        try
        {
            Limits.CheckEntity(entity);
        }
        catch (RequestFailedException refusal)
        {
            throw TableTransactionFailedException.At(index, refusal);
        }
    }

    static TableTransactionFailedException Refused(int index, string code, string message) =>
        TableTransactionFailedException.At(index, Limits.Refusal(code, $"{index}:{message}"));
}
