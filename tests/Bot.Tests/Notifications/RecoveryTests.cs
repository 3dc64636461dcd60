using Azure;
using Azure.Data.Tables;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Tests;

/// <summary>Instances that die between two writes, and rows that cannot be read.</summary>
public sealed class RecoveryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_crash_between_sending_and_striking_out_sends_no_second_time()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        dispatch.Bot.Wire.Losses = request => request.Method == HttpMethod.Delete
            || (Wire.IsTransaction(request) && dispatch.NewMessages(Some.ProvidingHeadteacher) > 0)
            ? Loss.Request
            : null;
        await dispatch.TryDrainAsync();

        await dispatch.Another().TakeOverAsync();

        Assert.Equal(1, dispatch.NewMessages(Some.ProvidingHeadteacher));
        Assert.Empty(await dispatch.Bot.Another().DueAsync());
    }

    [Fact]
    public async Task A_crash_right_behind_the_sending_sends_once_more_at_most()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        dispatch.Bot.Wire.Losses = _ => dispatch.NewMessages(Some.ProvidingHeadteacher) > 0 ? Loss.Request : null;
        await dispatch.TryDrainAsync();

        await dispatch.Another().TakeOverAsync();
        await dispatch.Another().TakeOverAsync();

        Assert.Equal(2, dispatch.NewMessages(Some.ProvidingHeadteacher));
    }

    [Fact]
    public async Task After_a_restart_all_that_was_pending_is_delivered()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);

        await dispatch.Another().TakeOverAsync();

        Assert.Single(dispatch[Some.ProvidingHeadteacher].Messages);
        Assert.Empty(await dispatch.Bot.DueAsync());
    }

    [Fact]
    public async Task A_storage_that_failed_a_hundred_times_costs_the_dispatcher_no_place()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        var another = dispatch.Another();
        await another.DrainAsync();
        dispatch.Bot.Clock.Advance(TimeSpan.FromSeconds(10));
        another.Bot.Wire.Losses = request => Wire.IsTransaction(request) ? Loss.Request : null;
        for (var time = 0; time < 100; time++)
            await Assert.ThrowsAsync<RequestFailedException>(() => InTimeAsync(another.TakeDueAsync()));
        another.Bot.Wire.Losses = null;

        await InTimeAsync(another.DrainAsync());

        Assert.Single(dispatch[Some.ProvidingHeadteacher].Messages);

        // Whoever waits for a place that never comes waits for ever.
        static Task InTimeAsync(Task taking) =>
            taking.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    // A row that a newer version wrote, one that names a request that cannot be read, and one of no known person.
    [Theory]
    [InlineData("Kind", "TeaServed")]
    [InlineData("To", "nobody")]
    [InlineData("Version", null)]
    public async Task One_row_that_cannot_be_read_is_laid_aside_and_delays_nobody(string property, string? value)
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        var first = (await dispatch.Bot.RowsAsync("outbox|"))[0];
        var poison =
            new TableEntity(first) { [property] = value!, RowKey = $"outbox|{0:D19}|{Some.AnotherId}|000001-00" };
        if (value is null) poison.Remove(property);
        await dispatch.Bot.Tables.Cases.AddEntityAsync(poison);

        await dispatch.DrainAsync();

        Assert.Single(dispatch[Some.ProvidingHeadteacher].Messages);
        var dead = Assert.Single(await dispatch.Bot.RowsAsync("dead|"));
        Assert.Equal("unreadable", dead.GetString("Reason"));
        Assert.Empty(await dispatch.Bot.DueAsync());
    }

    // A newer version wrote it, which another instance runs already: its items wait for that one.
    [Fact]
    public async Task One_request_that_cannot_be_read_delays_nobody()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        var state = Assert.Single(await dispatch.Bot.RowsAsync($"request|{Some.Id}|state"));
        await dispatch.Bot.Tables.Cases.AddEntityAsync(new TableEntity(state)
        {
            RowKey = $"request|{Neighbour}|state",
            ["Json"] = """{"Id":"02-00001","Stage":"Dancing"}""",
        });
        var notice = new Notice(Some.ProvidingHeadteacher.Person.Id, NoticeKind.YourTurn, 1);
        await dispatch.Bot.Tables.Cases
            .AddEntityAsync(new NoticeItem(Neighbour, notice, "000001-00", DateTimeOffset.UnixEpoch).ToRow());

        await dispatch.DrainAsync();

        Assert.Single(dispatch[Some.ProvidingHeadteacher].Messages);
        Assert.Empty(await dispatch.Bot.RowsAsync("dead|"));
        Assert.Contains(
            await dispatch.Bot.RowsAsync("outbox|"),
            row => row.RowKey.Contains(Neighbour.Value, StringComparison.Ordinal));
    }

    static CaseId Neighbour { get; } = CaseId.From(2, 16);
}
