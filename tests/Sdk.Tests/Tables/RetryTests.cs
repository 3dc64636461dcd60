using System.Net;
using Azure;
using Azure.Data.Tables;

namespace OutreachBot.Sdk.Tests.Tables;

public sealed class RetryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Without_retries_the_first_failure_is_told()
    {
        var wire = new Wiretap((_, _) => new(HttpStatusCode.ServiceUnavailable));
        var table = new TableClient(azurite.ConnectionString, "T", wire.Options(retries: 0));

        var failed = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpsertEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(503, failed.Status);
        Assert.Single(wire.Sent);
    }

    [Fact]
    public async Task With_retries_a_passing_failure_is_not_noticed_and_each_try_is_signed()
    {
        var name = (await azurite.NewTableAsync()).Name;
        var wire = new Wiretap((attempt, _) => attempt switch
        {
            1 => new(HttpStatusCode.ServiceUnavailable),
            2 => throw new HttpRequestException("The line broke."),
            _ => null
        });
        var table = new TableClient(azurite.ConnectionString, name, wire.Options(retries: 2));

        Assert.Equal(204, (await table.AddEntityAsync(new TableEntity("p", "r"))).Status);
        Assert.Equal(3, wire.Sent.Count);
        Assert.All(wire.Sent, request => Assert.Equal("SharedKeyLite", request.Headers.Authorization!.Scheme));
    }

    [Fact]
    public async Task A_retry_after_a_lost_answer_gives_a_false_412_as_in_the_original()
    {
        var name = (await azurite.NewTableAsync()).Name;
        var wire = new Wiretap
        {
            Returning = (attempt, answer) => attempt == 2 ? throw new HttpRequestException("It was lost.") : answer
        };
        var table = new TableClient(azurite.ConnectionString, name, wire.Options(retries: 1));
        var etag = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 1 }, etag));

        Assert.Equal(412, refused.Status);
        Assert.Equal(1, (await table.GetEntityAsync<TableEntity>("p", "r")).Value["N"]);
    }

    [Fact]
    public async Task An_answer_of_a_proxy_keeps_its_status()
    {
        var wire = new Wiretap((_, _) => new(HttpStatusCode.BadGateway) { Content = new StringContent("<html>") });
        var table = new TableClient(azurite.ConnectionString, "T", wire.Options());

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "r"))]));

        Assert.Equal(502, failed.Status);
        Assert.IsNotType<TableTransactionFailedException>(failed);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled()
    {
        var table = await azurite.NewTableAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: new(canceled: true)));
    }
}
