using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;
using static OutreachBot.Workflow.Cases.Command;

namespace OutreachBot.Workflow.Tests;

public sealed class CheckingTests
{
    [Theory]
    [InlineData(QuestionKind.Text, "")]
    [InlineData(QuestionKind.LongText, "")]
    [InlineData(QuestionKind.Number, "")]
    [InlineData(QuestionKind.Choices, "")]
    public void An_answer_is_needed(QuestionKind kind, string typed) => Says(AnswerProblem.Missing, Asked(kind), typed);

    [Theory]
    [InlineData(QuestionKind.Text)]
    [InlineData(QuestionKind.Number)]
    [InlineData(QuestionKind.Money)]
    [InlineData(QuestionKind.Date)]
    [InlineData(QuestionKind.Choice)]
    [InlineData(QuestionKind.Choices)]
    public void Nothing_is_a_fine_answer_to_an_optional_question(QuestionKind kind) =>
        Says(null, Asked(kind) with { Optional = true }, "");

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, AnswerProblem.TooLong)]
    public void An_answer_has_an_end(int length, AnswerProblem? wrong) =>
        Says(wrong, Asked(QuestionKind.Text) with { MaxLength = 5 }, new string('a', length), "5");

    [Fact]
    public void A_choice_of_many_is_limited_by_what_is_offered_and_not_by_the_letters_of_its_ids()
    {
        var teachers =
            Enumerable.Range(0, 90).Select(number => new Option($"{new string('a', 70)}{number}", "Somebody")).ToList();
        var question = Asked(QuestionKind.Choices) with { Options = null, OptionsFrom = "teachers" };
        var answers = Some.Of((question.Id, string.Join(',', teachers.Select(teacher => teacher.Id))));

        Assert.Empty(
            Checking.Check(
                [question], answers,
                one => (DirectoryChoices.Nothing with { Teachers = teachers }).For(one, Some.Scheme)));
    }

    [Fact]
    public void What_is_chosen_twice_is_kept_once() =>
        Assert.Equal("b,a", Formats.Kept(QuestionKind.Choices, "b, a,b,,a"));

    [Theory]
    [InlineData("3", null)]
    [InlineData("1", null)]
    [InlineData("9", null)]
    [InlineData("0", AnswerProblem.TooSmall)]
    [InlineData("-1", AnswerProblem.TooSmall)]
    [InlineData("10", AnswerProblem.TooLarge)]
    [InlineData("1.0", AnswerProblem.NotWhole)]
    [InlineData("1,5", AnswerProblem.NotWhole)]
    [InlineData("three", AnswerProblem.NotWhole)]
    [InlineData("99999999999", AnswerProblem.NotWhole)]
    [InlineData("٣", AnswerProblem.NotWhole)]
    public void A_number_is_whole_and_between_its_bounds(string typed, AnswerProblem? wrong) =>
        Says(wrong, Asked(QuestionKind.Number) with { Min = 1, Max = 9 }, typed,
            wrong is AnswerProblem.TooSmall ? "1" : "9");

    [Theory]
    [InlineData("250", null)]
    [InlineData("249.99", null)]
    [InlineData("250.", null)]
    [InlineData("19", AnswerProblem.TooSmall)]
    [InlineData("1000.01", AnswerProblem.TooLarge)]
    [InlineData("249.999", AnswerProblem.NotMoney)]
    [InlineData("1e3", AnswerProblem.NotMoney)]
    [InlineData("£250", AnswerProblem.NotMoney)]
    public void Money_is_pounds_and_whole_pence(string typed, AnswerProblem? wrong) =>
        Says(wrong, Asked(QuestionKind.Money) with { Min = 20, Max = 1000 }, typed,
            wrong is AnswerProblem.TooSmall ? "20"
                : "1000");

    [Theory]
    [InlineData("2026-03-02", null)]
    [InlineData("2028-02-29", null)]
    [InlineData("2026-02-29", AnswerProblem.NotADate)]
    [InlineData("2026-3-2", AnswerProblem.NotADate)]
    [InlineData("02/03/2026", AnswerProblem.NotADate)]
    [InlineData("2026-03-02T00:00:00Z", AnswerProblem.NotADate)]
    public void A_date_is_a_day_of_the_calendar(string typed, AnswerProblem? wrong) =>
        Says(wrong, Asked(QuestionKind.Date), typed);

    [Theory]
    [InlineData("a", null)]
    [InlineData("A", AnswerProblem.NotOffered)]
    [InlineData("c", AnswerProblem.NotOffered)]
    [InlineData("a,b", AnswerProblem.NotOffered)]
    public void One_option_is_chosen(string typed, AnswerProblem? wrong) =>
        Says(wrong, Asked(QuestionKind.Choice), typed);

    [Theory]
    [InlineData("a", null)]
    [InlineData("a,b", null)]
    [InlineData("b, a", null)]
    [InlineData("a,c", AnswerProblem.NotOffered)]
    [InlineData(",", AnswerProblem.NotOffered)]
    public void One_option_or_more_are_chosen(string typed, AnswerProblem? wrong) =>
        Says(wrong, Asked(QuestionKind.Choices), typed);

    [Theory]
    [InlineData("yes", null)]
    [InlineData("no", AnswerProblem.NotPromised)]
    [InlineData("", AnswerProblem.NotPromised)]
    public void A_promise_is_made_or_not(string typed, AnswerProblem? wrong) =>
        Says(wrong, Asked(QuestionKind.Promise), typed);

    [Fact]
    public void Everything_that_can_be_wrong_has_been_seen()
    {
        var form2 = Given.AForm2AtItsReview;
        var taken = form2.With(Some.FactsWithBookings(Some.LeadingTeacher, new DateOnly(2026, 3, 17)));
        var nothingLeft = form2.With(Some.FactsWithBookings(
            Some.LeadingTeacher, [.. Enumerable.Range(1, 9).Select(day => new DateOnly(2025, 9, day))]));

        AnswerProblem[] seen =
        [
            .. WrongOnForm1("days", "x", "0", "10"),
            .. WrongOnForm1("date-2", "2026-03-16", "x", "2020-01-01", "2206-03-16", "2026-03-14", "2026-04-03"),
            .. WrongOnForm1("funding", "x", ""),
            .. Given.ADraft.When(
                Some.Headteacher, new SaveStep(FormKeys.Form1, 0, Some.Form1.With(("support", "causing-concern"))))
                .ThenRefused<Refusal.WrongAnswers>().Errors.Select(error => error.Problem),
            .. WrongOnForm2(form2, 1, "rate", "x", "1"),
            .. WrongOnForm2(form2, 1, "code", ""),
            .. WrongOnForm2(form2, 1, "planning", new string('a', 501)),
            .. WrongOnForm2(taken, 0, "date-1", "2026-03-17"),
            .. WrongOnForm2(nothingLeft, 0, "plan-1", "A plan"),
            .. WrongOnARecord(Given.AProgramme, "1990-01-01", "2026-03-16"),
            .. WrongOnARecord(Given.AClosedRequest, "2026-03-17"),
            .. WrongOnForm3("1990-01-01"),
        ];

        Assert.Equal(Enum.GetValues<AnswerProblem>(), seen.Distinct().Order());
    }

    [Theory]
    [InlineData("1990-01-01", AnswerProblem.TooLongAgo)]
    [InlineData("2206-01-01", AnswerProblem.TooFarAhead)]
    public void A_day_that_any_other_form_asks_for_is_within_two_years(string day, AnswerProblem wrong) =>
        Assert.Equal([wrong], WrongOnForm3(day));

    static IEnumerable<AnswerProblem> WrongOnForm3(string day) => Given.AReflection.With(Some.FactsWithADayOnForm3)
        .When(Some.Teacher, new SaveStep(FormKeys.Form3Teacher, 0, Some.TeachersReflection.With(("next", day))))
        .ThenRefused<Refusal.WrongAnswers>().Errors.Select(error => error.Problem);

    static IEnumerable<AnswerProblem> WrongOnARecord(Scenario given, params string[] typed) =>
        typed.SelectMany(answer => given
            .When(Some.LeadingTeacher,
                new SaveStep(FormKeys.Record(1), 0, Some.RecordOfFirstVisit.With(("date", answer))))
            .ThenRefused<Refusal.WrongAnswers>().Errors.Select(error => error.Problem));

    static IEnumerable<AnswerProblem> WrongOnForm1(string question, params string[] typed) => typed.SelectMany(answer =>
        Given.ADraftAtItsReview
            .When(Some.Headteacher, new SaveStep(FormKeys.Form1, 2, Some.Form1.With((question, answer))))
            .ThenRefused<Refusal.WrongAnswers>().Errors.Select(error => error.Problem));

    static IEnumerable<AnswerProblem> WrongOnForm2(Scenario given, int step, string question, params string[] typed) =>
        typed.SelectMany(answer => given
            .When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, step, Some.Form2.With((question, answer))))
            .ThenRefused<Refusal.WrongAnswers>().Errors.Select(error => error.Problem));

    static Question Asked(QuestionKind kind) => new()
    {
        Id = "q",
        Kind = kind,
        Label = "Q?",
        Options = kind is QuestionKind.Choice or QuestionKind.Choices ? [new("a", "A"), new("b", "B")] : null,
    };

    static void Says(AnswerProblem? wrong, Question question, string typed, string? limit = null)
    {
        var told = wrong is AnswerProblem.TooLong or AnswerProblem.TooSmall or AnswerProblem.TooLarge ? limit : null;

        Assert.Equal(
            wrong is { } what ? [new AnswerError("q", what, told)] : [],
            Checking.Check(
                [question], Some.Of(("q", typed)), one => DirectoryChoices.Nothing.For(one, Some.Scheme)));
    }
}
