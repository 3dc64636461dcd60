using System.Net;
using OutreachBot.Bot.Operations;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>More of everything than anybody needs.</summary>
public sealed class AbuseTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Who_knocks_a_thousand_times_is_turned_away_a_thousand_times_and_fills_no_log()
    {
        await using var bot = await GuardedBot.StartAsync(azurite);
        using var http = new HttpClient { BaseAddress = bot.Host.CreateClient().BaseAddress };
        var before = bot.Host.Wire.Writes;

        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 20 },
            async (_, cancel) =>
            {
                using var answer = await http.PostAsync("/api/messages", new StringContent("CANARY"), cancel);
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            });

        // The minute may have turned meanwhile; then there is also the line that counts.
        Assert.InRange(Refusals(bot), RefusalLog.MostAMinute, (2 * RefusalLog.MostAMinute) + 1);
        Assert.Equal(before, bot.Host.Wire.Writes);
        Assert.Empty(bot.Host.Teams.Calls);
    }

    [Fact]
    public async Task Who_presses_a_thousand_times_has_pressed_once()
    {
        await using var bot = await GuardedBot.StartAsync(azurite);
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        var press = story.ProvidingHead.Pressing(
            await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id), "Agree to the release")
            .ToJsonString();
        var version = (await bot.RequestAsync(story.Id)).Version;
        var before = Refusals(bot);

        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 20 },
            async (_, cancel) =>
            {
                var answer = await bot.Host.Teams.PostAsync(System.Text.Json.Nodes.JsonNode.Parse(press)!);
                Assert.Contains(story.Id, answer.Card.Text);
            });

        Assert.Equal(
            (Stage.Confirming, version + 1),
            ((await bot.RequestAsync(story.Id)).Stage, (await bot.RequestAsync(story.Id)).Version));
        Assert.InRange(Refusals(bot) - before, 0, RefusalLog.MostAMinute);
        await bot.Host.SettledAsync();
        Assert.Empty(await bot.Host.ViolationsAsync());
    }

    static int Refusals(GuardedBot bot) =>
        bot.Host.Log.Lines.Count(line => line.StartsWith(typeof(RefusalLog).FullName!, StringComparison.Ordinal));
}
