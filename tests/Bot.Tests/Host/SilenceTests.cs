using System.Diagnostics;
using OutreachBot.Channel;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>Services that say nothing at all. Teams gives up after ten seconds, so the bot does before.</summary>
public sealed class SilenceTests(AzuriteFixture azurite)
{
    static readonly TimeSpan TeamsWaits = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task When_storage_is_silent_a_press_is_answered_in_words_before_Teams_gives_up()
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        var press = story.ProvidingHead.Pressing(
            await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id), "Agree to the release");
        bot.Host.Wire.Losses = request => Wire.IsTransaction(request) ? Loss.Silence : null;

        var clock = Stopwatch.StartNew();
        var answer = (await bot.Teams.PostAsync(press)).Card;

        Assert.Equal("That did not work", answer.Heading);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TeamsWaits);
        bot.Host.Wire.Losses = null;
        await bot.Teams.PostAsync(press);
        Assert.Equal(Stage.Confirming, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task When_the_connector_is_silent_a_message_is_done_and_Teams_is_not_kept_waiting()
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);
        bot.Teams.Hangs = _ => true;

        var clock = Stopwatch.StartNew();
        await bot.Teams.PostAsync(story.ProvidingHead.Saying($"approve {story.Id}"));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TeamsWaits);
        Assert.Equal(Stage.Confirming, (await bot.RequestAsync(story)).Stage);
        bot.Teams.Hangs = null;
    }
}
