using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests.Rules;

public sealed class WordsTests
{
    [Fact]
    public void Every_mistake_has_words_of_its_own()
    {
        var words = Enum.GetValues<AnswerProblem>()
            .Select(wrong => new AnswerError("days", wrong, Limit(wrong)).Words()).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(words, said => Assert.EndsWith(".", said));
    }

    static string Limit(AnswerProblem wrong) =>
        wrong is AnswerProblem.Weekend or AnswerProblem.SameDayTwice or AnswerProblem.DayTaken
            or AnswerProblem.SchoolShut ? "2026-03-07" : "3";

    [Fact]
    public void Every_mistake_is_on_some_card() => Assert.Empty(Enum.GetValues<AnswerProblem>()
        .Except(
            Gallery.Everything.SelectMany(shown => shown.View?.Typed?.Errors ?? []).Select(error => error.Problem)));

    [Fact]
    public void Every_refusal_has_words_of_its_own()
    {
        var view = Given.ARelease.As(Some.Headteacher);
        var refusals = typeof(Refusal).GetNestedTypes().Concat(typeof(RequestRefusal).GetNestedTypes()).ToList();
        var words = refusals.Select(type => view.Words(Make(type))).ToList();

        Assert.NotEmpty(refusals);
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(words, said => Assert.EndsWith(".", said));
    }

    static Refusal Make(Type refusal)
    {
        var constructor = refusal.GetConstructors().Single();
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(string) ? "Dunmere Infant School"
            : parameter.ParameterType == typeof(int) ? 2001
            : (object?)null)]);
    }

    [Fact]
    public void Everything_that_happens_can_be_told() => Assert.All(
        Given.Everything.Values.Concat(Longest.Everything.Select(given => given.Scenario))
            .SelectMany(
                given => given.Request.History.Select(happening => (View: given.As(Some.Inspector), happening))),
        one => Assert.StartsWith(one.happening.By.Name, History.Sentence(one.View, one.happening)));

    [Fact]
    public void A_day_is_told_with_its_weekday_and_its_month_in_words() =>
        Assert.Equal("Tuesday 3 March 2026", Words.Day(new(2026, 3, 3)));

    [Theory]
    [InlineData("2026-03-03T10:42:00Z", "Tuesday 3 March 2026 at 10:42")]
    [InlineData("2026-07-14T23:30:00Z", "Wednesday 15 July 2026 at 00:30")]
    public void A_moment_is_told_as_clocks_in_Britain_show_it(string at, string told) =>
        Assert.Equal(told, Words.Moment(DateTimeOffset.Parse(at, Formats.Invariant)));

    [Theory]
    [InlineData(500, "£500")]
    [InlineData(1250.5, "£1,250.50")]
    public void Pounds_have_pence_only_where_there_are_some(double pounds, string told) =>
        Assert.Equal(told, Words.Pounds((decimal)pounds));
}
