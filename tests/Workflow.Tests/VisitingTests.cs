using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;
using static OutreachBot.Workflow.Outreach.Command;
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
        (visit is 1 ? Given.AProgramme : Given.AProgrammeWithOneVisitRecorded).On(DateOnly.Parse(today, Formats.Invariant))
            .When(Some.LeadingTeacher, new SaveStep(FormKeys.Record(visit), 0, visit is 1 ? Some.RecordOfFirstVisit : Some.RecordOfSecondVisit))
            .ThenWrong($"date NotYet {(visit is 1 ? "2026-03-16" : "2026-03-23")}");

    [Fact]
    public void A_record_is_written_in_full() => Given.AProgramme.On(Some.FirstVisit)
        .When(Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("summary", ""))))
        .ThenWrong("summary Missing");

    [Fact, Trait("Rule", "S-23"), Trait("Rule", "H-78")]
    public void A_visit_on_another_day_is_recorded_once_both_headteachers_have_signed_for_it()
    {
        var moved = Given.AVisitOnAnotherDay;
        Assert.Equal(new VisitMoved(2, 1, new(2026, 3, 18)), moved.Events[^1].What);
        Assert.Equal((Stage.Confirming, 0), (moved.Request.Stage, moved.Request.SignedBy.Count));
        Assert.Equal(
            [Some.Headteacher.Person.Id, Some.ProvidingHeadteacher.Person.Id], moved.Request.Waiting.Select(turn => turn.Person.Id));
        Assert.Null(moved.Request.Visits[0].Record);

        var agreed = Given.Signed(moved);
        Assert.Equal((Stage.Visiting, 1), (agreed.Request.Stage, agreed.Request.NextVisit!.Number));
        var recorded = agreed.After(Some.LeadingTeacher, new SendForm(First)).Request.Visits[0];
        Assert.Equal((new DateOnly(2026, 3, 18), null), (recorded.Date, recorded.Agreed));
        Assert.NotNull(recorded.Record);
    }

    [Fact]
    public void A_headteacher_who_knows_better_sends_it_back_and_the_agreed_day_can_be_put_back()
    {
        var disputed = Given.AVisitOnAnotherDay.After(Some.Headteacher, new AskForChange("It was the Monday."));

        foreach (var day in new[] { "2026-03-16", "2026-03-18", "2026-03-20" })
            disputed.Sent(Some.LeadingTeacher, FormKeys.Form2, Some.Form2.With(("date-1", day)));
        disputed.When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Some.Form2.With(("date-1", "2026-03-17")))).ThenWrong("date-1 InThePast");
    }

    [Theory, Trait("Rule", "S-23")]
    [InlineData("1990-01-01", "date BeforeAgreement 2026-03-02")]
    [InlineData("2026-02-27", "date BeforeAgreement 2026-03-02")]
    [InlineData("9999-12-31", "date NotYet 9999-12-31")]
    [InlineData("2026-03-20", "date NotYet 2026-03-20")]
    [InlineData("2026-03-14", "date Weekend 2026-03-14")]
    public void The_day_of_a_record_is_within_the_programme(string day, string wrong) => Given.AProgramme.On(new(2026, 3, 19))
        .When(Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("date", day))))
        .ThenWrong(wrong);

    [Fact]
    public void A_visit_was_not_on_the_day_of_another() => Given.AProgramme.On(Some.SecondVisit)
        .When(Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("date", Formats.Text(Some.SecondVisit)))))
        .ThenWrong("date SameDayTwice 2026-03-23");

    [Fact, Trait("Rule", "H-78")]
    public void A_visit_was_not_on_a_day_that_is_promised_elsewhere() => Given.AProgramme.On(new(2026, 3, 19))
        .With(Some.FactsWithBookings(Some.LeadingTeacher, new DateOnly(2026, 3, 18)) with { Today = new(2026, 3, 19) })
        .When(Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("date", "2026-03-18"))))
        .ThenWrong("date DayTaken 2026-03-18");

    [Theory, Trait("Rule", "H-78")]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void A_visit_on_another_day_is_counted(int others, bool isLeft)
    {
        var facts = Some.FactsWithBookings(Some.LeadingTeacher, [.. Enumerable.Range(1, others).Select(day => new DateOnly(2025, 9, day))]);
        var written = Given.AProgramme.With(facts with { Today = new(2026, 3, 19) })
            .When(Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("date", "2026-03-18"))));

        if (isLeft) written.ThenAccepted();
        else written.ThenWrong("date NoDaysLeft 0");
    }

    [Fact]
    public void A_record_that_was_sent_is_corrected_in_the_open()
    {
        var right = Some.RecordOfFirstVisit.With(("people", "Two class teachers, leading teacher"));
        var corrected = Given.AProgrammeWithOneVisitRecorded.Written(Some.LeadingTeacher, First, right).When(Some.LeadingTeacher, new SendForm(First));

        corrected.Then(new RecordCorrected(1, right));
        Assert.Equal(right, corrected.Request.Visits[0].Record);
        Assert.Equal((Stage.Visiting, 2), (corrected.Request.Stage, corrected.Request.NextVisit!.Number));
        foreach (var told in new[] { Some.Headteacher, Some.ProvidingHeadteacher, Some.Inspector, Some.Teacher })
            Assert.Contains(corrected.Notices, notice => notice.To == told.Person.Id && notice.Kind is NoticeKind.News);
    }

    [Fact]
    public void A_record_that_is_corrected_after_the_payment_makes_a_corrected_statement()
    {
        var corrected = Given.ACorrectedRecord.Request;

        Assert.Equal(new Payment(2, 250, null, 500, IsCorrected: true), corrected.Payment);
        Assert.Equal(Stage.Closed, corrected.Stage);
    }

    [Fact]
    public void The_day_of_a_record_that_was_sent_stays() => Given.AClosedRequest
        .When(Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("date", "2026-03-17"))))
        .ThenWrong("date DayIsAgreed 2026-03-16");

    [Fact]
    public void What_was_recorded_stands_until_its_correction_is_sent()
    {
        var begun = Given.AClosedRequest.After(
            Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("people", "Two class teachers"))));

        Assert.Equal(Some.RecordOfFirstVisit, begun.Request.Visits[0].Record);
        Assert.Equal("Two class teachers", begun.Request.Draft(First).Answers["people"]);
    }

    [Fact]
    public void The_last_record_opens_form_3()
    {
        Assert.Equal(Stage.Reflecting, Given.AReflection.Request.Stage);
        Assert.Equal(
            [Some.Teacher.Person, Some.LeadingTeacher.Person], Given.AReflection.Request.Waiting
                .Select(turn => turn.Person));
    }

    [Fact]
    public void A_teacher_notes_what_they_will_do()
    {
        var noted = Given.AProgrammeWithOneVisitRecorded
            .When(Some.Teacher, new NoteFollowUp(1, "Count every morning."));

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
    public void A_visit_that_was_held_on_another_day_stands_so_in_the_changed_programme()
    {
        var draft = Given.Signed(Given.AVisitOnAnotherDay)
            .After(Some.LeadingTeacher, new SendForm(First))
            .After(Some.LeadingTeacher, new ChangeForm2("The second day moves."))
            .On(new(2026, 3, 20));

        Assert.Equal("2026-03-18", draft.Request.Draft(FormKeys.Form2).Answers["date-1"]);
        draft.When(Some.LeadingTeacher, new SendForm(FormKeys.Form2)).ThenAccepted();
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
