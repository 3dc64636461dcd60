namespace Azure.Data.Tables;

public enum TableTransactionActionType
{
    /// <summary>409 when the row exists.</summary>
    Add,
    UpdateMerge,
    UpdateReplace,

    /// <summary>404 when the row is missing.</summary>
    Delete,
    UpsertMerge,
    UpsertReplace
}

/// <summary>
/// One row's part in a transaction. A default <paramref name="etag"/> sends no condition: an update then makes the row
/// when it is missing, and a delete takes whatever version there is.
/// </summary>
public class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    public TableTransactionActionType ActionType { get; } = actionType;

    public ITableEntity Entity { get; } = entity ?? throw new ArgumentNullException(nameof(entity));

    public ETag ETag { get; } = etag;
}
