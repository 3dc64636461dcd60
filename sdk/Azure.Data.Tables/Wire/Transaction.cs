using System.Text;
using static Azure.Data.Tables.TableTransactionActionType;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// An entity group transaction: requests inside a change set inside a batch. No boundary can occur inside, because
/// JSON holds no line breaks.
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions
/// </summary>
static class Transaction
{
    public const string ContentType = "multipart/mixed; boundary=batch_rows";

    /// <exception cref="RequestFailedException">413 when the body is too large for the service.</exception>
    public static PooledBuffer Write(
        TableConnection connection, string table, IReadOnlyList<TableTransactionAction> actions)
    {
        var body = new PooledBuffer();
        using var json = EntityWriter.Over(body);
        Append(body, "--batch_rows\r\nContent-Type: multipart/mixed; boundary=changeset_rows\r\n\r\n"u8);
        foreach (var action in actions)
        {
            Append(body, "--changeset_rows\r\n"u8);
            Append(body, "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"u8);
            AppendHead(body, connection.Address, table, action);
            if (action.ActionType != Delete)
            {
                json.Reset();
                EntityWriter.Write(json, Entities.Of(action.Entity));
            }

            Append(body, "\r\n"u8);
        }

        Append(body, "--changeset_rows--\r\n--batch_rows--\r\n"u8);
        return body.Length <= Limits.TransactionBytes
            ? body
            : throw Limits.Refusal("RequestBodyTooLarge", $"The transaction takes {body.Length} bytes.", 413);
    }

    static void AppendHead(PooledBuffer body, string address, string table, TableTransactionAction action)
    {
        Append(body, MethodOf(action.ActionType));
        Append(body, " "u8);
        Append(body, address);
        Append(body, "/"u8);
        Append(body, action.ActionType == Add
            ? table
            : Paths.Entity(table, action.Entity.PartitionKey, action.Entity.RowKey));
        Append(body, " HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n"u8);
        if (ConditionOf(action) is { } condition)
        {
            Append(body, "If-Match: "u8);
            Append(body, condition);
            Append(body, "\r\n"u8);
        }

        if (action.ActionType == Add) Append(body, "Prefer: return-no-content\r\n"u8);
        if (action.ActionType != Delete) Append(body, "Content-Type: application/json\r\n"u8);
        Append(body, "\r\n"u8);
    }

    static string MethodOf(TableTransactionActionType type) => type switch
    {
        Add => "POST",
        UpdateMerge or UpsertMerge => "PATCH",
        UpdateReplace or UpsertReplace => "PUT",
        Delete => "DELETE"
    };

    static string? ConditionOf(TableTransactionAction action) => action.ActionType switch
    {
        Delete when action.ETag == default => ETag.All.ToString(),
        Delete => action.ETag.ToString(),
        UpdateMerge or UpdateReplace when action.ETag != default => action.ETag.ToString(),
        _ => null
    };

    static void Append(PooledBuffer body, ReadOnlySpan<byte> text)
    {
        text.CopyTo(body.GetSpan(text.Length));
        body.Advance(text.Length);
    }

    // ASCII: addresses are escaped, and an ETag is a header.
    static void Append(PooledBuffer body, string text) =>
        body.Advance(Encoding.ASCII.GetBytes(text, body.GetSpan(text.Length)));
}
