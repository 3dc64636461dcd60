using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

public sealed class ConfirmingTests
{
    [Fact]
    public void The_leading_teacher_sends_form_2_to_both_headteachers()
    {
        var sent = Given.AForm2AtItsReview.When(Some.LeadingTeacher, new SendForm(FormKeys.Form2));

        sent.Then(new Form2Sent(1, Some.Form2));
        Assert.Equal(
            [Part.ReceivingHeadteacher, Part.ProvidingHeadteacher], sent.Request.Waiting.Select(turn => turn.Part));
        Assert.Equal([Some.FirstVisit, Some.SecondVisit], sent.Request.Visits.Select(visit => visit.Date));
    }

    [Fact]
    public void The_first_signature_confirms_nothing() => Given.AForm2ToSign
        .When(Some.Headteacher, new SignForm2(1, "Thank you."))
        .Then(new Form2Signed(1, Part.ReceivingHeadteacher, "Thank you."));

    [Fact]
    public void The_last_signature_confirms_the_programme() => Given.AForm2SignedByTheReceivingHeadteacher
        .When(Some.ProvidingHeadteacher, new SignForm2(1, ""))
        .Then(new Form2Signed(1, Part.ProvidingHeadteacher, ""), new ProgrammeConfirmed(1));

    [Fact]
    public void It_does_not_matter_who_signs_first() => Given.AForm2SignedByTheProvidingHeadteacher
        .When(Some.Headteacher, new SignForm2(1, ""))
        .Then(new Form2Signed(1, Part.ReceivingHeadteacher, ""), new ProgrammeConfirmed(1));

    [Fact]
    public void Signing_twice_changes_nothing() =>
        Given.AForm2SignedByTheReceivingHeadteacher.When(Some.Headteacher, new SignForm2(1, "")).ThenNothing();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Only_the_draft_that_stands_can_be_signed(int draft) => Given.AForm2ToSign
        .When(Some.Headteacher, new SignForm2(draft, ""))
        .ThenRefused<RequestRefusal.DraftHasChanged>();

    [Fact]
    public void A_signature_is_not_for_the_next_draft() => Given.AForm2ToChange
        .After(Some.LeadingTeacher, new SendForm(FormKeys.Form2))
        .When(Some.Headteacher, new SignForm2(1, ""))
        .ThenRefused<RequestRefusal.DraftHasChanged>();

    [Fact]
    public void An_unsent_form_cannot_be_signed()
    {
        Given.AForm2AtItsReview.When(Some.Headteacher, new SignForm2(0, "")).ThenRefused<Refusal.NotAtThisStage>();
        Given.AForm2ToChange.When(Some.Headteacher, new SignForm2(1, "")).ThenRefused<Refusal.NotAtThisStage>();
    }

    // An executive headteacher leads two schools.
    [Fact]
    public void Somebody_who_leads_both_schools_signs_for_both_at_once() => Given.AForm2ToSign
        .Happened(Some.Inspector, new LeadingTeacherMatched(Some.LeadingTeacher.Person, Some.School,
            Some.Headteacher.Person))
        .Happened(Some.LeadingTeacher, new MatchAccepted(""), new ReleaseAgreed(""))
        .When(Some.Headteacher, new SignForm2(1, "For both."))
        .Then(
            new Form2Signed(1, Part.ReceivingHeadteacher, "For both."),
            new Form2Signed(1, Part.ProvidingHeadteacher, "For both."),
            new ProgrammeConfirmed(1));

    [Fact]
    public void A_long_message_does_not_sign() => Given.AForm2ToSign
        .When(Some.Headteacher, new SignForm2(1, new string('a', 2001)))
        .ThenRefused<Refusal.MessageTooLong>();

    [Fact]
    public void A_headteacher_asks_for_a_change_with_a_reason() => Given.AForm2SignedByTheReceivingHeadteacher
        .When(Some.ProvidingHeadteacher, new AskForChange("Not the 23rd."))
        .Then(new ChangeAsked("Not the 23rd."));

    [Fact]
    public void Asking_for_a_change_needs_a_reason() => Given.AForm2ToSign
        .When(Some.ProvidingHeadteacher, new AskForChange(""))
        .ThenRefused<Refusal.MessageMissing>();

    [Fact]
    public void A_change_clears_every_signature_and_keeps_every_answer()
    {
        var request = Given.AForm2ToChange.Request;

        Assert.Empty(request.SignedBy);
        Assert.Equal(Some.Form2, request.Draft(FormKeys.Form2).Answers);
        Assert.Equal([Some.LeadingTeacher.Person], request.Waiting.Select(turn => turn.Person));
    }

    [Fact]
    public void The_leading_teacher_takes_form_2_back_with_a_reason() => Given.AForm2SignedByTheReceivingHeadteacher
        .When(Some.LeadingTeacher, new ChangeForm2("The hall is taken."))
        .Then(new Form2Reopened("The hall is taken."));

    [Fact]
    public void Taking_form_2_back_needs_a_reason() => Given.AForm2ToSign
        .When(Some.LeadingTeacher, new ChangeForm2(""))
        .ThenRefused<Refusal.MessageMissing>();

    [Fact]
    public void A_form_that_is_being_written_cannot_be_taken_back() => Given.AnUnsentForm2
        .When(Some.LeadingTeacher, new ChangeForm2("The hall is taken."))
        .ThenRefused<Refusal.NotAtThisStage>();

    [Fact]
    public void Signatures_wait_for_every_teachers_yes()
    {
        Assert.Equal(Stage.Confirming, Given.AForm2SignedTwiceBeforeTheTeacherAgreed.Request.Stage);

        Given.AForm2SignedTwiceBeforeTheTeacherAgreed
            .When(Some.Teacher, new AgreeToTakePart(""))
            .Then(new TeacherAgreed(Some.Teacher.Person.Id, ""), new ProgrammeConfirmed(1));
    }

    [Fact]
    public void When_the_one_who_had_not_agreed_steps_out_the_programme_is_confirmed_for_the_others()
    {
        var signed = Given.Signed(Given.Form2Of(
            Given.Matched(Given.ARequestForTwoTeachers.After(Some.Teacher, new AgreeToTakePart(""))), Some.Form2));

        signed.When(Some.SecondTeacher, new DeclineToTakePart("Not this term."))
            .Then(new TeacherDeclined(Some.SecondTeacher.Person.Id, "Not this term."), new ProgrammeConfirmed(1));
    }

    [Fact]
    public void A_programme_for_nobody_is_not_confirmed() => Given.AForm2SignedTwiceBeforeTheTeacherAgreed
        .When(Some.Teacher, new DeclineToTakePart("Not this term."))
        .Then(new TeacherDeclined(Some.Teacher.Person.Id, "Not this term."));

    [Fact]
    public void A_confirmed_programme_can_be_changed_and_is_signed_again()
    {
        var again = Given.AProgramme
            .After(Some.LeadingTeacher, new ChangeForm2("The hall is taken."))
            .Sent(Some.LeadingTeacher, FormKeys.Form2, Some.Form2.With(("date-2", "2026-03-24")));

        Assert.Equal(
            [Part.ReceivingHeadteacher, Part.ProvidingHeadteacher], again.Request.Waiting.Select(turn => turn.Part));
        Assert.Equal(
            [Some.FirstVisit, new DateOnly(2026, 3, 24)],
            Given.Signed(again).Request.Visits.Select(visit => visit.Date));
    }
}
