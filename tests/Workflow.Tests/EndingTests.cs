using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

public sealed class EndingTests
{
    [Fact]
    public void A_draft_is_withdrawn_without_a_word()
    {
        var withdrawn = Given.ADraftAtItsReview.When(Some.Headteacher, new WithdrawRequest(""));

        withdrawn.Then(new RequestWithdrawn(""));
        Assert.Equal(Stage.Withdrawn, withdrawn.Request.Stage);
    }

    public static TheoryData<string> BeforeAProgrammeIsWritten =>
        [nameof(Given.AFirstFormToApprove), nameof(Given.ARequestWithTheInspector), nameof(Given.AMatch),
            nameof(Given.ARelease)];

    [Theory, MemberData(nameof(BeforeAProgrammeIsWritten))]
    public void The_school_takes_its_request_back_with_a_reason(string given)
    {
        Given.Everything[given].When(Some.Headteacher, new WithdrawRequest("Our budget has changed."))
            .Then(new RequestWithdrawn("Our budget has changed."));
        Given.Everything[given].When(Some.Headteacher, new WithdrawRequest(" ")).ThenRefused<Refusal.MessageMissing>();
    }

    [Fact]
    public void From_form_2_on_a_request_is_cancelled_and_not_withdrawn()
    {
        Given.AnUnsentForm2.When(Some.Headteacher, new WithdrawRequest("No.")).ThenRefused<Refusal.NotAtThisStage>();
        Given.ARelease.When(Some.Headteacher, new CancelProgramme("No.")).ThenRefused<Refusal.NotAtThisStage>();
    }

    public static TheoryData<string> WhoMayCancel =>
        [nameof(Some.Headteacher), nameof(Some.ProvidingHeadteacher), nameof(Some.LeadingTeacher),
            nameof(Some.Inspector)];

    [Theory, MemberData(nameof(WhoMayCancel))]
    public void Each_side_may_cancel_with_a_reason(string who)
    {
        var actor = Who.Called(who);

        foreach (var given in new[] { Given.AnUnsentForm2, Given.AForm2SignedByTheReceivingHeadteacher,
            Given.AProgramme })
        {
            given.When(actor, new CancelProgramme("Somebody is unwell."))
                .Then(new ProgrammeCancelled("Somebody is unwell."));
            given.When(actor, new CancelProgramme("")).ThenRefused<Refusal.MessageMissing>();
        }
    }

    [Fact]
    public void What_has_been_visited_is_paid_when_a_programme_is_cancelled() => Given.AProgrammeWithOneVisitRecorded
        .When(Some.ProvidingHeadteacher, new CancelProgramme("Our leading teacher is unwell."))
        .Then(new ProgrammeCancelled("Our leading teacher is unwell."),
            new PaymentStated(new Payment(1, 250, null, 250)));

    [Fact]
    public void A_rate_that_nobody_signed_is_not_paid() => Given.AProgrammeToChange
        .After(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 1, Some.Form2
            .With(("rate", "900"), ("rate-reason", "Inflation."))))
        .When(Some.Headteacher, new CancelProgramme("That is too dear."))
        .Then(new ProgrammeCancelled("That is too dear."), new PaymentStated(new Payment(1, 250, null, 250)));

    [Theory]
    [InlineData(nameof(Given.AClosedRequest))]
    [InlineData(nameof(Given.ADeclinedRequest))]
    [InlineData(nameof(Given.AWithdrawnRequest))]
    [InlineData(nameof(Given.ACancelledProgramme))]
    public void What_is_over_stays_over(string given)
    {
        Given.Everything[given].When(Some.Headteacher, new WithdrawRequest("No."))
            .ThenRefused<Refusal.NotAtThisStage>();
        Given.Everything[given].When(Some.Headteacher, new CancelProgramme("No."))
            .ThenRefused<Refusal.NotAtThisStage>();
    }

    [Fact]
    public void Whoever_had_a_part_when_it_ended_keeps_it_and_nobody_gets_one_by_its_ending()
    {
        HavePart(Given.AWithdrawnRequest, "Headteacher Inspector LeadingTeacher ProvidingHeadteacher Teacher");
        HavePart(
            Given.AMatch.After(Some.Headteacher, new WithdrawRequest("No.")),
            "Headteacher Inspector LeadingTeacher Teacher");
        HavePart(Given.AFirstFormToApprove.After(Some.Teacher, new WithdrawRequest("No.")), "Headteacher Teacher");
        HavePart(Given.AWithdrawnDraft, "Headteacher");
        HavePart(Given.ADeclinedRequest, "Headteacher Inspector Teacher");
        HavePart(Given.ACancelledProgramme, "Headteacher Inspector LeadingTeacher ProvidingHeadteacher Teacher");
        HavePart(Given.AClosedRequest, "Finance Headteacher Inspector LeadingTeacher ProvidingHeadteacher Teacher");
    }

    static void HavePart(Scenario given, string who) => Assert.Equal(who, string.Join(' ', Some.Everybody
        .Where(actor => Parts.Of(given.Request, actor).Any())
        .Select(actor => Who.Is(actor.Person.Id)).Order(StringComparer.Ordinal)));
}
