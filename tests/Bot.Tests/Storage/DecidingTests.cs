using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Bot.Tests;

public sealed class DecidingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task State_events_operation_and_one_item_for_all_are_written_together()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.ARelease);

        var outcome = await bot.PressAsync(
            Some.ProvidingHeadteacher, new AgreeRelease("Gladly."), before.Version, pressed: new("a:4", "m1"));

        Assert.Equal(Stage.Confirming, outcome.Request.Stage);
        Assert.Equal(before.Version + 1, (await bot.RequestAsync()).Version);
        Assert.Equal(
            new RequestEvent.ReleaseAgreed("Gladly.") { LeadsTo = Stage.Confirming },
                (await bot.Store.EventsAsync(Some.Id, default))[^1].What);
        Assert.Single(
            await bot.OperationsAsync(),
            row => row.GetInt32("Version") == before.Version + 1 && row.GetString("Action") == nameof(AgreeRelease));
        Assert.Equal(FanOutItem.AsKind, Assert.Single(await bot.RowsAsync("outbox|")).GetString("Kind"));
        Assert.Equal(
            new("a:4", "m1"),
            (await bot.SentCards.FindAsync(Some.Id, Some.ProvidingHeadteacher.Person.Id, default))!.Card);
    }

    [Theory]
    [InlineData(nameof(Given.AClosedRequest))]
    [InlineData(nameof(Given.ACancelledProgrammeWithOneVisit))]
    [InlineData(nameof(Given.AForm2ToChange))]
    public async Task The_state_is_the_fold_of_the_events(string scenario)
    {
        var bot = await Instance.StartAsync(azurite);
        var request = await bot.HaveAsync(Given.Everything[scenario]);

        var events = await bot.Store.EventsAsync(Some.Id, default);

        Assert.Equal(Enumerable.Range(1, request.Version), events.Select(recorded => recorded.Number));
        Assert.Equal(Json(request), Json(events.Aggregate(new Request(Some.Id), Evolution.Evolve)));
    }

    [Fact]
    public async Task A_fresh_action_takes_two_round_trips()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.ARelease);

        Assert.Equal(
            2, await bot.Wire.CountAsync(
                () => bot.PressAsync(Some.ProvidingHeadteacher, new AgreeRelease(""), before.Version)));
    }

    [Fact]
    public async Task The_same_press_again_takes_two_round_trips_and_changes_nothing()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.ARelease);
        await bot.PressAsync(Some.ProvidingHeadteacher, new AgreeRelease(""), before.Version);

        Bot.Storage.Outcome? again = null;
        var trips = await bot.Wire.CountAsync(async () =>
                again = await bot.PressAsync(Some.ProvidingHeadteacher, new AgreeRelease(""), before.Version));

        Assert.Equal(2, trips);
        Assert.True(again!.Repeated);
        Assert.IsType<Decision.Accepted>(again.Decision);
        Assert.Equal(Stage.Confirming, again.Request.Stage);
        Assert.Equal(before.Version + 1, (await bot.RequestAsync()).Version);
    }

    [Fact]
    public async Task A_press_that_changes_nothing_writes_nothing()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.ARelease);
        var rows = (await bot.RowsAsync("")).Count;

        var trips =
            await bot.Wire.CountAsync(() => bot.PressAsync(Some.Headteacher, new AgreeRelease(""), before.Version));

        Assert.Equal(1, trips);
        Assert.Equal(rows, (await bot.RowsAsync("")).Count);
    }

    [Fact]
    public async Task One_operation_with_another_input_is_refused()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.ADraft);
        await bot.PressAsync(Some.Headteacher, new SaveStep(FormKeys.Form1, 0, Some.Form1), before.Version, "need=one");

        var other = await bot.PressAsync(
            Some.Headteacher, new SaveStep(FormKeys.Form1, 0, Some.Form1), before.Version, "need=two");

        Assert.IsType<Refusal.NotAtThisStage>(Assert.IsType<Decision.Rejected>(other.Decision).Why);
        Assert.False(other.Repeated);
        Assert.Equal(before.Version + 1, (await bot.RequestAsync()).Version);
    }

    [Fact]
    public async Task Each_accepted_action_has_one_operation()
    {
        var bot = await Instance.StartAsync(azurite);
        var before = await bot.HaveAsync(Given.AProgramme);
        await bot.PressAsync(Some.Stranger, new CancelProgramme("No."), before.Version);
        await bot.PressAsync(Some.Inspector, new CancelProgramme(""), before.Version);

        await bot.PressAsync(Some.Inspector, new CancelProgramme("The school closes."), before.Version);

        Assert.Equal(before.Version + 1, (await bot.OperationsAsync()).Count);
    }

    static string Json(Request request) => System.Text.Json.JsonSerializer.Serialize(request, StoredJson.Format);
}
