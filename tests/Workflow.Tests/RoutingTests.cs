using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

// The decision says which stage comes next, and its event records it; evolution follows what is recorded.
public sealed class RoutingTests
{
    [Fact]
    public void Whatever_is_decided_records_where_it_leads() => Assert.Empty(
        from given in Given.Everything
        from press in Presses.On(given.Value)
        from recorded in given.Value.When(press.Actor, press.Command).Recorded
        where recorded.What is RequestEvent { LeadsTo: null }
        select $"{given.Key}: {recorded.What.GetType().Name}");

    [Fact]
    public void What_the_directory_changes_records_where_it_leads_too()
    {
        var recorded = NewerDirectory.Follow(
            Given.AMatch, NewerDirectory.Without(Some.LeadingTeacherEntry)).Recorded;

        Assert.Contains(recorded, one => one.What is LeadingTeacherLeft { LeadsTo: Stage.Brokering });
    }

    // Whatever the routes of today are: a scheme that leaves a stage out records another one.
    [Theory]
    [InlineData(Stage.Confirming)]
    [InlineData(Stage.Visiting)]
    [InlineData(Stage.Closing)]
    public void An_event_leads_where_it_says(Stage to)
    {
        var after = Given.ARelease.Happened(Some.ProvidingHeadteacher, new ReleaseAgreed("") { LeadsTo = to });

        Assert.Equal(to, after.Request.Stage);
    }

    [Fact]
    public void An_end_remembers_where_it_came_from()
    {
        var after = Given.ARelease.Happened(Some.Headteacher, new RequestWithdrawn("") { LeadsTo = Stage.Withdrawn });

        Assert.Equal((Stage.Withdrawn, Stage.Releasing), (after.Request.Stage, after.Request.EndedAt));
    }

    // What an earlier version recorded means what it meant then, at every stage that it could stand at.
    [Fact]
    public void Events_without_a_stage_lead_where_they_led() => Assert.Empty(
        from given in Given.Everything
        let now = given.Value.Events.Aggregate(new Request(Some.Id), (request, one) => request.Evolve(one))
        let then = given.Value.Events.Aggregate(
            new Request(Some.Id), (request, one) => request.Evolve(WithoutStage(one)))
        where Stored.Json(now) != Stored.Json(then)
        select given.Key);

    static Recorded WithoutStage(Recorded one) =>
        one.What is RequestEvent own ? one with { What = own with { LeadsTo = null } } : one;

    [Theory, MemberData(nameof(Stages))]
    public void What_is_settled_stays_settled_until_it_is_asked_again(Stage stage)
    {
        var settled = stage.Settled();

        if (settled.HasFlag(Milestones.Released)) Assert.True(settled.HasFlag(Milestones.Accepted));
        if (settled.HasFlag(Milestones.Accepted)) Assert.True(settled.HasFlag(Milestones.Approved));
        if (settled.HasFlag(Milestones.Approved)) Assert.True(settled.HasFlag(Milestones.Sent));
    }

    public static TheoryData<Stage> Stages => [.. Enum.GetValues<Stage>()];
}
