using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using OutreachBot.Simulation.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace OutreachBot.Reliability.Tests;

/// <summary>The same calls to the tables in memory and to a real Azurite, and the same answers.</summary>
public sealed class MemoryTablesTests(AzuriteFixture azurite)
{
    static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Rows_are_read_written_and_refused_alike() => await CompareAsync(
        table => AnswerAsync(() => table.GetEntityAsync<TableEntity>("p", "none")),
        table => AnswerAsync(() => table.AddEntityAsync(Row("a"))),
        table => AnswerAsync(() => table.AddEntityAsync(Row("a"))),
        table => AnswerAsync(() => table.UpdateEntityAsync(new TableEntity("p", "a") { ["More"] = 2 }, ETag.All)),
        table => AnswerAsync(() => table.UpdateEntityAsync(new TableEntity("p", "none") { ["More"] = 2 }, ETag.All)),
        table => AnswerAsync(() => table.UpsertEntityAsync(new TableEntity("p", "a") { ["At"] = "no moment" })),
        table => AnswerAsync(
            () => table.UpsertEntityAsync(new TableEntity("p", "b") { ["Only"] = true }, TableUpdateMode.Replace)),
        table => AnswerAsync(() => table.UpdateEntityAsync(
            new TableEntity("p", "b"), new ETag("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\""))),
        table => AnswerAsync(() => table.DeleteEntityAsync("p", "none")),
        table => AnswerAsync(
            () => table.DeleteEntityAsync("p", "b", new ETag("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\""))),
        table => AnswerAsync(() => table.DeleteEntityAsync("p", "b")),
        table => AnswerAsync(() => table.AddEntityAsync(Row("it's | a key"))),
        async table => Shown((await table.GetEntityAsync<TableEntity>("p", "it's | a key")).Value),
        StaleTagAsync,
        AllAsync);

    [Fact]
    public async Task Transactions_are_done_whole_or_not_at_all() => await CompareAsync(
        table => SubmitAsync(
            table, new(Add, Row("a")), new(Add, Row("b")), new(UpsertMerge, Row("c")), new(UpsertReplace, Row("d"))),
        table => SubmitAsync(table, new(Add, Row("e")), new(Add, Row("b")), new(Add, Row("f"))),
        table => SubmitAsync(table, [new(UpdateReplace, Row("none"), ETag.All)]),
        table => SubmitAsync(
            table, new(UpsertMerge, Row("g")),
            new(UpdateReplace, Row("a"), new ETag("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\""))),
        table => SubmitAsync(table, new(Delete, Row("none"), ETag.All), new(Add, Row("h"))),
        table => SubmitAsync(
            table, new(Delete, Row("a"), ETag.All),
            new(UpdateMerge, new TableEntity("p", "b") { ["More"] = 1 }, ETag.All)),
        AllAsync);

    [Fact]
    public async Task Ranges_are_read_alike()
    {
        var rows = Enumerable.Range(0, 40)
            .Select(number => Row($"{(number % 2 == 0 ? "outbox" : "request")}|{number:D3}")).ToList();
        await CompareAsync(
            [
                .. rows.Select<TableEntity, Func<TableClient, Task<string>>>(
                    row => table => AnswerAsync(() => table.AddEntityAsync(row))),
                table => AnswerAsync(() => table.AddEntityAsync(new TableEntity("q", "outbox|010"))),
                table =>
                    QueryAsync(table, $"PartitionKey eq {"p"} and RowKey ge {"outbox|"} and RowKey lt {"outbox|020"}"),
                table => QueryAsync(
                    table, $"PartitionKey eq {"p"} and RowKey ge {"request|007"} and RowKey le {"request|011"}"),
                table => QueryAsync(table, $"PartitionKey eq {"q"}"),
                table => QueryAsync(table, $"PartitionKey eq {"p"} and Number ge {1} and Claim eq {true}"),
                table => QueryAsync(table, $"PartitionKey eq {"nobody"}"),
                AllAsync,
            ]);
    }

    // Azurite knows no pages shorter than asked for, and the service has them.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_query_goes_on_over_short_pages(int size)
    {
        using var memory = new MemoryTables(TimeProvider.System) { PageSize = size };
        var table = await TableAsync(MemoryTables.ConnectionString, memory);
        foreach (var number in Enumerable.Range(0, 20)) await table.AddEntityAsync(Row($"{number:D3}"));

        Assert.Equal(20, (await AllAsync(table)).Split('\n').Length);
    }

    async Task CompareAsync(params Func<TableClient, Task<string>>[] calls)
    {
        using var tables = new MemoryTables(TimeProvider.System);
        using var sockets = new SocketsHttpHandler();
        var (memory, real) = (await TableAsync(MemoryTables.ConnectionString, tables),
            await TableAsync(azurite.NewAccount().ConnectionString!, sockets));
        foreach (var call in calls) Assert.Equal(await call(real), await call(memory));
    }

    static async Task<TableClient> TableAsync(string connection, HttpMessageHandler wire)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 0 }, Transport = new HttpClientTransport(wire) };
        var table = new TableClient(connection, $"t{Guid.NewGuid():N}", options);
        await table.CreateIfNotExistsAsync();
        await table.CreateIfNotExistsAsync();
        return table;
    }

    static TableEntity Row(string key) =>
        new("p",
            key)
        {
            ["Text"] = "“quoted” \\ é",
            ["Number"] = 1,
            ["Long"] = 5_000_000_000,
            ["Claim"] = true,
            ["At"] = At,
            ["Real"] = 1.5
        };

    static async Task<string> AnswerAsync(Func<Task> call)
    {
        try
        {
            await call();
            return call is Func<Task<Response>> said ? $"{(await said()).Status}" : "done";
        }
        catch (RequestFailedException refused)
        {
            return $"{refused.Status} {refused.ErrorCode}";
        }
    }

    static async Task<string> SubmitAsync(TableClient table, params TableTransactionAction[] actions)
    {
        try
        {
            return $"{(await table.SubmitTransactionAsync(actions)).Value.Count} answers";
        }
        catch (TableTransactionFailedException refused)
        {
            return $"{refused.Status} {refused.ErrorCode} at {refused.FailedTransactionActionIndex}";
        }
    }

    static async Task<string> StaleTagAsync(TableClient table)
    {
        var read = (await table.GetEntityAsync<TableEntity>("p", "a")).Value;
        await table.UpdateEntityAsync(new TableEntity("p", "a") { ["More"] = 3 }, read.ETag);
        return await AnswerAsync(() => table.UpdateEntityAsync(new TableEntity("p", "a") { ["More"] = 4 }, read.ETag));
    }

    static Task<string> AllAsync(TableClient table) => QueryAsync(table, null);

    static async Task<string> QueryAsync(TableClient table, FormattableString? filter)
    {
        var rows = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            filter is null ? null : TableClient.CreateQueryFilter(filter)))
            rows.Add(Shown(row));
        return string.Join('\n', rows);
    }

    static string Shown(TableEntity row) => string.Join(
        ' ',
        row.Keys.Where(key => key is not ("odata.etag" or "Timestamp"))
            .Order(StringComparer.Ordinal).Select(key => $"{key}={row[key]}:{row[key]?.GetType().Name}"));
}
