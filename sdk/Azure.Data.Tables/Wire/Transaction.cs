using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// An entity group transaction: requests inside a change set inside a batch. No boundary can occur inside, because
/// JSON holds no line breaks.
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions
/// </summary>
static class Transaction
{
    public const string ContentType = "multipart/mixed; boundary=batch_rows";

    /// <exception cref="TableTransactionFailedException">Azure would refuse it.</exception>
    /// <exception cref="InvalidOperationException">It is empty.</exception>
    public static byte[] Write(
        TableConnection connection, string table, IReadOnlyList<TableTransactionAction> actions)
    {
        Check(actions);
        using var body = new PooledBuffer();
        using var json = EntityWriter.Over(body);
        Append(body, "--batch_rows\r\nContent-Type: multipart/mixed; boundary=changeset_rows\r\n\r\n"u8);
        foreach (var action in actions) Append(body, json, connection, table, action);
        Append(body, "--changeset_rows--\r\n--batch_rows--\r\n"u8);
        return body.Length <= Limits.TransactionBytes
            ? body.Written.ToArray()
            : throw Limits.Refusal("RequestBodyTooLarge", $"The transaction takes {body.Length} bytes.", 413);
    }

    static void Append(
        PooledBuffer body, Utf8JsonWriter json, TableConnection connection, string table, TableTransactionAction action)
    {
        var (entity, type) = (Entities.Of(action.Entity), action.ActionType);
        var path = type == TableTransactionActionType.Add
            ? table
            : Paths.Entity(table, entity.PartitionKey, entity.RowKey);
        Append(body, "--changeset_rows\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"u8);
        Append(body, $"{MethodOf(type)} {connection.AddressOf(path).AbsoluteUri} HTTP/1.1\r\n");
        Append(body, "Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n"u8);
        if (ConditionOf(action) is { } condition) Append(body, $"If-Match: {condition}\r\n");
        if (type != TableTransactionActionType.Delete)
        {
            Append(body, "Prefer: return-no-content\r\nContent-Type: application/json\r\n\r\n"u8);
            json.Reset();
            EntityWriter.Write(json, entity);
        }

        Append(body, "\r\n"u8);
        if (type == TableTransactionActionType.Delete) Append(body, "\r\n"u8);
    }

    static string MethodOf(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE"
    };

    static string? ConditionOf(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete when action.ETag == default => ETag.All.ToString(),
        TableTransactionActionType.Delete => action.ETag.ToString(),
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace
            when action.ETag != default => action.ETag.ToString(),
        _ => null
    };

    static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count == 0) throw new InvalidOperationException("A transaction needs at least one action.");
        if (actions.Count > Limits.Actions)
            throw Refused(Limits.Actions, Limits.Refusal(
                "InvalidInput", $"{Limits.Actions}:The transaction has {actions.Count} actions; {Limits.Actions} are allowed."));

        var rows = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        for (var index = 0; index < actions.Count; index++)
        {
            var entity = Entities.Of(actions[index].Entity);
            try
            {
                Limits.CheckEntity(entity);
            }
            catch (RequestFailedException refusal)
            {
                throw Refused(index, refusal);
            }

            if (entity.PartitionKey != actions[0].Entity.PartitionKey)
                throw Refused(index, Limits.Refusal(
                    "CommandsInBatchActOnDifferentPartitions", $"{index}:All actions of a transaction share one partition."));
            if (!rows.Add(entity.RowKey))
                throw Refused(index, Limits.Refusal(
                    "InvalidDuplicateRow", $"{index}:A row may occur once only in a transaction."));
        }
    }

    static TableTransactionFailedException Refused(int index, RequestFailedException refusal) =>
        TableTransactionFailedException.At(index, refusal);

    static void Append(PooledBuffer body, ReadOnlySpan<byte> text)
    {
        text.CopyTo(body.GetSpan(text.Length));
        body.Advance(text.Length);
    }

    // ASCII: addresses are escaped, and an ETag is a header.
    static void Append(PooledBuffer body, string text) =>
        body.Advance(Encoding.ASCII.GetBytes(text, body.GetSpan(text.Length)));
}
