using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

public sealed class ReflectingTests
{
    [Fact]
    public void Each_writes_their_half()
    {
        Given.AReflection.Written(Some.Teacher, FormKeys.Form3Teacher, Some.TeachersReflection)
            .When(Some.Teacher, new SendForm(FormKeys.Form3Teacher))
            .Then(new Form3Written(FormKeys.Form3Teacher, Some.TeachersReflection));
        Given.AReflection.Written(Some.LeadingTeacher, FormKeys.Form3LeadingTeacher, Some.LeadingTeachersReflection)
            .When(Some.LeadingTeacher, new SendForm(FormKeys.Form3LeadingTeacher))
            .Then(new Form3Written(FormKeys.Form3LeadingTeacher, Some.LeadingTeachersReflection));
    }

    [Fact]
    public void Half_a_reflection_waits_for_the_other() =>
        Assert.Equal(
            [Some.LeadingTeacher.Person], Given.AHalfWrittenReflection.Request.Waiting.Select(turn => turn.Person));

    [Fact]
    public void The_halves_may_come_in_either_order() => Assert.Equal(Stage.Evaluating, Given.AReflection
        .Sent(Some.LeadingTeacher, FormKeys.Form3LeadingTeacher, Some.LeadingTeachersReflection)
        .Sent(Some.Teacher, FormKeys.Form3Teacher, Some.TeachersReflection).Request.Stage);

    [Fact]
    public void A_half_is_written_once() => Given.AHalfWrittenReflection
        .When(Some.Teacher, new SendForm(FormKeys.Form3Teacher))
        .ThenRefused<Refusal.NotAtThisStage>();

    [Fact]
    public void Nobody_writes_the_others_half() => Given.AReflection
        .When(Some.LeadingTeacher, new SaveStep(FormKeys.Form3Teacher, 0, Some.TeachersReflection))
        .ThenRefused<Refusal.NotYourPart>();

    [Fact]
    public void An_empty_half_is_refused() => Given.AReflection
        .When(Some.Teacher, new SendForm(FormKeys.Form3Teacher))
        .ThenWrong("outcomes Missing", "evidence Missing", "future Missing");

    [Fact]
    public void The_headteacher_evaluates()
    {
        var evaluated = Given.AnEvaluation.Written(Some.Headteacher, FormKeys.Evaluation, Some.Evaluation)
            .When(Some.Headteacher, new SendForm(FormKeys.Evaluation));

        evaluated.Then(new ImpactEvaluated(Some.Evaluation));
        Assert.Equal([Some.Inspector.Person], evaluated.Request.Waiting.Select(turn => turn.Person));
    }

    [Fact]
    public void A_rating_is_one_to_four() => Given.AnEvaluation
        .When(Some.Headteacher, new SaveStep(FormKeys.Evaluation, 0, Some.Evaluation.With(("rating", "5"))))
        .ThenWrong("rating NotOffered");

    [Fact]
    public void The_inspector_closes_and_the_payment_is_stated()
    {
        var closed = Given.AFinishedReflection.When(Some.Inspector, new CloseRequest("Thank you."));

        closed.Then(new RequestClosed("Thank you."), new PaymentStated(new Payment(2, 250, null, 500)));
        Assert.True(closed.Request.IsOver);
        Assert.Empty(closed.Request.Waiting);
    }

    [Fact]
    public void A_long_farewell_closes_nothing() => Given.AFinishedReflection
        .When(Some.Inspector, new CloseRequest(new string('a', 2001)))
        .ThenRefused<Refusal.MessageTooLong>();

    [Fact]
    public void The_inspector_asks_for_follow_up_with_a_reason() => Given.AFinishedReflection
        .When(Some.Inspector, new AskForFollowUp("What did the pupils say?"))
        .Then(new FollowUpAsked("What did the pupils say?"));

    [Fact]
    public void Asking_for_follow_up_needs_a_reason() => Given.AFinishedReflection
        .When(Some.Inspector, new AskForFollowUp(""))
        .ThenRefused<Refusal.MessageMissing>();

    [Fact]
    public void Follow_up_opens_every_part_of_form_3_with_what_stood_in_it()
    {
        var request = Given.AReflectionToFollowUp.Request;

        Assert.Equal(Stage.Reflecting, request.Stage);
        Assert.Equal(Some.TeachersReflection, request.Draft(FormKeys.Form3Teacher).Answers);
        Assert.Equal(Some.LeadingTeachersReflection, request.Draft(FormKeys.Form3LeadingTeacher).Answers);
        Assert.Equal(Some.Evaluation, request.Draft(FormKeys.Evaluation).Answers);
    }
}
