using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>An account's tables. Thread-safe; one for the whole program shares its connections.</summary>
public class TableServiceClient
{
    readonly TableConnection connection;

    /// <summary>For mocks.</summary>
    protected TableServiceClient() => connection = null!;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <exception cref="FormatException">The connection string is incomplete.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = default) =>
        connection = Connect.With(connectionString, options);

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        connection = Connect.With(endpoint, credential, options);

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = default) =>
        connection = Connect.With(endpoint, tokenCredential, options);

    public virtual string AccountName => connection.AccountName;

    public virtual Uri Uri => connection.Endpoint;

    /// <summary>No request is made: the table may not exist.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(connection, tableName);
}
