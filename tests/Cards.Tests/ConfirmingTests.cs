using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>Form 2, from the leading teacher's draft to both signatures.</summary>
public sealed class ConfirmingTests
{
    [Fact]
    public void The_first_step_of_form_2() => Snapshot.Matches(Given.AnUnsentForm2.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void The_last_step_of_form_2() =>
        Snapshot.Matches(FormCard.For(Given.AForm2AtItsReview.As(Some.LeadingTeacher), FormKeys.Form2, 1));

    [Fact]
    public void Form_2_at_its_review() => Snapshot.Matches(Given.AForm2AtItsReview.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void To_the_school_while_form_2_is_written() =>
        Snapshot.Matches(Given.AForm2AtItsReview.SeenBy(Some.Headteacher));

    [Fact]
    public void To_the_headteacher_who_pays() => Snapshot.Matches(Given.AForm2ToSign.SeenBy(Some.Headteacher));

    [Fact]
    public void To_the_headteacher_who_releases_when_the_other_has_signed() =>
        Snapshot.Matches(Given.AForm2SignedByTheReceivingHeadteacher.SeenBy(Some.ProvidingHeadteacher));

    [Fact]
    public void To_a_headteacher_who_has_signed() =>
        Snapshot.Matches(Given.AForm2SignedByTheReceivingHeadteacher.SeenBy(Some.Headteacher));

    [Fact]
    public void To_the_leading_teacher_while_headteachers_sign() =>
        Snapshot.Matches(Given.AForm2ToSign.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void To_the_leading_teacher_when_a_change_is_asked_for() =>
        Snapshot.Matches(Given.AForm2ToChange.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void To_the_teacher_who_has_not_agreed_yet() =>
        Snapshot.Matches(Given.AForm2SignedTwiceBeforeTheTeacherAgreed.SeenBy(Some.Teacher));

    [Fact]
    public void Before_form_2_is_taken_back() =>
        Snapshot.Matches(ReasonCard.For(Given.AForm2ToSign.As(Some.LeadingTeacher), RequestVerbs.ChangeForm2));
}
