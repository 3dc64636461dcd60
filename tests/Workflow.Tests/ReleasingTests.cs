using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

public sealed class ReleasingTests
{
    [Fact]
    public void The_leading_teacher_accepts_and_their_own_headteacher_is_asked()
    {
        var accepted = Given.AMatch.When(Some.LeadingTeacher, new AcceptMatch("With pleasure."));

        accepted.Then(new MatchAccepted("With pleasure."));
        Assert.Equal([Some.ProvidingHeadteacher.Person], accepted.Request.Waiting.Select(turn => turn.Person));
    }

    [Fact]
    public void The_leading_teacher_declines_with_a_reason() => Given.AMatch
        .When(Some.LeadingTeacher, new DeclineMatch("March is full."))
        .Then(new MatchDeclined("March is full."));

    [Fact]
    public void Declining_a_match_needs_a_reason() => Given.AMatch
        .When(Some.LeadingTeacher, new DeclineMatch(""))
        .ThenRefused<Refusal.MessageMissing>();

    [Fact]
    public void The_headteacher_is_asked_only_when_the_leading_teacher_wants_to() => Given.AMatch
        .When(Some.ProvidingHeadteacher, new AgreeRelease(""))
        .ThenRefused<Refusal.NotYourPart>();

    [Fact]
    public void The_headteacher_releases_and_the_leading_teacher_writes_form_2()
    {
        var agreed = Given.ARelease.When(Some.ProvidingHeadteacher, new AgreeRelease("Tuesdays are best."));

        agreed.Then(new ReleaseAgreed("Tuesdays are best."));
        Assert.Equal([Some.LeadingTeacher.Person], agreed.Request.Waiting.Select(turn => turn.Person));
    }

    [Fact]
    public void The_headteacher_declines_with_a_reason() => Given.ARelease
        .When(Some.ProvidingHeadteacher, new DeclineRelease("We are inspected."))
        .Then(new ReleaseDeclined("We are inspected."));

    [Fact]
    public void Declining_a_release_needs_a_reason() => Given.ARelease
        .When(Some.ProvidingHeadteacher, new DeclineRelease(""))
        .ThenRefused<Refusal.MessageMissing>();

    [Fact]
    public void A_no_goes_back_to_the_inspector_and_is_remembered()
    {
        foreach (var request in new[] { Given.AMatchThatWasDeclined.Request, Given.AReleaseThatWasDeclined.Request })
        {
            Assert.Equal(Stage.Brokering, request.Stage);
            Assert.Null(request.Match);
            Assert.Equal([Some.LeadingTeacher.Person.Id, Some.ProvidingHeadteacher.Person.Id], request.Former);
            Assert.Equal([Some.Inspector.Person], request.Waiting.Select(turn => turn.Person));
        }
    }

    [Fact]
    public void Whoever_said_no_has_no_part_any_more()
    {
        Given.AReleaseThatWasDeclined.When(Some.LeadingTeacher, new AcceptMatch("")).ThenRefused<Refusal.NotYourPart>();
        Given.AReleaseThatWasDeclined.When(Some.ProvidingHeadteacher, new AgreeRelease(""))
            .ThenRefused<Refusal.NotYourPart>();
    }

    [Fact]
    public void Another_leading_teacher_can_be_matched_after_a_no() => Given.AReleaseThatWasDeclined
        .When(Some.Inspector, new MatchLeadingTeacher(Some.SecondLeadingTeacher.Person.Id.Key))
        .Then(new LeadingTeacherMatched(Some.SecondLeadingTeacher.Person, Some.DistantSchool,
            Some.DistantHeadteacher.Person));
}
