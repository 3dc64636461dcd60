using System.Net;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Bot.Storage;
using static Azure.Data.Tables.TableTransactionActionType;

namespace OutreachBot.Bot.Tests;

/// <summary>What the bot relies on of Microsoft's client for tables, and of what it puts around it.</summary>
public sealed class TablesTests(AzuriteFixture azurite) : IDisposable
{
    readonly Canned canned = new();

    public void Dispose() => canned.Dispose();

    static TableEntity Row(string key = "r") => new("p", key);

    public static TheoryData<string> Writes => [.. Written.Keys];

    static readonly Dictionary<string, Func<TableClient, Task>> Written = new()
    {
        ["add"] = table => table.AddEntityAsync(Row()),
        ["upsert"] = table => table.UpsertEntityAsync(Row()),
        ["update"] = table => table.UpdateEntityAsync(Row(), new ETag("W/\"1\"")),
        ["delete"] = table => table.DeleteEntityAsync("p", "r"),
        ["transaction"] = table => table.SubmitTransactionAsync([new(Add, Row())]),
    };

    [Theory, MemberData(nameof(Writes))]
    public async Task A_write_whose_answer_is_lost_is_told_as_one_that_may_have_happened_and_goes_out_once(string write)
    {
        canned.Answer = () => throw new HttpRequestException("The connection was reset.");

        var lost = await Assert.ThrowsAsync<RequestFailedException>(() => Written[write](canned.Tables().Cases));

        Assert.Equal((0, true, 1), (lost.Status, Tables.MayHaveHappened(lost), canned.Sent.Count));
    }

    [Theory, MemberData(nameof(Writes))]
    public async Task A_write_that_was_given_up_is_told_as_one_that_may_have_happened_and_goes_out_once(string write)
    {
        canned.Answer = () => throw new TaskCanceledException("The answer did not come in time.");

        var lost = await Assert.ThrowsAnyAsync<Exception>(() => Written[write](canned.Tables().Cases));

        Assert.Equal((true, 1), (Tables.MayHaveHappened(lost), canned.Sent.Count));
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_storage_in_trouble_is_asked_once(HttpStatusCode status)
    {
        canned.Answer = () => new(status);

        var failed =
            await Assert.ThrowsAsync<RequestFailedException>(() => Written["transaction"](canned.Tables().Cases));

        Assert.Equal(((int)status, true, 1), (failed.Status, Tables.MayHaveHappened(failed), canned.Sent.Count));
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_refusal_has_not_happened_and_is_told_at_once(HttpStatusCode status)
    {
        canned.Answer = () => new(status);

        var refused =
            await Assert.ThrowsAsync<RequestFailedException>(() => Written["transaction"](canned.Tables().Cases));

        Assert.Equal((false, 1), (Tables.MayHaveHappened(refused), canned.Sent.Count));
    }

    // Proxies in between answer with what they like.
    [Theory]
    [InlineData("text/html", "<html>")]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/mixed; boundary=batch", "")]
    [InlineData(
        "multipart/mixed; boundary=batch",
        "--batch\r\nContent-Type: multipart/mixed; boundary=changes\r\n\r\n--changes\r\nContent-Ty")]
    [InlineData(
        "multipart/mixed; boundary=batch",
        "--batch\r\nContent-Type: multipart/mixed; boundary=changes\r\n\r\n--changes\r\n\r\nHTTP/1.1 "
        + "none\r\n\r\n--changes--\r\n--batch--\r\n")]
    [InlineData("multipart/mixed", "--batch")]
    [InlineData(null, "")]
    public async Task An_answer_to_a_transaction_that_cannot_be_read_says_that_it_may_have_happened(
        string? type, string body)
    {
        canned.Answer = () =>
        {
            var answer = new HttpResponseMessage(
                HttpStatusCode.Accepted)
            { Content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body)) };
            if (type is not null) answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            return answer;
        };

        var unread =
            await Assert.ThrowsAsync<RequestFailedException>(() => Written["transaction"](canned.Tables().Cases));

        Assert.Equal((0, true), (unread.Status, Tables.MayHaveHappened(unread)));
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_given_up_after_the_time_that_the_settings_say()
    {
        var wire = new Wire { Losses = _ => Loss.Silence };
        var table =
            new Tables(
                azurite.NewAccount() with { AnswersWithin = TimeSpan.FromMilliseconds(50) }, wire.Transport()).Cases;

        var silent = await Assert.ThrowsAnyAsync<Exception>(() => table.AddEntityAsync(Row()));

        Assert.Equal((true, 1), (Tables.MayHaveHappened(silent), wire.RoundTrips));
    }

    [Fact]
    public async Task Of_a_refused_transaction_the_first_row_that_was_refused_is_known()
    {
        var table = await NewTableAsync();
        var state = (await table.AddEntityAsync(Row("state"))).Headers.ETag!.Value;
        await table.AddEntityAsync(Row("operation"));

        var twice = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(UpdateReplace, Row("state"), state), new(Add, Row("operation")), new(Add, Row("event"))]));

        Assert.Equal((409, 1), (twice.Status, twice.FailedTransactionActionIndex));
        Assert.Equal(["operation", "state"], await KeysAsync(table));
    }

    [Fact]
    public async Task A_state_that_was_changed_meanwhile_is_refused_before_an_operation_that_is_there()
    {
        var table = await NewTableAsync();
        var old = (await table.AddEntityAsync(Row("state"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("state"));
        await table.AddEntityAsync(Row("operation"));

        var overtaken = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(UpdateReplace, Row("state"), old), new(Add, Row("operation"))]));

        Assert.Equal((412, 0), (overtaken.Status, overtaken.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task The_tags_that_a_transaction_answers_are_those_of_its_rows()
    {
        var table = await NewTableAsync();
        var state = (await table.AddEntityAsync(Row("state"))).Headers.ETag!.Value;

        var answer = await table.SubmitTransactionAsync(
            [new(UpdateReplace, Row("state"), state), new(Add, Row("event")), new(UpsertMerge, Row("card"))]);

        string[] keys = ["state", "event", "card"];
        foreach (var (key, told) in keys.Zip(answer.Value))
            Assert.Equal((await table.GetEntityIfExistsAsync<TableEntity>("p", key)).Value!.ETag, told.Headers.ETag);
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_an_answer_and_no_exception()
    {
        var table = await NewTableAsync();

        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_an_answer_and_no_exception()
    {
        var table = await NewTableAsync();

        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Fact]
    public async Task A_query_goes_on_over_pages_with_nothing_on_them()
    {
        var pages = new Queue<HttpResponseMessage>(
            [Page("", "p!1"), Page("", "p!2"), Page("""{"odata.etag":"e","PartitionKey":"p","RowKey":"r"}""", null)]);
        canned.Answer = pages.Dequeue;

        Assert.Equal(["r"], await KeysAsync(canned.Tables().Cases));
        Assert.Equal(
            ["", "p!1", "p!2"],
            canned.Sent.Select(request =>
                System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query)["NextPartitionKey"] ?? ""));
    }

    [Fact]
    public async Task A_query_brings_more_rows_than_a_page_holds_and_in_their_order()
    {
        var table = await NewTableAsync();
        var keys = Enumerable.Range(0, 1100).Select(number => $"é'{number:D4}").ToList();
        foreach (var some in keys.Chunk(100))
            await table.SubmitTransactionAsync(some.Select(key => new TableTransactionAction(Add, Row(key))));

        Assert.Equal(keys, await KeysAsync(table));
    }

    [Fact]
    public async Task A_moment_comes_back_in_UTC()
    {
        var table = await NewTableAsync();
        var moment = new DateTimeOffset(2026, 11, 22, 9, 30, 15, TimeSpan.FromHours(2)).AddTicks(1234567);
        await table.AddEntityAsync(new TableEntity("p", "r") { ["At"] = moment });

        var read = (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!.GetDateTimeOffset("At")!.Value;

        Assert.Equal((moment.UtcTicks, TimeSpan.Zero), (read.UtcTicks, read.Offset));
    }

    [Theory]
    [InlineData("🧑‍🏫 👩🏽‍🚀 🏴󠁧󠁢󠁷󠁬󠁳󠁿")]
    [InlineData("مريم تكتب من اليمين إلى اليسار")]
    [InlineData("O'Neill \"&\" <Dŵr> 学校 \u2028\u0001\r\n\t")]
    [InlineData("--changeset_1--\r\n\r\nHTTP/1.1 500")]
    [InlineData("")]
    public async Task Text_comes_back_as_it_was_alone_and_in_a_transaction(string text)
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "alone") { ["Text"] = text });
        await table.SubmitTransactionAsync([new(Add, new TableEntity("p", "among") { ["Text"] = text })]);

        foreach (var key in (string[])["alone", "among"])
            Assert.Equal(text, (await table.GetEntityIfExistsAsync<TableEntity>("p", key)).Value!.GetString("Text"));
    }

    [Theory]
    [InlineData("O'Neill (a),'b'")]
    [InlineData("학교 %2F & + =")]
    [InlineData("👋;:@|")]
    public async Task A_key_may_hold_quotes_and_any_script(string key)
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new TableEntity(key, key));

        var read = (await table.GetEntityIfExistsAsync<TableEntity>(key, key)).Value!;

        Assert.Equal(
            (key, key, 204),
            (read.PartitionKey, read.RowKey, (await table.DeleteEntityAsync(key, key, read.ETag)).Status));
    }

    async Task<TableClient> NewTableAsync()
    {
        var table = new Tables(azurite.NewAccount()).Cases;
        await table.CreateIfNotExistsAsync();
        return table;
    }

    static async Task<List<string>> KeysAsync(TableClient table) =>
        await table.QueryAsync<TableEntity>(row => row.PartitionKey == "p").Select(row => row.RowKey).ToListAsync();

    static HttpResponseMessage Page(string row, string? next)
    {
        var answer = new HttpResponseMessage { Content = new StringContent($$"""{"value":[{{row}}]}""") };
        if (next is not null) answer.Headers.Add("x-ms-continuation-NextPartitionKey", next);
        return answer;
    }
}
