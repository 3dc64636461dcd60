using System.Text;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Forms;

/// <summary>What can be wrong with an answer. Cards has the words.</summary>
public enum AnswerProblem
{
    Missing,
    TooLong,
    NotWhole,
    NotMoney,
    TooSmall,
    TooLarge,
    NotADate,
    NotOffered,
    NotPromised,
    InThePast,
    Weekend,
    SameDayTwice,
    TooFarAhead,
    TooLongAgo,
    NotYet,
    BeforeAgreement,
    DayIsAgreed,
    RateNeedsReason,
    DayTaken,

    /// <summary>A school that is needed on that day is not open.</summary>
    SchoolShut,
    NoDaysLeft,
    NotYoursToAsk,
}

/// <summary>What is wrong with one answer; the limit is the number or the day that the words need.</summary>
/// <param name="Shut">Which school is shut, where that is what is wrong.</param>
public sealed record AnswerError(
    string Question, AnswerProblem Problem, string? Limit = null, ShutSchool? Shut = null);

/// <summary>A school that is not open on a day.</summary>
/// <param name="School">Its name. Null: it is shut for every school.</param>
/// <param name="Instead">The next days on which all who are needed are there.</param>
public sealed record ShutSchool(
    DateOnly Day, ShutBecause Because, string? School, IReadOnlyList<DateOnly> Instead);

/// <summary>
/// Checks answers against their questions alone. Rules between answers stand with the stage they belong to.
/// </summary>
public static class Checking
{
    /// <summary>Everything that is wrong, in the order of the questions; nothing when all is well.</summary>
    /// <param name="questions">What is asked.</param>
    /// <param name="answers">What was answered.</param>
    /// <param name="offered">What may be chosen for a question.</param>
    public static IEnumerable<AnswerError> Check(
        IEnumerable<Question> questions, Answers answers, Func<Question, IReadOnlyList<Option>> offered)
    {
        foreach (var question in questions)
        {
            if (Check(question, answers, offered) is { } wrong)
                yield return new AnswerError(question.Id, wrong, Limit(question, wrong));
        }
    }

    static AnswerProblem? Check(Question question, Answers answers, Func<Question, IReadOnlyList<Option>> offered)
    {
        var text = answers.Text(question.Id);
        if (text.Length == 0)
            return question.Optional
                ? null
                : question.Kind is QuestionKind.Promise ? AnswerProblem.NotPromised
                : AnswerProblem.Missing;

        // A choice is limited by what is offered, and not by the letters of its ids.
        if (question.Kind is not (QuestionKind.Choice or QuestionKind.Choices) && text.Length > question.MaxLength)
            return AnswerProblem.TooLong;

        return question.Kind switch
        {
            QuestionKind.Text or QuestionKind.LongText => null,
            QuestionKind.Number => Bounds(question, answers.Number(question.Id), AnswerProblem.NotWhole),
            QuestionKind.Money => answers.Money(question.Id) is { } pounds && decimal.Round(pounds, 2) == pounds
                ? Bounds(question, pounds, AnswerProblem.NotMoney)
                : AnswerProblem.NotMoney,
            QuestionKind.Date => answers.Date(question.Id) is null ? AnswerProblem.NotADate : null,
            QuestionKind.Choice => IsOffered(text, offered(question)) ? null : AnswerProblem.NotOffered,
            QuestionKind.Choices => answers.Choices(question.Id) is { Count: > 0 } chosen
                && chosen.All(choice => IsOffered(choice, offered(question)))
                ? null
                : AnswerProblem.NotOffered,
            QuestionKind.Promise => text is "yes" ? null : AnswerProblem.NotPromised,
        };
    }

    static bool IsOffered(string choice, IReadOnlyList<Option> options) => options.Any(option => option.Id == choice);

    static AnswerProblem? Bounds(Question question, decimal? number, AnswerProblem notANumber) =>
        number is null ? notANumber
        : number < question.Min ? AnswerProblem.TooSmall
        : number > question.Max ? AnswerProblem.TooLarge
        : null;

    static string? Limit(Question question, AnswerProblem wrong) => wrong switch
    {
        AnswerProblem.TooLong => question.MaxLength.ToString(Formats.Invariant),
        AnswerProblem.TooSmall => question.Min?.ToString(Formats.Invariant),
        AnswerProblem.TooLarge => question.Max?.ToString(Formats.Invariant),
        _ => null,
    };

    /// <summary>
    /// What somebody typed, as it is kept: line ends made alike, outer white space off, control characters and broken
    /// surrogates out, and what turns the direction of writing. Text that shows nothing (zero-width characters only)
    /// counts as unanswered.
    /// </summary>
    public static string Clean(string typed)
    {
        var kept = new StringBuilder(typed.Length);
        var shows = false;
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) continue;

            // This is also how half a character is read.
            if (rune == Rune.ReplacementChar || TurnsDirection(rune)) continue;
            kept.Append(rune.ToString());
            shows |= !Rune.IsWhiteSpace(rune)
                && Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.Format;
        }
        return shows ? kept.ToString().Trim() : "";
    }

    // Embeddings, overrides and isolates make letters stand in another order than they are read aloud or searched; no
    // script needs them.
    static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
