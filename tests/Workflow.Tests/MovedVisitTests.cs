using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

// A visit was on another day than was agreed.
public sealed class MovedVisitTests
{
    static readonly string First = FormKeys.Record(1);

    [Fact, Trait("Rule", "S-23"), Trait("Rule", "H-78")]
    public void A_visit_on_another_day_is_recorded_once_both_headteachers_have_signed_for_it()
    {
        var moved = Given.AVisitOnAnotherDay;
        Assert.Equal(
            new VisitMoved(2, 1, new(2026, 3, 18)) { LeadsTo = Stage.Confirming }, moved.Events[^1].What);
        Assert.Equal((Stage.Confirming, 0), (moved.Request.Stage, moved.Request.SignedBy.Count));
        Assert.Equal(
            [Some.Headteacher.Person.Id, Some.ProvidingHeadteacher.Person.Id],
            moved.Request.Waiting.Select(turn => turn.Person.Id));
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
        disputed.When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Some.Form2.With(("date-1", "2026-03-17"))))
            .ThenWrong("date-1 InThePast");
    }

    [Theory, Trait("Rule", "S-23")]
    [InlineData("1990-01-01", "date BeforeAgreement 2026-03-02")]
    [InlineData("2026-02-27", "date BeforeAgreement 2026-03-02")]
    [InlineData("9999-12-31", "date NotYet 9999-12-31")]
    [InlineData("2026-03-20", "date NotYet 2026-03-20")]
    [InlineData("2026-03-14", "date Weekend 2026-03-14")]
    public void The_day_of_a_record_is_within_the_programme(string day, string wrong) =>
        Given.AProgramme.On(new(2026, 3, 19))
            .When(Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("date", day))))
            .ThenWrong(wrong);

    [Fact]
    public void A_visit_was_not_on_the_day_of_another() => Given.AProgramme.On(Some.SecondVisit)
        .When(Some.LeadingTeacher,
            new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("date", Formats.Text(Some.SecondVisit)))))
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
        var facts = Some.FactsWithBookings(
            Some.LeadingTeacher, [.. Enumerable.Range(1, others).Select(day => new DateOnly(2025, 9, day))]);
        var written = Given.AProgramme.With(facts with { Today = new(2026, 3, 19) })
            .When(Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("date", "2026-03-18"))));

        if (isLeft) written.ThenAccepted();
        else written.ThenWrong("date NoDaysLeft 0");
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
}
