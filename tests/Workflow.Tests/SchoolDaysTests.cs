using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;

namespace OutreachBot.Workflow.Tests;

// Nobody visits a school that is shut, and nobody leaves one that is (policy, section 9).
public sealed class SchoolDaysTests
{
    [Theory, Trait("Rule", "H-50")]
    [InlineData("2026-03-21", "date-2 Weekend 2026-03-21")]
    [InlineData("2026-04-03", "date-2 SchoolShut 2026-04-03")]
    [InlineData("2026-04-08", "date-2 SchoolShut 2026-04-08")]
    [InlineData("2026-05-27", "date-2 SchoolShut 2026-05-27")]
    public void No_day_of_a_programme_is_in_anybodys_own_time(string day, string wrong) =>
        Form2(("date-2", day)).ThenWrong(wrong);

    [Fact, Trait("Rule", "H-50")]
    public void A_day_of_term_is_taken() => Form2(("date-2", "2026-04-21")).ThenAccepted();

    [Theory, Trait("Rule", "R-21")]
    [InlineData("2026-04-23", "Alderbrook Primary School")]
    [InlineData("2026-04-24", "Birchwater Junior School")]
    public void Both_the_school_that_is_visited_and_the_home_school_are_open(string day, string shut)
    {
        var wrong = Assert.Single(
            Form2(("date-2", day)).ThenRefused<Refusal.WrongAnswers>().Errors);

        Assert.Equal((AnswerProblem.SchoolShut, shut), (wrong.Problem, wrong.Shut!.School));
        Assert.Equal(ShutBecause.Closure, wrong.Shut.Because);
        Assert.Equal(
            [new(2026, 4, 27), new(2026, 4, 28), new(2026, 4, 29)], wrong.Shut.Instead);
    }

    [Fact, Trait("Rule", "R-21")]
    public void The_school_that_asks_wishes_for_days_on_which_it_is_open()
    {
        var draft = Given.ADraft.With(Facts).Written(Some.Headteacher, FormKeys.Form1, Some.Form1);

        draft.When(
            Some.Headteacher, new SaveStep(FormKeys.Form1, 2, Some.Form1.With(("date-1", "2026-04-23"))))
            .ThenWrong("date-1 SchoolShut 2026-04-23");
        draft.After(Some.Headteacher, new SaveStep(FormKeys.Form1, 2, Some.Form1.With(("date-1", "2026-04-24"))));
    }

    // What was agreed stays when the calendar changes, and can be recorded.
    [Fact]
    public void A_day_that_both_had_agreed_to_stands_when_a_school_closes_on_it()
    {
        var closed = Terms(new TermEntry(Some.School.Urn, Some.FirstVisit, Some.FirstVisit, TermKind.Closure));

        Given.AProgramme.With(closed).On(Some.FirstVisit)
            .Sent(Some.LeadingTeacher, FormKeys.Record(1), Some.RecordOfFirstVisit);
    }

    [Fact, Trait("Rule", "R-21")]
    public void A_visit_is_not_moved_to_a_day_on_which_a_school_is_shut() => Given.AProgramme.With(Facts)
        .On(new(2026, 4, 24))
        .When(
            Some.LeadingTeacher,
            new SaveStep(FormKeys.Record(1), 0, Some.RecordOfFirstVisit.With(("date", "2026-04-23"))))
        .ThenWrong("date SchoolShut 2026-04-23");

    static Outcome Form2(params IReadOnlyList<(string, string)> otherwise) => Given.AnUnsentForm2.With(Facts)
        .When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Some.Form2.With(otherwise)));

    static Facts Facts => Terms(
        new TermEntry(null, new(2026, 1, 5), new(2026, 4, 2), TermKind.Term),
        new TermEntry(null, new(2026, 4, 20), new(2026, 7, 22), TermKind.Term),
        new TermEntry(null, new(2026, 5, 25), new(2026, 5, 29), TermKind.HalfTerm),
        new TermEntry(Some.School.Urn, new(2026, 4, 23), new(2026, 4, 23), TermKind.Closure),
        new TermEntry(Some.ProvidingSchool.Urn, new(2026, 4, 24), new(2026, 4, 24), TermKind.Closure));

    static Facts Terms(params IReadOnlyCollection<TermEntry> terms) =>
        Some.Facts with { Authority = Some.AuthorityWith(terms) };
}
