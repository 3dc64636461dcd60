using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

public sealed class BrokeringTests
{
    [Fact]
    public void The_inspector_asks_and_it_is_the_requesters_turn()
    {
        var asked = Given.ARequestWithTheInspector.When(Some.Inspector, new AskQuestion("Which year first?"));

        asked.Then(new QuestionAsked("Which year first?"));
        Assert.Equal("Which year first?", asked.Request.OpenQuestion);
        Assert.Contains(asked.Request.Waiting, turn => turn.Part is Part.Requester);
        Assert.DoesNotContain(asked.Request.Waiting, turn => turn.Part is Part.Inspector);
    }

    [Fact]
    public void A_question_needs_words() => Given.ARequestWithTheInspector
        .When(Some.Inspector, new AskQuestion(""))
        .ThenRefused<Refusal.MessageMissing>();

    [Fact]
    public void An_answer_gives_the_turn_back_to_the_inspector()
    {
        var answered = Given.AnOpenQuestion.When(Some.Headteacher, new AnswerQuestion("Year 3."));

        answered.Then(new QuestionAnswered("Year 3."));
        Assert.Contains(answered.Request.Waiting, turn => turn.Part is Part.Inspector);
    }

    [Fact]
    public void The_headteacher_may_answer_for_a_district_manager() => Given.ADistrictManagersRequest
        .After(Some.Inspector, new AskQuestion("Which year first?"))
        .When(Some.Headteacher, new AnswerQuestion("Year 3."))
        .Then(new QuestionAnswered("Year 3."));

    [Fact]
    public void Nothing_is_answered_that_was_not_asked() => Given.AnAnsweredQuestion
        .When(Some.Headteacher, new AnswerQuestion("Year 3."))
        .ThenRefused<Refusal.NotAtThisStage>();

    [Fact]
    public void An_empty_answer_is_none() => Given.AnOpenQuestion
        .When(Some.Headteacher, new AnswerQuestion(" "))
        .ThenRefused<Refusal.MessageMissing>();

    [Fact]
    public void The_inspector_declines_with_a_reason()
    {
        var declined = Given.ARequestWithTheInspector.When(Some.Inspector, new DeclineRequest("Not this year."));

        declined.Then(new RequestDeclined("Not this year."));
        Assert.Equal(Stage.Declined, declined.Request.Stage);
        Assert.Empty(declined.Request.Waiting);
    }

    [Fact]
    public void Declining_needs_a_reason() => Given.ARequestWithTheInspector
        .When(Some.Inspector, new DeclineRequest(""))
        .ThenRefused<Refusal.MessageMissing>();

    [Fact]
    public void The_inspector_matches_a_leading_teacher_of_the_subject() => Given.ARequestWithTheInspector
        .When(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key))
        .Then(new LeadingTeacherMatched(Some.LeadingTeacher.Person, Some.ProvidingSchool,
            Some.ProvidingHeadteacher.Person));

    [Fact]
    public void A_match_leaves_no_question_open() =>
        Assert.Null(Given.Matched(Given.AnOpenQuestion).Request.OpenQuestion);

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a.b")]
    public void Only_a_candidate_can_be_matched(string key) => Given.ARequestWithTheInspector
        .When(Some.Inspector, new MatchLeadingTeacher(key))
        .ThenRefused<Refusal.NotACandidate>();

    [Fact]
    public void A_leading_teacher_whose_school_has_no_headteacher_cannot_be_released() => Assert.Equal(
        new RequestRefusal.NoHeadteacher(Some.HeadlessSchool.Name),
        Given.ARequestWithTheInspector.When(Some.Inspector,
            new MatchLeadingTeacher(Some.ThirdLeadingTeacher.Person.Id.Key))
            .ThenRefused<RequestRefusal.NoHeadteacher>());
}
