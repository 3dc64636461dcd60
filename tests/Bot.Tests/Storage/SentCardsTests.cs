using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Tests;

public sealed class SentCardsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_card_is_found_with_the_version_it_was_sent_for()
    {
        var bot = await Instance.StartAsync(azurite);
        Assert.Null(await FindAsync(bot));

        await bot.SentCards.SaveAsync(
            Some.Id, Some.Headteacher.Person.Id, new("a:1", "m1"), sentFor: 7, "000007-00", default);

        Assert.Equal(new(new("a:1", "m1"), 7, "000007-00"), await FindAsync(bot));
        Assert.Null(await bot.SentCards.FindAsync(Some.AnotherId, Some.Headteacher.Person.Id, default));
        Assert.Null(await bot.SentCards.FindAsync(Some.Id, Some.Teacher.Person.Id, default));
    }

    [Fact]
    public async Task A_card_that_was_asked_for_keeps_the_version_of_the_last_that_was_sent()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.SentCards.SaveAsync(
            Some.Id, Some.Headteacher.Person.Id, new("a:1", "m1"), sentFor: 7, "000007-00", default);

        await bot.SentCards.SaveAsync(Some.Id, Some.Headteacher.Person.Id, new("a:1", "m2"), default);

        Assert.Equal(new(new("a:1", "m2"), 7, "000007-00"), await FindAsync(bot));
    }

    [Fact]
    public async Task A_field_is_open_in_the_newest_card_until_it_is_closed_or_another_comes()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.SentCards.SaveAsync(
            Some.Id, Some.Headteacher.Person.Id, new("a:1", "m1"), sentFor: 7, "000007-00", default);

        await UseAsync(bot, "m1", inUse: true);
        Assert.Equal(new(new("a:1", "m1"), 7, "000007-00", InUse: true), await FindAsync(bot));
        await UseAsync(bot, "m1", inUse: false);
        Assert.False((await FindAsync(bot))!.InUse);

        await UseAsync(bot, "m1", inUse: true);
        await bot.SentCards.SaveAsync(Some.Id, Some.Headteacher.Person.Id, new("a:1", "m2"), default);
        Assert.False((await FindAsync(bot))!.InUse);
        await UseAsync(bot, "m1", inUse: true);
        Assert.Equal(new(new("a:1", "m2"), 7, "000007-00"), await FindAsync(bot));
    }

    [Fact]
    public async Task A_card_that_nobody_holds_is_not_in_use()
    {
        var bot = await Instance.StartAsync(azurite);

        await UseAsync(bot, "m1", inUse: true);

        Assert.Null(await FindAsync(bot));
    }

    static Task UseAsync(Instance bot, string message, bool inUse) =>
        bot.SentCards.UseAsync(Some.Id, Some.Headteacher.Person.Id, new("a:1", message), inUse, default);

    static Task<CurrentCard?> FindAsync(Instance bot) =>
        bot.SentCards.FindAsync(Some.Id, Some.Headteacher.Person.Id, default);
}
