using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Bot.Teams;
using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>Services that say nothing at all. Teams gives up after ten seconds, so the bot does before.</summary>
public sealed class SilenceTests(AzuriteFixture azurite)
{
    static readonly TimeSpan TeamsWaits = TimeSpan.FromSeconds(10);

    // The time that an answer may take: it passes when a test lets it.
    readonly FakeTimeProvider patience = new();

    [Fact]
    public async Task When_storage_is_silent_a_press_is_answered_in_words_before_Teams_gives_up()
    {
        await using var bot = await StartAsync();
        var (story, press) = await AtReleaseAsync(bot);
        var silent = new TaskCompletionSource();
        bot.Host.Wire.Losses = request =>
        {
            if (!Wire.IsTransaction(request)) return null;
            silent.TrySetResult();
            return Loss.Silence;
        };

        var answering = bot.Teams.PostAsync(press);
        await silent.Task;
        Assert.False(answering.IsCompleted);
        patience.Advance(TeamsWaits - TimeSpan.FromMilliseconds(1));

        Assert.Equal("That did not work", (await answering).Card.Heading);
        bot.Host.Wire.Losses = null;
        await bot.Teams.PostAsync(press);
        Assert.Equal(Stage.Confirming, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task When_the_connector_is_silent_a_message_is_done_and_Teams_is_not_kept_waiting()
    {
        await using var bot = await StartAsync();
        var (story, _) = await AtReleaseAsync(bot);
        var silent = new TaskCompletionSource();
        bot.Teams.Hangs = call =>
        {
            if (!call.IsNewMessage || call.Person != story.ProvidingHead.User.Id) return false;
            silent.TrySetResult();
            return true;
        };

        var answering = bot.Teams.PostAsync(story.ProvidingHead.Saying($"approve {story.Id}"));
        await silent.Task;
        Assert.False(answering.IsCompleted);
        patience.Advance(TeamsWaits - TimeSpan.FromMilliseconds(1));
        await answering;

        Assert.Equal(Stage.Confirming, (await bot.RequestAsync(story)).Stage);
        bot.Teams.Hangs = null;
    }

    static async Task<(OutreachStory Story, JsonObject Press)> AtReleaseAsync(SharedBot bot)
    {
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        var card = await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);
        return (story, story.ProvidingHead.Pressing(card, "Agree to the release"));
    }

    Task<SharedBot> StartAsync() => SharedBot.StartAsync(
        azurite,
        new()
        {
            ["Storage:AnswersWithin"] = Timeout.InfiniteTimeSpan.ToString(),
            ["Teams:WaitsFor"] = TeamsWaits.ToString()
        },
        services => services
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<TurnEdge>(provider, patience))
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<ChatReplies>(provider, patience)));
}
