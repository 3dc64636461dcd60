using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Requests that carry something.</summary>
static class TableRequests
{
    /// <summary>Makes the table; one that is there already is as good.</summary>
    public static async Task<Response> CreateAsync(TableConnection connection, string table, CancellationToken cancel)
    {
        using var message = connection.CreateMessage(RequestMethod.Post, "Tables", TableConnection.CreatedOrConflict);
        SetJson(message.Request, RequestContent.Create(new { TableName = table }));
        var response = await connection.SendAsync(message, cancel);
        // A table that is being deleted conflicts too, and is not there for another while.
        if (response.Status == 409 && ServiceErrors.Read(response)?.Code != "TableAlreadyExists")
            ServiceErrors.Throw(response);
        return response;
    }

    public static HttpMessage Row(
        TableConnection connection, RequestMethod method, string table, string partitionKey, string rowKey,
        ResponseClassifier expected)
    {
        Limits.CheckKey(partitionKey, nameof(partitionKey));
        Limits.CheckKey(rowKey, nameof(rowKey));
        return connection.CreateMessage(method, Paths.Entity(table, partitionKey, rowKey), expected);
    }

    /// <param name="connection">To the account.</param>
    /// <param name="method">POST adds a row, PUT replaces it, PATCH merges into it.</param>
    /// <param name="table">Its name.</param>
    /// <param name="entity">The row.</param>
    /// <param name="ifMatch">Default for no condition: the row is made when it is missing.</param>
    public static HttpMessage Write(
        TableConnection connection, RequestMethod method, string table, TableEntity entity, ETag ifMatch)
    {
        Limits.CheckEntity(entity);
        var body = new PooledBuffer();
        using var json = EntityWriter.Over(body);
        EntityWriter.Write(json, entity);
        var message = method == RequestMethod.Post
            ? connection.CreateMessage(method, table, TableConnection.Done)
            : Row(connection, method, table, entity.PartitionKey, entity.RowKey, TableConnection.Done);
        if (ifMatch != default) message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, ifMatch.ToString());
        SetJson(message.Request, body);
        return message;
    }

    public static HttpMessage Transaction(
        TableConnection connection, string table, IReadOnlyList<TableTransactionAction> actions)
    {
        TransactionLimits.Check(actions);
        var body = Wire.Transaction.Write(connection, table, actions);
        var message = connection.CreateMessage(RequestMethod.Post, "$batch", TableConnection.Accepted);
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, Wire.Transaction.ContentType);
        message.Request.Content = body;
        return message;
    }

    public static string? Selected(IEnumerable<string>? names) => names is null ? null : string.Join(',', names);

    static void SetJson(Request request, RequestContent content)
    {
        request.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
        // Otherwise what was added is sent back.
        if (request.Method == RequestMethod.Post) request.Headers.SetValue("Prefer", "return-no-content");
        request.Content = content;
    }
}
