using Azure.Data.Tables;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.Command;

namespace OutreachBot.Bot.Tests;

public sealed class OutboxTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_is_due_comes_in_the_order_of_the_moment_and_nothing_before_its_time()
    {
        var bot = await WithPromisesAsync();
        var first = await bot.DueAsync();
        Assert.DoesNotContain(first, promise => promise.Notice.Kind is NoticeKind.Reminder);

        bot.Clock.Advance(TimeSpan.FromDays(3));
        var later = await bot.DueAsync();

        Assert.Equal(first.Select(promise => promise.RowKey), later.Take(first.Count).Select(promise => promise.RowKey));
        Assert.Contains(later.Skip(first.Count), promise => promise.Notice.Kind is NoticeKind.Reminder);
        Assert.Equal(later.Select(promise => promise.RowKey).Order(StringComparer.Ordinal), later.Select(promise => promise.RowKey));
    }

    [Fact]
    public async Task What_is_due_is_one_round_trip()
    {
        var bot = await WithPromisesAsync();

        Assert.Equal(1, await bot.Wire.CountAsync(bot.DueAsync));
    }

    [Fact]
    public async Task A_promise_is_kept_once_and_keeping_it_again_is_no_error()
    {
        var bot = await WithPromisesAsync();
        var due = await bot.DueAsync();

        await bot.Outbox.KeepAsync(due[0], default);
        await bot.Outbox.KeepAsync(due[0], default);

        Assert.Equal(due.Skip(1).Select(promise => promise.RowKey), (await bot.DueAsync()).Select(promise => promise.RowKey));
    }

    [Fact]
    public async Task A_promise_that_is_put_off_comes_again_with_one_attempt_more()
    {
        var bot = await WithPromisesAsync();
        var promise = (await bot.DueAsync())[0];

        await bot.Outbox.DeferAsync(promise, TimeSpan.FromSeconds(30), attempts: 1, default);
        bot.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.DoesNotContain(await bot.DueAsync(), one => one.Name == promise.Name);

        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = Assert.Single(await bot.DueAsync(), one => one.Name == promise.Name);
        Assert.Equal(promise.Notice, again.Notice);
        Assert.Equal(1, again.Attempts);
    }

    // Another instance may have kept it meanwhile.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Putting_off_or_laying_aside_what_is_gone_brings_nothing_back(bool bury)
    {
        var bot = await WithPromisesAsync();
        var promise = (await bot.DueAsync())[0];
        await bot.Outbox.KeepAsync(promise, default);

        if (bury) await bot.Outbox.BuryAsync(promise, "unreachable", [], default);
        else await bot.Outbox.DeferAsync(promise, TimeSpan.FromSeconds(1), attempts: 1, default);

        bot.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.DoesNotContain(await bot.DueAsync(), one => one.Name == promise.Name);
        Assert.Empty(await bot.RowsAsync("dead|"));
    }

    [Fact]
    public async Task A_promise_holds_ids_and_a_kind_and_no_text()
    {
        var bot = await WithOneForAllAsync();
        Assert.Equal(["Attempts", "Before", "Kind", "To", "Version"], Properties(Assert.Single(await bot.RowsAsync("outbox|"))));

        await bot.SpreadAsync();

        var promised = await bot.RowsAsync("outbox|");
        Assert.All(promised, row => Assert.Equal(["Attempts", "Kind", "To", "Version"], Properties(row).Except(["Until"])));
        Assert.Equal(["Reminder"], promised.Where(row => row.ContainsKey("Until")).Select(row => row.GetString("Kind")).Distinct());
    }

    static IEnumerable<string> Properties(TableEntity row) =>
        row.Keys.Except(["odata.etag", "PartitionKey", "RowKey", "Timestamp", "Claim"]).Order(StringComparer.Ordinal);

    async Task<Instance> WithOneForAllAsync()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.ADraftAtItsReview);
        await bot.PressAsync(Some.Headteacher, new SendForm(FormKeys.Form1), before.Version);
        return bot;
    }

    async Task<Instance> WithPromisesAsync()
    {
        var bot = await WithOneForAllAsync();
        await bot.SpreadAsync();
        return bot;
    }
}
