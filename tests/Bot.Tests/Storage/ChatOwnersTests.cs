using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

public sealed class ChatOwnersTests(AzuriteFixture azurite)
{
    static readonly PersonId Ann = new("t1", "ann");
    static readonly PersonId Ben = new("t2", "ben");

    [Fact]
    public async Task A_chat_is_whose_it_was_first_on_every_instance()
    {
        var bot = await Instance.StartAsync(azurite);
        var owners = new ChatOwners(bot.Tables);

        Assert.True(await owners.IsTheirsAsync(Ann, "a:1/2?#", default));
        Assert.False(await owners.IsTheirsAsync(Ben, "a:1/2?#", default));
        Assert.False(await new ChatOwners(bot.Tables).IsTheirsAsync(Ben, "a:1/2?#", default));
        Assert.True(await new ChatOwners(bot.Tables).IsTheirsAsync(Ann, "a:1/2?#", default));
        Assert.True(await owners.IsTheirsAsync(Ben, "a:1/2", default));
    }

    [Fact]
    public async Task It_is_asked_for_once()
    {
        var bot = await Instance.StartAsync(azurite);
        var owners = new ChatOwners(bot.Tables);
        await owners.IsTheirsAsync(Ann, "a:1", default);

        Assert.Equal(0, await bot.Wire.CountAsync(() => owners.IsTheirsAsync(Ann, "a:1", default)));
        Assert.Equal(0, await bot.Wire.CountAsync(() => owners.IsTheirsAsync(Ben, "a:1", default)));
    }
}
