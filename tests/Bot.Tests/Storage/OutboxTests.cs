using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;

namespace OutreachBot.Bot.Tests;

public sealed class OutboxTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_is_due_comes_in_the_order_of_the_moment_and_nothing_before_its_time()
    {
        var bot = await WithItemsAsync();
        var first = await bot.DueAsync();
        Assert.DoesNotContain(first, item => item.Kind is nameof(NoticeKind.Reminder));

        bot.Clock.Advance(TimeSpan.FromDays(3));
        var later = await bot.DueAsync();

        Assert.Equal(first.Select(item => item.RowKey), later.Take(first.Count).Select(item => item.RowKey));
        Assert.Contains(later.Skip(first.Count), item => item.Kind is nameof(NoticeKind.Reminder));
        Assert.Equal(
            later.Select(item => item.RowKey).Order(StringComparer.Ordinal), later.Select(item => item.RowKey));
    }

    [Fact]
    public async Task What_is_due_is_one_round_trip()
    {
        var bot = await WithItemsAsync();

        Assert.Equal(1, await bot.Wire.CountAsync(bot.DueAsync));
    }

    [Fact]
    public async Task An_item_is_completed_once_and_completing_it_again_is_no_error()
    {
        var bot = await WithItemsAsync();
        var due = await bot.DueAsync();

        await bot.Outbox.CompleteAsync(due[0], default);
        await bot.Outbox.CompleteAsync(due[0], default);

        Assert.Equal(due.Skip(1).Select(item => item.RowKey), (await bot.DueAsync()).Select(item => item.RowKey));
    }

    [Fact]
    public async Task An_item_that_is_put_off_comes_again_with_one_attempt_more()
    {
        var bot = await WithItemsAsync();
        var item = (await bot.DueAsync())[0];

        await bot.Outbox.DeferAsync(item, TimeSpan.FromSeconds(30), attempts: 1, default);
        bot.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.DoesNotContain(await bot.DueAsync(), one => one.Name == item.Name);

        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = Assert.Single(await bot.DueAsync(), one => one.Name == item.Name);
        Assert.Equal((item.Kind, item.Person, item.Version), (again.Kind, again.Person, again.Version));
        Assert.Equal(1, again.Attempts);
    }

    // Another instance may have delivered it meanwhile.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Putting_off_or_laying_aside_what_is_gone_brings_nothing_back(bool bury)
    {
        var bot = await WithItemsAsync();
        var item = (await bot.DueAsync())[0];
        await bot.Outbox.CompleteAsync(item, default);

        if (bury) await bot.Outbox.DeadLetterAsync(item, "unreachable", [], default);
        else await bot.Outbox.DeferAsync(item, TimeSpan.FromSeconds(1), attempts: 1, default);

        bot.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.DoesNotContain(await bot.DueAsync(), one => one.Name == item.Name);
        Assert.Empty(await bot.RowsAsync("dead|"));
    }

    [Fact]
    public async Task An_item_holds_ids_and_a_kind_and_no_text()
    {
        var bot = await WithOneForAllAsync();
        Assert.Equal(
            ["Attempts", "Before", "Kind", "To", "Version"], Properties(Assert.Single(await bot.RowsAsync("outbox|"))));

        await bot.SpreadAsync();

        var items = await bot.RowsAsync("outbox|");
        Assert.All(
            items, row => Assert.Equal(["Attempts", "Kind", "To", "Version"], Properties(row).Except(["Until"])));
        Assert.Equal(
            ["Reminder"], items.Where(row => row.ContainsKey("Until")).Select(row => row.GetString("Kind")).Distinct());
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

    async Task<Instance> WithItemsAsync()
    {
        var bot = await WithOneForAllAsync();
        await bot.SpreadAsync();
        return bot;
    }
}
