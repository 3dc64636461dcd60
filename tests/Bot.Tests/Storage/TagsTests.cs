using OutreachBot.Bot.Storage;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Bot.Tests;

/// <summary>What a real storage says of rows that it has written, after its answer has been cut down.</summary>
public sealed class TagsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_tags_of_what_was_written_are_those_that_stand_in_storage()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.AMatch);
        await bot.PressAsync(Some.LeadingTeacher, new AcceptMatch(""), before.Version);
        Assert.True(bot.Signals.Written.TryRead(out var all));
        Assert.Equal(Assert.Single(await bot.RowsAsync("outbox|")).ETag, all.Tag);

        await bot.FanOut.SpreadAsync(Assert.IsType<FanOutItem>(all), default);

        var stored = (await bot.RowsAsync("outbox|")).ToDictionary(row => row.RowKey, row => row.ETag);
        while (bot.Signals.Written.TryRead(out var item)) Assert.Equal(stored[item.RowKey], item.Tag);
    }
}
