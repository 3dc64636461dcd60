using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

public sealed class VisitingTests
{
    static readonly string First = FormKeys.Record(1);

    [Fact]
    public void The_leading_teacher_records_a_visit()
    {
        var recorded = Given.AProgramme.On(Some.FirstVisit).Written(Some.LeadingTeacher, First, Some.RecordOfFirstVisit)
            .When(Some.LeadingTeacher, new SendForm(First));

        recorded.Then(new VisitRecorded(1, Some.RecordOfFirstVisit));
        Assert.Equal(2, recorded.Request.NextVisit!.Number);
        Assert.Equal(Stage.Visiting, recorded.Request.Stage);
    }

    [Fact]
    public void Visits_are_recorded_in_their_order() => Given.AProgramme
        .When(Some.LeadingTeacher, new SaveStep(FormKeys.Record(2), 0, Some.RecordOfSecondVisit))
        .ThenRefused<Refusal.NotAtThisStage>();

    [Theory]
    [InlineData(1, "2026-03-15")]
    [InlineData(2, "2026-03-22")]
    public void A_visit_is_recorded_on_its_day_or_after_it(int visit, string today) =>
        (visit is 1 ? Given.AProgramme : Given.AProgrammeWithOneVisitRecorded)
            .On(DateOnly.Parse(today, Formats.Invariant))
            .When(Some.LeadingTeacher,
                new SaveStep(
                    FormKeys.Record(visit), 0, visit is 1 ? Some.RecordOfFirstVisit : Some.RecordOfSecondVisit))
            .ThenWrong($"date NotYet {(visit is 1 ? "2026-03-16" : "2026-03-23")}");

    [Fact]
    public void A_record_is_written_in_full() => Given.AProgramme.On(Some.FirstVisit)
        .When(Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("summary", ""))))
        .ThenWrong("summary Missing");

    [Fact]
    public void The_last_record_opens_form_3()
    {
        Assert.Equal(Stage.Reflecting, Given.AReflection.Request.Stage);
        Assert.Equal(
            [Some.Teacher.Person, Some.LeadingTeacher.Person],
            Given.AReflection.Request.Waiting.Select(turn => turn.Person));
    }

    [Fact]
    public void A_teacher_notes_what_they_will_do()
    {
        var noted =
            Given.AProgrammeWithOneVisitRecorded.When(Some.Teacher, new NoteFollowUp(1, "Count every morning."));

        noted.Then(new FollowUpNoted(1, "Count every morning."));
        Assert.Equal([new FollowUp(1, Some.Teacher.Person.Name, "Count every morning.")], noted.Request.FollowUps);
    }

    [Fact]
    public void A_note_needs_words() => Given.AProgrammeWithOneVisitRecorded
        .When(Some.Teacher, new NoteFollowUp(1, ""))
        .ThenRefused<Refusal.MessageMissing>();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Only_a_visit_that_happened_has_something_to_follow_up(int visit) => Given.AProgrammeWithOneVisitRecorded
        .When(Some.Teacher, new NoteFollowUp(visit, "Count every morning."))
        .ThenRefused<Refusal.NotAtThisStage>();

    [Fact]
    public void Notes_may_be_made_while_form_3_is_written() => Given.AReflection
        .When(Some.Teacher, new NoteFollowUp(2, "Count every morning."))
        .Then(new FollowUpNoted(2, "Count every morning."));

    [Fact]
    public void Days_that_have_happened_stay_as_they_are_when_the_programme_changes()
    {
        var changed = Given.AProgrammeToChange.On(new(2026, 3, 20))
            .Sent(Some.LeadingTeacher, FormKeys.Form2, Some.Form2.With(("date-2", "2026-03-25")));

        Assert.Equal([Some.FirstVisit, new(2026, 3, 25)], changed.Request.Visits.Select(visit => visit.Date));
        Assert.Equal(Stage.Visiting, Given.Signed(changed).Request.Stage);
        Assert.Equal(2, Given.Signed(changed).Request.NextVisit!.Number);
    }

    [Fact]
    public void A_day_that_has_happened_cannot_be_promised_again() => Given.AProgrammeToChange
        .When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Some.Form2
            .With(("date-2", Formats.Text(Some.FirstVisit)))))
        .ThenWrong("date-2 SameDayTwice 2026-03-16");

    [Fact]
    public void A_day_that_has_happened_cannot_be_moved() => Given.AProgrammeToChange.On(new(2026, 3, 20))
        .When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Some.Form2.With(("date-1", "2026-03-17"))))
        .ThenWrong("date-1 InThePast");

    [Fact]
    public void A_day_that_was_agreed_and_is_not_recorded_yet_stays_when_the_programme_changes() => Given.AProgramme
        .After(Some.LeadingTeacher, new ChangeForm2("The second day moves.")).On(new(2026, 3, 20))
        .Sent(Some.LeadingTeacher, FormKeys.Form2, Some.Form2.With(("date-2", "2026-03-25")));
}
