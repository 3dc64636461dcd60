using Azure.Data.Tables;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Bot.Tests;

/// <summary>One row says that people are to be told; it becomes one for each of them.</summary>
public sealed class FanOutTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Whoever_has_just_written_it_spreads_it_in_one_round_trip()
    {
        var bot = await AcceptedAsync();

        Assert.Equal(1, await bot.Wire.CountAsync(bot.SpreadAsync));

        var rows = await bot.RowsAsync("outbox|");
        Assert.Contains(
            rows,
            row => row.GetString("Kind") == nameof(NoticeKind.YourTurn)
                && row.GetString("Claim") == bot.Signals.Instance);
        Assert.Contains(rows, row => row.GetString("Kind") == nameof(NoticeKind.Reminder) && !row.ContainsKey("Claim"));
        Assert.DoesNotContain(rows, row => row.GetString("Kind") == FanOutItem.AsKind);
    }

    [Fact]
    public async Task Whoever_takes_it_over_writes_the_same_rows()
    {
        var bot = await AcceptedAsync();
        var all = Assert.Single(await bot.RowsAsync("outbox|"));
        await bot.SpreadAsync();
        var byItsWriter = await RowsAsync(bot);

        await bot.EmptyOutboxAsync();
        await bot.Tables.Cases.AddEntityAsync(all);
        var another = bot.Another();
        await another.FanOut.SpreadAsync((FanOutItem)Assert.Single(await another.DueAsync()), default);

        Assert.Equal(byItsWriter, await RowsAsync(bot));
    }

    [Fact]
    public async Task It_is_spread_once()
    {
        var bot = await AcceptedAsync();
        var all = (FanOutItem)Assert.Single(await bot.DueAsync());
        await bot.SpreadAsync();
        await bot.Outbox.CompleteAsync((await bot.DueAsync())[0], default);
        var left = await RowsAsync(bot);

        await bot.FanOut.SpreadAsync(all, default);

        Assert.Equal(left, await RowsAsync(bot));
        Assert.False(bot.Signals.Written.TryRead(out _));
    }

    // Nobody's chat is waited for, not even that of whoever pressed.
    [Fact]
    public async Task It_does_not_wait_for_the_chat_of_whoever_pressed()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        dispatch.Teams.Faults = call =>
            call.Person == Some.ProvidingHeadteacher.Person.Id.Object ? new(429, RetryAfter: 700) : null;
        await dispatch.DrainAsync();

        await dispatch.DoAsync(Some.ProvidingHeadteacher, new AgreeRelease(""));
        await dispatch.DrainAsync();

        Assert.Contains("Form 2", dispatch[Some.LeadingTeacher].Newest.Card.Text);
    }

    // A newer version has written what happened, and another instance runs that version already.
    [Fact]
    public async Task What_happened_and_cannot_be_read_yet_is_waited_for()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        var last = (await dispatch.Bot.RowsAsync($"request|{Some.Id}|event|"))[^1];
        await dispatch.Bot.Tables.Cases.UpdateEntityAsync(
            new TableEntity(last) { ["Kind"] = "TeaServed" }, last.ETag);

        await dispatch.Another().TakeOverAsync();

        Assert.Empty(await dispatch.Bot.RowsAsync("dead|"));
        Assert.Equal(FanOutItem.AsKind, Assert.Single(await dispatch.Bot.RowsAsync("outbox|")).GetString("Kind"));
    }

    [Fact]
    public async Task What_happened_and_is_gone_is_laid_aside_and_a_coordinator_is_told()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        var last = (await dispatch.Bot.RowsAsync($"request|{Some.Id}|event|"))[^1];
        await dispatch.Bot.Tables.Cases.DeleteEntityAsync(last.PartitionKey, last.RowKey);

        await dispatch.Another().TakeOverAsync();

        Assert.Equal(FanOutItem.AsKind, Assert.Single(await dispatch.Bot.RowsAsync("dead|")).GetString("Kind"));
        Assert.Equal("A message has not arrived", dispatch[Some.Coordinator].Newest.Card.Heading);
    }

    async Task<Instance> AcceptedAsync()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.AMatch);
        await bot.PressAsync(Some.LeadingTeacher, new AcceptMatch(""), before.Version);
        return bot;
    }

    // Whose they are differs.
    static async Task<IEnumerable<string>> RowsAsync(Instance bot) => (await bot.RowsAsync("outbox|"))
        .Select(row =>
            $"{row.RowKey} {row.GetString("To")} {row.GetString("Kind")} {row.GetInt32("Version")} "
            + $"{row.ContainsKey("Claim")}");
}
