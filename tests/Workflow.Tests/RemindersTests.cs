using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Tests;

public sealed class RemindersTests
{
    [Fact]
    public void Whose_turn_it_is_hears_of_it_again_on_the_third_morning_and_on_the_seventh()
    {
        var accepted = Given.AMatch.When(Some.LeadingTeacher, new AcceptMatch(""));

        Assert.Equal(
            [
                new Notice(Some.ProvidingHeadteacher.Person.Id, NoticeKind.Reminder, accepted.Request.Version,
                    Morning(5), Until: new(2026, 3, 9)),
                new Notice(Some.ProvidingHeadteacher.Person.Id, NoticeKind.Reminder, accepted.Request.Version,
                    Morning(9)),
            ],
            Reminders(accepted));
    }

    // Nobody is written to on a Sunday, in half term or on a bank holiday; the inspector has no half term.
    [Fact]
    public void Reminders_come_on_mornings_on_which_the_school_that_must_act_is_open()
    {
        var terms = Some.AuthorityWith(
        [
            new(Some.ProvidingSchool.Urn, new(2026, 3, 5), new(2026, 3, 6), TermKind.Closure),
            new(Some.School.Urn, new(2026, 3, 5), new(2026, 3, 13), TermKind.HalfTerm),
        ]);
        var facts = Some.Facts with { Authority = terms };

        var accepted = Given.AMatch.With(facts).When(Some.LeadingTeacher, new AcceptMatch(""));
        var sent = Given.ADraftAtItsReview.With(facts).When(Some.Headteacher, new SendForm(FormKeys.Form1));

        Assert.Equal([Morning(9)], Reminders(accepted).Select(notice => notice.Due));
        Assert.Equal(
            [Morning(16)],
            Reminders(sent).Where(notice => notice.To == Some.Teacher.Person.Id).Select(notice => notice.Due));
        Assert.Equal(
            [Morning(5), Morning(9)],
            Reminders(sent).Where(notice => notice.To == Some.Inspector.Person.Id).Select(notice => notice.Due));
    }

    [Fact]
    public void In_summer_a_morning_is_an_hour_earlier_in_Greenwich()
    {
        var reminded = Reminders(Given.AMatch.On(new(2026, 3, 27)).When(Some.LeadingTeacher, new AcceptMatch("")));

        Assert.Equal(new DateTimeOffset(2026, 3, 30, 7, 0, 0, TimeSpan.Zero), reminded[0].Due);
    }

    static DateTimeOffset? Morning(int day) => new(2026, 3, day, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nobody_is_reminded_of_a_draft() =>
        Assert.Empty(Reminders(Given.AFirstFormToApprove.When(Some.Headteacher, new ReturnForm1("One day first."))));

    [Fact]
    public void Nobody_is_reminded_twice_of_one_turn()
    {
        var signed = Given.AForm2ToSign.When(Some.Headteacher, new SignForm2(1, ""));

        Assert.Contains(signed.Request.Waiting, turn => turn.Part is Part.ProvidingHeadteacher);
        Assert.Empty(Reminders(signed));
    }

    [Fact]
    public void A_record_is_asked_for_in_the_afternoon_of_each_visit()
    {
        var confirmed =
            Given.AForm2SignedByTheReceivingHeadteacher.When(Some.ProvidingHeadteacher, new SignForm2(1, ""));

        Assert.Equal(
            [new(2026, 3, 16, 15, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 23, 15, 30, 0, TimeSpan.Zero)],
            Reminders(confirmed).Select(notice => notice.Due!.Value));
        Assert.Equal([Some.SecondVisit, null], Reminders(confirmed).Select(notice => notice.Until));
    }

    [Fact]
    public void A_reminder_is_true_while_the_turn_lasts()
    {
        var reminder = Reminders(Given.AMatch.When(Some.LeadingTeacher, new AcceptMatch("")))[0];

        Assert.True(
            reminder.StillTrue(Given.AMatch.After(Some.LeadingTeacher, new AcceptMatch("")).Request, Some.Authority));
        Assert.False(reminder.StillTrue(Given.AnUnsentForm2.Request, Some.Authority));
        Assert.False(reminder.StillTrue(Given.AReleaseThatWasDeclined.Request, Some.Authority));
        Assert.False(reminder.StillTrue(Given.AWithdrawnRequest.Request, Some.Authority));
    }

    [Fact]
    public void A_turn_that_comes_again_is_another_turn()
    {
        var reminder = Reminders(Given.AForm2AtItsReview.When(Some.LeadingTeacher, new SendForm(FormKeys.Form2)))[0];
        var again = Given.AForm2ToChange.After(Some.LeadingTeacher, new SendForm(FormKeys.Form2));

        Assert.Contains(again.Request.Waiting, turn => turn.Person.Id == reminder.To);
        Assert.False(reminder.StillTrue(again.Request, Some.Authority));
    }

    [Fact]
    public void A_reminder_of_a_visit_ends_with_its_record()
    {
        var reminder =
            Reminders(
                Given.AForm2SignedByTheReceivingHeadteacher.When(Some.ProvidingHeadteacher, new SignForm2(1, "")))[0];

        Assert.True(reminder.StillTrue(Given.AProgramme.Request, Some.Authority));
        Assert.False(reminder.StillTrue(Given.AProgrammeWithOneVisitRecorded.Request, Some.Authority));
    }

    [Fact]
    public void The_next_visit_has_a_reminder_of_its_own()
    {
        var recorded = Given.AProgramme.On(Some.FirstVisit)
            .Written(Some.LeadingTeacher, FormKeys.Record(1), Some.RecordOfFirstVisit)
            .When(Some.LeadingTeacher, new SendForm(FormKeys.Record(1)));

        var reminder = Assert.Single(Reminders(recorded));
        Assert.Equal(new DateTimeOffset(2026, 3, 23, 15, 30, 0, TimeSpan.Zero), reminder.Due);
        Assert.True(reminder.StillTrue(recorded.Request, Some.Authority));
    }

    [Fact]
    public void The_leading_teacher_is_reminded_of_form_3_too()
    {
        var recorded = Given.AProgrammeWithOneVisitRecorded.On(Some.SecondVisit)
            .Written(Some.LeadingTeacher, FormKeys.Record(2), Some.RecordOfSecondVisit)
            .When(Some.LeadingTeacher, new SendForm(FormKeys.Record(2)));

        Assert.Equal(2, Reminders(recorded).Count(notice => notice.To == Some.LeadingTeacher.Person.Id));
    }

    [Theory]
    [InlineData(NoticeKind.Update)]
    [InlineData(NoticeKind.News)]
    [InlineData(NoticeKind.YourTurn)]
    public void Only_a_reminder_can_come_too_late(NoticeKind kind) =>
        Assert.True(
            new Notice(Some.LeadingTeacher.Person.Id, kind, 1).StillTrue(Given.AClosedRequest.Request, Some.Authority));

    static IReadOnlyList<Notice> Reminders(Outcome outcome) =>
        [.. outcome.Notices.Where(notice => notice.Kind is NoticeKind.Reminder)];
}
