using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

public sealed class ConversationsTests(AzuriteFixture azurite)
{
    static readonly PersonId Ann = new("t1", "ann");
    static readonly PersonId Ben = new("t1", "ben");
    static readonly ChatAddress AtAnns = new("https://smba.trafficmanager.net/uk/", "a:ann", "28:bot");
    static readonly ChatAddress AtBens = new("https://smba.trafficmanager.net/emea/", "a:ben", "28:bot");

    [Fact]
    public async Task A_place_is_learnt_once_and_found_by_every_instance()
    {
        var bot = await Instance.StartAsync(azurite);

        Assert.Equal(3, await bot.Wire.CountAsync(() => bot.Conversations.LearnAsync(Ann, AtAnns, default)));
        Assert.Equal(0, await bot.Wire.CountAsync(() => bot.Conversations.LearnAsync(Ann, AtAnns, default)));

        Assert.Equal(AtAnns, await bot.Another().Conversations.FindAsync(Ann, default));
        Assert.Null(await bot.Conversations.FindAsync(Ben, default));
    }

    [Fact]
    public async Task Somebody_who_is_met_elsewhere_is_reached_there()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.Conversations.LearnAsync(Ann, AtAnns, default);

        await bot.Conversations.LearnAsync(Ann, AtAnns with { Conversation = "a:new" }, default);

        Assert.Equal("a:new", (await bot.Conversations.FindAsync(Ann, default))!.Conversation);
        Assert.Equal("a:new", (await bot.Another().Conversations.FindAsync(Ann, default))!.Conversation);
    }

    [Fact]
    public async Task Connectors_are_tried_from_the_near_to_the_far()
    {
        var bot = await Instance.StartAsync(azurite);
        Assert.Empty(await bot.Conversations.ServiceUrlsAsync("t1", default));

        await bot.Conversations.LearnAsync(Ann, AtAnns, default);
        await bot.Conversations.LearnAsync(new("t2", "cas"), AtBens, default);

        Assert.Equal([AtAnns.ServiceUrl, AtBens.ServiceUrl], await bot.Conversations.ServiceUrlsAsync("t1", default));
        Assert.Equal([AtBens.ServiceUrl], await bot.Conversations.ServiceUrlsAsync("t2", default));
        Assert.Equal([AtBens.ServiceUrl], await bot.Conversations.ServiceUrlsAsync("t3", default));
    }

    [Fact]
    public async Task One_welcome_is_for_one_person_and_not_for_each_instance()
    {
        var bot = await Instance.StartAsync(azurite);

        Assert.True(await bot.Conversations.IsFirstWelcomeAsync(Ann, default));
        Assert.False(await bot.Another().Conversations.IsFirstWelcomeAsync(Ann, default));
        Assert.False(await bot.Conversations.IsFirstWelcomeAsync(Ann, default));
        Assert.True(await bot.Conversations.IsFirstWelcomeAsync(Ben, default));
    }

    [Fact]
    public async Task Whoever_has_removed_the_bot_is_reached_nowhere_until_they_come_back()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.Conversations.LearnAsync(Ann, AtAnns, default);

        await bot.Conversations.LeaveAsync(Ann, default);
        Assert.True((await bot.Conversations.FindAsync(Ann, default))!.HasLeft);
        Assert.True((await bot.Another().Conversations.FindAsync(Ann, default))!.HasLeft);

        await bot.Another().Conversations.LearnAsync(Ann, AtAnns, default);
        Assert.Equal(AtAnns, await bot.Conversations.FindAsync(Ann, default));
    }

    [Fact]
    public async Task Whoever_left_by_another_instance_and_installs_the_bot_again_here_has_not_left()
    {
        var bot = await Instance.StartAsync(azurite);
        var another = bot.Another();
        await bot.Conversations.LearnAsync(Ann, AtAnns, default);
        await another.Conversations.LeaveAsync(Ann, default);

        await bot.Conversations.ReturnAsync(Ann, AtAnns, default);

        Assert.Equal(AtAnns, await another.Conversations.FindAsync(Ann, default));
    }

    [Fact]
    public async Task Whoever_left_by_another_instance_and_goes_on_here_has_not_left_in_the_end()
    {
        var bot = await Instance.StartAsync(azurite);
        var another = bot.Another();
        await bot.Conversations.LearnAsync(Ann, AtAnns, default);
        await another.Conversations.LeaveAsync(Ann, default);

        bot.Clock.Advance(TimeSpan.FromMinutes(11));
        await bot.Conversations.LearnAsync(Ann, AtAnns, default);

        Assert.Equal(AtAnns, await another.Conversations.FindAsync(Ann, default));
    }
}
