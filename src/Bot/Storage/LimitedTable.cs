using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// A table whose limits are kept before anything is sent, and in which no update goes without a tag. A transaction
/// whose answer cannot be read may have been made, and says so with status 0, as one that was not answered does.
/// </summary>
sealed class LimitedTable : TableClient
{
    public LimitedTable(
        string connectionString, string name, TableClientOptions options) : base(connectionString, name, options)
    {
    }

    public LimitedTable(
        Uri endpoint, string name, TokenCredential credential,
        TableClientOptions options) : base(endpoint, name, credential, options)
    {
    }

    public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
    {
        RowLimits.CheckKeys(partitionKey, rowKey);
        return base.GetEntityIfExistsAsync<T>(partitionKey, rowKey, select, cancellationToken);
    }

    public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
    {
        Check(entity);
        return base.AddEntityAsync(entity, cancellationToken);
    }

    public override Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
    {
        Check(entity);
        return base.UpsertEntityAsync(entity, mode, cancellationToken);
    }

    public override Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
    {
        Check(entity);
        RowLimits.CheckTag(ifMatch);
        return base.UpdateEntityAsync(entity, ifMatch, mode, cancellationToken);
    }

    public override Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        RowLimits.CheckKeys(partitionKey, rowKey);
        return base.DeleteEntityAsync(partitionKey, rowKey, ifMatch, cancellationToken);
    }

    public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var actions = transactionActions as IReadOnlyList<TableTransactionAction> ?? [.. transactionActions];
        RowLimits.CheckTransaction(actions);
        try
        {
            return await base.SubmitTransactionAsync(actions, cancellationToken);
        }
        catch (Exception unreadable)
            when (unreadable is InvalidOperationException or InvalidDataException or FormatException or IOException)
        {
            throw new RequestFailedException(0, "The answer to a transaction could not be read.", unreadable);
        }
    }

    // Every row of this store is one.
    static void Check(ITableEntity entity) => RowLimits.CheckRow((TableEntity)entity);
}
