using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>A query, one request a page. A page may be empty and others still follow.</summary>
sealed class TablePages(
    TableConnection connection, string table, string? filter, int? maxPerPage, string? select, CancellationToken cancel)
    : AsyncPageable<TableEntity>(cancel)
{
    public override IAsyncEnumerable<Page<TableEntity>> AsPages(
        string? continuationToken = null, int? pageSizeHint = null) =>
        ReadAsync(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);

    async IAsyncEnumerable<Page<TableEntity>> ReadAsync(
        string? continuationToken, int? size, [EnumeratorCancellation] CancellationToken cancel)
    {
        do
        {
            using var message = CreateMessage(continuationToken, size);
            var response = await connection.SendAsync(message, cancel);
            continuationToken = ContinuationOf(response);
            yield return Page<TableEntity>.FromValues(
                EntityReader.ReadPage(response.Content.ToMemory().Span), continuationToken, response);
        }
        while (continuationToken is not null);
    }

    HttpMessage CreateMessage(string? continuationToken, int? size)
    {
        var message = connection.CreateMessage(RequestMethod.Get, $"{table}()", TableConnection.Found);
        var uri = message.Request.Uri;
        if (!string.IsNullOrEmpty(filter)) uri.AppendQuery("$filter", filter);
        if (size is { } top) uri.AppendQuery("$top", top.ToString(CultureInfo.InvariantCulture));
        if (select is not null) uri.AppendQuery("$select", select);
        if (!string.IsNullOrEmpty(continuationToken))
        {
            var keys = continuationToken.Split(' ', 2);
            uri.AppendQuery("NextPartitionKey", keys[0]);
            if (keys is [_, not "" and var rowKey]) uri.AppendQuery("NextRowKey", rowKey);
        }

        return message;
    }

    static string? ContinuationOf(Response response)
    {
        if (!response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey)) return null;
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey);
        return $"{partitionKey} {rowKey}";
    }
}
