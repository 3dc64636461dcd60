using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Bot.Tests;

public sealed class OvertakenTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Whoever_comes_second_decides_again_on_what_the_first_did()
    {
        var (bot, rival, version) = await TwoInstancesWithAsync(Given.AForm2ToSign);
        bot.Wire.BeforeTransaction = () => rival.PressAsync(Some.ProvidingHeadteacher, new SignForm2(1, ""), version);

        var trips = await bot.Wire.CountAsync(() => bot.PressAsync(Some.Headteacher, new SignForm2(1, ""), version));

        Assert.Equal(
            [
                new Form2Signed(1, Part.ProvidingHeadteacher, "") { LeadsTo = Stage.Confirming },
                new Form2Signed(1, Part.ReceivingHeadteacher, "") { LeadsTo = Stage.Confirming },
                new ProgrammeConfirmed(1) { LeadsTo = Stage.Visiting },
            ],
            await EventsAfterAsync(bot, version));
        Assert.InRange(trips, 3, 4);
    }

    [Fact]
    public async Task Whoever_is_overtaken_by_the_end_is_refused()
    {
        var (bot, rival, version) = await TwoInstancesWithAsync(Given.ARelease);
        bot.Wire.BeforeTransaction = () =>
            rival.PressAsync(Some.Headteacher, new WithdrawRequest("Our budget has changed."), version);

        Bot.Storage.Outcome? outcome = null;
        var trips = await bot.Wire.CountAsync(
                async () => outcome = await bot.PressAsync(Some.ProvidingHeadteacher, new AgreeRelease(""), version));

        Assert.IsType<Refusal.NotAtThisStage>(Assert.IsType<Decision.Rejected>(outcome!.Decision).Why);
        Assert.Equal(Stage.Withdrawn, outcome.Request.Stage);
        Assert.Single(await EventsAfterAsync(bot, version));
        Assert.InRange(trips, 3, 4);
    }

    [Fact]
    public async Task A_double_click_on_two_instances_is_one_event_and_two_successes()
    {
        var (bot, rival, version) = await TwoInstancesWithAsync(Given.ARelease);
        Bot.Storage.Outcome? first = null;
        bot.Wire.BeforeTransaction = async () =>
            first = await rival.PressAsync(Some.ProvidingHeadteacher, new AgreeRelease("Yes."), version);

        var second = await bot.PressAsync(Some.ProvidingHeadteacher, new AgreeRelease("Yes."), version);

        Assert.IsType<Decision.Accepted>(first!.Decision);
        Assert.IsType<Decision.Accepted>(second.Decision);
        Assert.True(second.Repeated);
        Assert.Equal(
            [new ReleaseAgreed("Yes.") { LeadsTo = Stage.Confirming }], await EventsAfterAsync(bot, version));
    }

    [Fact]
    public async Task Two_instances_that_begin_the_same_request_begin_it_once()
    {
        var bot = await Instance.StartAsync(azurite);
        var rival = bot.Another();
        bot.Wire.BeforeTransaction = () => rival.PressAsync(Some.Headteacher, new StartRequest(), 0);

        var outcome = await bot.PressAsync(Some.Headteacher, new StartRequest(), 0);

        Assert.IsType<Decision.Accepted>(outcome.Decision);
        Assert.Equal(1, outcome.Request.Version);
        Assert.Single(await bot.OperationsAsync());
    }

    // Event numbers would show most rivals; the state's own tag shows every one, a repair by hand among them.
    [Fact]
    public async Task A_state_that_was_touched_meanwhile_is_read_again()
    {
        var (bot, rival, version) = await TwoInstancesWithAsync(Given.ARelease);
        bot.Wire.BeforeTransaction = async () =>
        {
            var state = Assert.Single(await rival.RowsAsync($"request|{Some.Id}|state"));
            await rival.Tables.Cases.UpdateEntityAsync(state, state.ETag);
        };

        var trips =
            await bot.Wire.CountAsync(() => bot.PressAsync(Some.ProvidingHeadteacher, new AgreeRelease(""), version));

        Assert.Equal(4, trips);
        Assert.Single(await EventsAfterAsync(bot, version));
    }

    [Fact]
    public async Task Somebody_who_is_overtaken_again_and_again_is_told_in_the_end()
    {
        var (bot, rival, version) = await TwoInstancesWithAsync(Given.ADraft);
        bot.Wire.BeforeTransaction = OvertakeAsync;

        async Task OvertakeAsync()
        {
            bot.Wire.BeforeTransaction = OvertakeAsync;
            await rival.PressAsync(
                Some.Headteacher, new SaveStep(FormKeys.Form1, 0, Some.Form1), (await rival.RequestAsync()).Version);
        }

        await Assert.ThrowsAsync<TimeoutException>(
            () => bot.PressAsync(Some.Headteacher, new WithdrawRequest(""), version));
    }

    async Task<(Instance Bot, Instance Rival, int Version)> TwoInstancesWithAsync(Scenario scenario)
    {
        var bot = await Instance.StartAsync(azurite);
        var request = await bot.HaveAsync(scenario);
        return (bot, bot.Another(), request.Version);
    }

    static async Task<IEnumerable<CaseEvent>> EventsAfterAsync(Instance bot, int version) =>
        (await bot.Store.EventsAsync(Some.Id, default)).Skip(version).Select(recorded => recorded.What);
}
