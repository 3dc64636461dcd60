using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>
/// One table. Thread-safe. What the service refuses is a <see cref="RequestFailedException"/> with its status and error
/// code; what it is known to refuse is not even sent.
/// </summary>
public class TableClient
{
    readonly TableConnection connection;

    /// <summary>For mocks.</summary>
    protected TableClient() => (connection, Name) = (null!, "");

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <exception cref="FormatException">The connection string is incomplete.</exception>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = default)
        : this(Connect.With(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = default)
        : this(Connect.With(endpoint, credential, options), tableName)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = default)
        : this(Connect.With(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableConnection connection, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        (this.connection, Name) = (connection, tableName);
    }

    public virtual string Name { get; }

    public virtual string AccountName => connection.AccountName;

    public virtual Uri Uri => connection.AddressOf(Name);

    /// <summary>The arguments become literals of their types; quotes in text are doubled.</summary>
    public static string CreateQueryFilter(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return QueryFilter.From(filter);
    }

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(
        CancellationToken cancellationToken = default) =>
        Response.FromValue(new TableItem(Name), await TableRequests.CreateAsync(connection, Name, cancellationToken));

    /// <summary>A table that is missing is no error.</summary>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = connection.CreateMessage(
            RequestMethod.Delete, $"Tables('{Name}')", TableConnection.DoneOrMissing);
        return await connection.SendAsync(message, cancellationToken);
    }

    /// <exception cref="RequestFailedException">404 when the row is missing.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = default,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync<T>(partitionKey, rowKey, select, TableConnection.Found, cancellationToken);
        return Response.FromValue(Read<T>(response), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = default,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync<T>(
            partitionKey, rowKey, select, TableConnection.FoundOrMissing, cancellationToken);
        return response.Status == 404 ? new NoValue<T>(response) : Response.FromValue(Read<T>(response), response);
    }

    /// <exception cref="RequestFailedException">409 when the row exists.</exception>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = TableRequests.Write(connection, RequestMethod.Post, Name, Entities.Of(entity), default);
        return await connection.SendAsync(message, cancellationToken);
    }

    public virtual async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = TableRequests.Write(connection, MethodFor(mode), Name, Entities.Of(entity), default);
        return await connection.SendAsync(message, cancellationToken);
    }

    /// <exception cref="RequestFailedException">412 when the row is no longer the version named.</exception>
    /// <exception cref="ArgumentException">No ETag; <see cref="ETag.All"/> takes any version.</exception>
    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
            throw new ArgumentException("An update needs the ETag of the version it replaces.", nameof(ifMatch));
        using var message = TableRequests.Write(connection, MethodFor(mode), Name, Entities.Of(entity), ifMatch);
        return await connection.SendAsync(message, cancellationToken);
    }

    /// <summary>A row that is missing is no error: the status is 404. Without an ETag any version goes.</summary>
    /// <exception cref="RequestFailedException">412 when the row is no longer the version named.</exception>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = TableRequests.Row(
            connection, RequestMethod.Delete, Name, partitionKey, rowKey, TableConnection.DoneOrMissing);
        var condition = ifMatch == default ? ETag.All : ifMatch;
        message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, condition.ToString());
        return await connection.SendAsync(message, cancellationToken);
    }

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>Nothing is sent until the first row is asked for.</summary>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = default, int? maxPerPage = default, IEnumerable<string>? select = default,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        Entities.Require<T>();
        var pages = new TablePages(
            connection, Name, filter, maxPerPage, TableRequests.Selected(select), cancellationToken);
        return (AsyncPageable<T>)(object)pages;
    }

    /// <summary>All of the actions or none, in one partition; the answers are in the actions' order.</summary>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        IReadOnlyList<TableTransactionAction> actions = [.. transactionActions];
        using var message = TableRequests.Transaction(connection, Name, actions);
        var response = await connection.SendAsync(message, cancellationToken);
        return Response.FromValue(TransactionAnswer.Read(response, actions.Count), response);
    }

    async Task<Response> GetAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select, ResponseClassifier expected,
        CancellationToken cancel)
    {
        Entities.Require<T>();
        using var message = TableRequests.Row(connection, RequestMethod.Get, Name, partitionKey, rowKey, expected);
        if (TableRequests.Selected(select) is { } names) message.Request.Uri.AppendQuery("$select", names);
        return await connection.SendAsync(message, cancel);
    }

    static T Read<T>(Response response) where T : class, ITableEntity =>
        Entities.As<T>(EntityReader.ReadOne(response.Content.ToMemory().Span));

    static RequestMethod MethodFor(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put
    };
}
