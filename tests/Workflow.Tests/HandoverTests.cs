using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;
using static OutreachBot.Workflow.Tests.NewerDirectory;

namespace OutreachBot.Workflow.Tests;

// The directory changes while requests are running.
public sealed class HandoverTests
{
    [Fact]
    public void A_successor_gets_the_headteachers_turn_and_the_card()
    {
        var after = Follow(Given.AFirstFormToApprove, Without(Some.HeadteacherEntry, Successor));

        after.Then(new PostPassedOn(Part.ReceivingHeadteacher, Successor.Person));
        Assert.Equal(Successor.Person, Assert.Single(after.Request.Waiting).Person);
        Assert.Contains(
            after.Notices, notice => notice.To == Successor.Person.Id && notice.Kind is NoticeKind.YourTurn);
        Assert.Contains(
            after.Notices, notice => notice.To == Some.Headteacher.Person.Id && notice.Kind is NoticeKind.Update);
        Assert.Contains(Some.Headteacher.Person.Id, after.Request.Former);
    }

    [Fact]
    public void A_successor_who_is_asked_nothing_hears_that_the_request_is_theirs_now()
    {
        var after = Follow(
            Given.AProgramme,
            Without(Some.ProvidingHeadteacherEntry, Successor with { SchoolUrn = Some.ProvidingSchool.Urn }));

        after.Then(new PostPassedOn(Part.ProvidingHeadteacher, Successor.Person));
        Assert.Contains(after.Notices, notice => notice.To == Successor.Person.Id && notice.Kind is NoticeKind.News);
    }

    [Fact]
    public void What_a_headteacher_asked_for_is_their_successors_to_answer_for()
    {
        var after = Follow(Given.AnOpenQuestion, Without(Some.HeadteacherEntry, Successor));

        after.Then(
            new PostPassedOn(Part.ReceivingHeadteacher, Successor.Person),
            new PostPassedOn(Part.Requester, Successor.Person));
        after.After.With(FactsOf(Without(Some.HeadteacherEntry, Successor)))
            .After(Acting(Successor), new AnswerQuestion("One of our own."));
    }

    [Fact]
    public void A_running_request_goes_to_the_inspector_of_today()
    {
        var authority = Some.AuthorityOf(
            Some.Members, null, [new(Some.SecondInspector.Person.Id, ["mathematics"])]);

        Follow(Given.ARequestWithTheInspector, authority)
            .Then(new PostPassedOn(Part.Inspector, Some.SecondInspector.Person));
    }

    [Fact]
    public void A_post_that_nobody_holds_is_the_coordinators_to_know_once()
    {
        var nobody = Without(Some.ProvidingHeadteacherEntry);
        var after = Follow(Given.ARelease, nobody);

        after.Then(new PostVacated(Part.ProvidingHeadteacher));
        Assert.Contains(
            after.Notices, notice => notice.To == Some.Coordinator.Person.Id && notice.Kind is NoticeKind.Vacant);
        Follow(after.After, nobody).ThenNothing();
        Follow(after.After, Some.Authority)
            .Then(new PostPassedOn(Part.ProvidingHeadteacher, Some.ProvidingHeadteacher.Person));
    }

    [Fact]
    public void A_coordinator_acts_for_an_inspector_whom_nobody_follows()
    {
        var after = Follow(Given.AFinishedReflection, Without(Some.InspectorEntry)).After;

        Assert.Equal(Part.Inspector, after.Request.TurnOf(Some.Coordinator)!.Part);
        after.After(Some.Coordinator, new CloseRequest("Nobody inspects mathematics just now."));
    }

    [Fact]
    public void A_leading_teacher_who_leaves_before_anything_is_agreed_makes_room_for_another()
    {
        var after = Follow(Given.AForm2ToSign, Without(Some.LeadingTeacherEntry));

        after.Then(new LeadingTeacherLeft());
        Assert.Equal((Stage.Brokering, 0), (after.Request.Stage, after.Request.Visits.Count));
        Assert.Contains(
            after.Alignments,
            one => one.Of == Some.LeadingTeacher.Person.Id && one.Kind is AlignmentKind.Bookings);
        Assert.Contains(
            after.Notices, notice => notice.To == Some.Inspector.Person.Id && notice.Kind is NoticeKind.YourTurn);
    }

    [Fact]
    public void Visits_that_happened_are_paid_when_the_leading_teacher_has_left()
    {
        var after = Follow(Given.AProgrammeWithOneVisitRecorded, Without(Some.LeadingTeacherEntry));

        after.Then(new PostVacated(Part.LeadingTeacher));
        var ended = after.After.After(Some.Inspector, new CancelProgramme("She has moved away."));
        Assert.Equal(250, ended.Request.Payment!.Total);
    }

    [Fact]
    public void A_visit_that_was_on_another_day_has_happened_although_it_is_not_recorded_yet() =>
        Follow(Given.AVisitOnAnotherDay, Without(Some.LeadingTeacherEntry)).Then(new PostVacated(Part.LeadingTeacher));

    [Fact]
    public void A_reflection_goes_on_when_the_only_teacher_has_left()
    {
        var after = Follow(Given.AReflection, Without(Some.TeacherEntry)).After
            .Sent(Some.LeadingTeacher, FormKeys.Form3LeadingTeacher, Some.LeadingTeachersReflection);

        Assert.Equal(Stage.Evaluating, after.Request.Stage);
    }

    [Fact]
    public void A_reflection_that_waits_only_for_people_who_have_left_goes_to_the_headteacher() =>
        Assert.Equal(
            Stage.Evaluating,
            Follow(Given.AReflection, Without([Some.TeacherEntry, Some.LeadingTeacherEntry])).Request.Stage);

    [Fact]
    public void A_school_that_returns_under_a_new_number_takes_its_requests_along()
    {
        var academy = new School("900999", "Alderbrook Academy");
        var after = Follow(Given.ARequestWithTheInspector, Renumbered(academy));

        after.Then(new SchoolRenamed(Some.School.Urn, academy));
        Assert.Equal(academy, after.Request.School);
        Assert.Empty(after.Request.Former);
    }

    [Fact]
    public void A_school_that_closes_without_a_successor_is_not_guessed()
    {
        var authority = Some.AuthorityOf(
            [.. Some.Members.Where(member => member.SchoolUrn != Some.School.Urn)],
            [Some.SchoolEntry with { IsClosed = true }, Some.ProvidingSchoolEntry],
            inspectors: null);

        Assert.Equal([Part.ReceivingHeadteacher], Follow(Given.AMatch, authority).Request.Vacant);
    }

    public static TheoryData<string> Everything => [.. Given.Everything.Keys];

    // Whatever is gone, the request is over, waits for somebody who is there, or can be ended by somebody who is.
    [Theory, MemberData(nameof(Everything))]
    public void No_request_is_stuck_whoever_leaves(string given)
    {
        var leaving = Some.Members.Where(
            member => !member.Roles.Contains(Role.Coordinator) && !member.Roles.Contains(Role.Finance)).ToList();
        for (var who = 0; who < 1 << leaving.Count; who += 37)
        {
            var authority = Without([.. leaving.Where((_, index) => (who & (1 << index)) != 0)]);
            var after = Follow(Given.Everything[given], authority).After.With(FactsOf(authority));
            Follow(after, authority).ThenNothing();
            if (after.Request.IsOver || after.Request.Stage is Stage.Drafting or Stage.Approving) continue;

            var people = Some.Members.Select(member => authority.ActorFor(member.Person.Id)).OfType<Actor>().ToList();
            Assert.True(
                people.Any(actor => after.Request.TurnOf(actor) is not null || MayEnd(after, actor)),
                $"{given} without {who} is stuck at {after.Request.Stage}");
        }
    }

    static bool MayEnd(Scenario given, Actor actor)
    {
        const string Why = "It cannot go on.";
        Command[] ends =
            [new DeclineRequest(Why), new WithdrawRequest(Why), new CancelProgramme(Why), new CloseRequest(Why)];
        return ends.Any(end => given.When(actor, end).Decision is Decision.Accepted);
    }
}
