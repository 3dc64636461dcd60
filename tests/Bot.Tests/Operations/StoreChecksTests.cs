using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Verification;
using OutreachBot.Bot.Workflows;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

public sealed class StoreChecksTests
{
    static readonly WholeCase Sound = Whole(Given.AProgramme);

    [Fact]
    public void A_sound_request_has_no_fault() => Assert.Empty(StoreChecks.Check(Sound));

    [Fact]
    public void A_state_that_is_not_the_fold_of_its_events_is_found() =>
        Assert.Equal(
            "I1",
            Assert.Single(
                StoreChecks.Check(Sound with { State = (Request)Sound.State! with { Stage = Stage.Closed } }))
                    .Invariant);

    [Fact]
    public void Rows_without_a_state_are_found() =>
        Assert.Equal("I1", Assert.Single(StoreChecks.Check(Sound with { State = null })).Invariant);

    [Fact]
    public void A_missing_event_is_found() =>
        Assert.Contains(
            StoreChecks.Check(Sound with { Events = [.. Sound.Events.Where(recorded => recorded.Number != 3)] }),
            fault => fault.Invariant == "I3");

    [Fact]
    public void Two_operations_for_one_version_are_found() =>
        Assert.Equal(
            "I2",
            Assert.Single(
                StoreChecks.Check(Sound with { Operations = [.. Sound.Operations, ("again", 2)] })).Invariant);

    [Fact]
    public void An_action_without_its_operation_is_found() =>
        Assert.Equal(
            "I2",
            Assert.Single(StoreChecks.Check(Sound with { Operations = [.. Sound.Operations.SkipLast(1)] })).Invariant);

    [Fact]
    public void An_action_between_others_without_its_operation_is_found() =>
        Assert.Equal(
            "I2",
            Assert.Single(StoreChecks.Check(Sound with
            {
                Operations = [.. Sound.Operations.Where(operation => operation.Version != 5)]
            })).Invariant);

    [Fact]
    public void An_item_that_rests_on_nothing_is_found()
    {
        var notice = new Notice(Some.Inspector.Person.Id, NoticeKind.News, Sound.State!.Version + 1);
        var item = new NoticeItem(Some.Id, notice, "1-1", "outbox|1");

        Assert.Equal("I4", Assert.Single(StoreChecks.Check(Sound with { Outbox = [item] })).Invariant);
    }

    [Fact]
    public void Days_that_their_request_holds_are_well_booked() =>
        Assert.Empty(CheckBookings(Some.FirstVisit, Some.SecondVisit));

    [Fact]
    public void A_booked_day_that_nobody_holds_is_found() =>
        Assert.Equal(
            "I10",
            Assert.Single(CheckBookings(Some.FirstVisit, Some.SecondVisit, Some.FirstVisit.AddDays(1))).Invariant);

    [Fact]
    public void A_day_that_is_held_and_not_booked_is_found() =>
        Assert.Equal("I10", Assert.Single(CheckBookings(Some.FirstVisit)).Invariant);

    [Fact]
    public void A_day_promised_to_two_requests_is_found()
    {
        var twin = Sound with { Id = Some.AnotherId, State = Sound.State! with { Id = Some.AnotherId } };
        var both = new Dictionary<CaseId, WholeCase> { [Some.Id] = Sound, [Some.AnotherId] = twin };

        Assert.Equal(
            2, OutreachBookings.Check(both, [], Some.Authority)
                .Count(fault => fault.What.Contains("two requests", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_overdrawn_allowance_is_found()
    {
        var days = Enumerable.Range(0, 10).Select(day => Some.FirstVisit.AddDays(day)).ToArray();

        Assert.Contains(CheckBookings(days), fault => fault.What.Contains("allowance", StringComparison.Ordinal));
    }

    static List<Violation> CheckBookings(params DateOnly[] days) =>
    [
        .. OutreachBookings.Check(
            new Dictionary<CaseId, WholeCase> { [Some.Id] = Sound },
            days.Select(day => (Some.LeadingTeacher.Person.Id, new Booking(day, Some.Id, Some.School.Urn))),
            Some.Authority),
    ];

    static WholeCase Whole(Scenario scenario) =>
        new(Some.Id, scenario.Request, scenario.Events,
            [.. scenario.Events.Select(recorded => ($"op-{recorded.Number}", recorded.Number))], [], [])
        { Workflow = new OutreachWorkflow() };
}
