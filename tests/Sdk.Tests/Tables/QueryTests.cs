using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace OutreachBot.Sdk.Tests.Tables;

public sealed class QueryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task More_rows_than_a_page_holds_all_come_and_in_order()
    {
        var table = await azurite.NewTableAsync();
        await FillAsync(table, 1100);

        var pages = await table.QueryAsync<TableEntity>(select: ["RowKey"]).AsPages().ToListAsync();

        Assert.Equal([1000, 100], pages.Select(page => page.Values.Count));
        Assert.Equal(
            Enumerable.Range(0, 1100).Select(n => $"é'{n:D4}"),
            pages.SelectMany(page => page.Values).Select(row => row.RowKey));
    }

    [Fact]
    public async Task Reading_goes_on_where_it_was_left()
    {
        var table = await azurite.NewTableAsync();
        await FillAsync(table, 100);

        var first = await table.QueryAsync<TableEntity>(maxPerPage: 40).AsPages().FirstAsync();
        var rest = await table.QueryAsync<TableEntity>(maxPerPage: 40).AsPages(first.ContinuationToken).ToListAsync();

        Assert.Equal([40, 20], rest.Select(page => page.Values.Count));
        Assert.Equal("é'0040", rest[0].Values[0].RowKey);
        Assert.Null(rest[^1].ContinuationToken);
    }

    [Fact]
    public async Task An_empty_page_is_not_the_end()
    {
        var wire = new Wiretap((attempt, _) => attempt switch
        {
            1 => Page("""{"value":[]}""", "1!4!cA--"),
            _ => Page("""{"odata.metadata":"…","value":[{"odata.etag":"e","PartitionKey":"p","RowKey":"r"}]}""", null)
        });
        var table = new TableClient(azurite.ConnectionString, "T", wire.Options());

        var rows = await table.QueryAsync<TableEntity>().ToListAsync();

        Assert.Equal("r", Assert.Single(rows).RowKey);
        Assert.Equal("?NextPartitionKey=1%214%21cA--", wire.Sent[1].RequestUri!.Query);
    }

    [Theory]
    [InlineData("O'Neill", "Ŵales & Söhne + 100%")]
    [InlineData("学校", "'")]
    public async Task A_filter_may_hold_quotes_and_any_script(string name, string other)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", name) { ["Name"] = name });
        await table.AddEntityAsync(new TableEntity("p", other) { ["Name"] = other });

        var byKey = await WhereAsync(table, $"RowKey eq {name}");
        var byName = await WhereAsync(table, $"Name eq {other}");

        Assert.Equal(name, Assert.Single(byKey).RowKey);
        Assert.Equal(other, Assert.Single(byName).RowKey);
    }

    [Fact]
    public async Task A_range_of_keys_is_a_filter()
    {
        var table = await azurite.NewTableAsync();
        await FillAsync(table, 20);

        var rows = await WhereAsync(
            table, $"PartitionKey eq {"p"} and RowKey ge {"é'0005"} and RowKey lt {"é'0008"}");

        Assert.Equal(["é'0005", "é'0006", "é'0007"], rows.Select(row => row.RowKey));
    }

    [Fact]
    public async Task Every_type_can_be_compared_with()
    {
        var table = await azurite.NewTableAsync();
        var (time, id) = (new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.FromHours(1)), Guid.NewGuid());
        await table.AddEntityAsync(new TableEntity("p", "r")
        { ["Flag"] = true, ["Int"] = 3, ["Long"] = 1L << 40, ["Real"] = 2.0, ["Time"] = time, ["Id"] = id });
        FormattableString[] filters =
        [
            $"Flag eq {true}", $"Int lt {4}", $"Long eq {1L << 40}", $"Real eq {2.0}", $"Time eq {time}",
            $"Time eq {time.UtcDateTime}", $"Id eq {id}"
        ];

        foreach (var filter in filters)
            Assert.True((await WhereAsync(table, filter)).Count == 1, filter.ToString());
    }

    [Fact]
    public void Literals_are_written_as_their_types()
    {
        var filter = TableClient.CreateQueryFilter(
            $"{"a'b"} {'c'} {false} {-1} {2L} {2.0} {0.5} {1e300} {DateTime.UnixEpoch} {new byte[] { 10, 255 }}");

        Assert.Equal("'a''b' 'c' false -1 2L 2.0 0.5 1E+300 datetime'1970-01-01T00:00:00.0000000Z' X'0AFF'", filter);
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"Name eq {null}"));
    }

    static async Task<List<TableEntity>> WhereAsync(TableClient table, FormattableString filter) =>
        await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)).ToListAsync();

    static async Task FillAsync(TableClient table, int count)
    {
        foreach (var rows in Enumerable.Range(0, count).Chunk(100))
            await table.SubmitTransactionAsync(
                rows.Select(n => new TableTransactionAction(Add, new TableEntity("p", $"é'{n:D4}"))));
    }

    static HttpResponseMessage Page(string body, string? nextPartition)
    {
        var answer = new HttpResponseMessage { Content = new StringContent(body) };
        if (nextPartition is not null) answer.Headers.Add("x-ms-continuation-NextPartitionKey", nextPartition);
        return answer;
    }
}
