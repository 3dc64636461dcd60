using Azure;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Bot.Tests;

/// <summary>Calls to storage that get lost on the way there or on the way back.</summary>
public sealed class LostTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Losses => [.. Enum.GetNames<Loss>().Except([nameof(Loss.Silence)])];

    [Theory, MemberData(nameof(Losses))]
    public async Task A_transaction_that_got_lost_is_one_event_and_a_success(string loss)
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.ARelease);
        bot.Wire.LoseTransactions(Enum.Parse<Loss>(loss));

        var outcome = await bot.PressAsync(Some.ProvidingHeadteacher, new AgreeRelease("Gladly."), before.Version);

        Assert.IsType<Decision.Accepted>(outcome.Decision);
        Assert.Equal(Stage.Confirming, outcome.Request.Stage);
        Assert.Equal(before.Version + 1, (await bot.RequestAsync()).Version);
        Assert.Single(await bot.RowsAsync($"request|{Some.Id}|event|{before.Version + 1:D6}"));
    }

    // A step can be saved again and again, so the state alone does not say that it was saved before.
    [Theory, MemberData(nameof(Losses))]
    public async Task An_action_that_could_be_done_twice_is_done_once(string loss)
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.AProgrammeWithOneVisitRecorded);
        bot.Wire.LoseTransactions(Enum.Parse<Loss>(loss));

        var outcome = await bot.PressAsync(Some.Teacher, new NoteFollowUp(1, "Count every morning."), before.Version);

        Assert.IsType<Decision.Accepted>(outcome.Decision);
        Assert.Single(outcome.Request.FollowUps);
        Assert.Single((await bot.RequestAsync()).FollowUps);
    }

    [Theory, MemberData(nameof(Losses))]
    public async Task A_request_is_begun_once(string loss)
    {
        var bot = await Instance.StartAsync(azurite);
        bot.Wire.LoseTransactions(Enum.Parse<Loss>(loss));

        var outcome = await bot.PressAsync(Some.Headteacher, new StartRequest(), 0);

        Assert.IsType<Decision.Accepted>(outcome.Decision);
        Assert.Equal(1, (await bot.RequestAsync()).Version);
    }

    [Fact]
    public async Task Storage_that_stays_away_is_said_and_nothing_is_written()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.ARelease);
        bot.Wire.LoseTransactions(Loss.Busy, times: 100);

        await Assert.ThrowsAsync<RequestFailedException>(
            () => bot.PressAsync(Some.ProvidingHeadteacher, new AgreeRelease(""), before.Version));

        Assert.Equal(before.Version, (await bot.RequestAsync()).Version);
    }

    [Fact]
    public async Task Somebody_who_stops_waiting_is_not_kept()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.ARelease);
        using var gone = new CancellationTokenSource();
        bot.Wire.BeforeTransaction = gone.CancelAsync;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Cases.DecideAsync(
            Some.Id, workflow: null, Instance.Press(Some.ProvidingHeadteacher, "agree", before.Version), pressed: null,
            Some.ProvidingHeadteacher, _ => new AgreeRelease(""), gone.Token));
    }
}
