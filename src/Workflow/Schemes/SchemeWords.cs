using System.Text.RegularExpressions;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Schemes;

/// <summary>
/// Numbers of a scheme in its own words: <c>{dayRate}</c>. A number stands once in a file, so that it cannot be changed
/// by halves.
/// </summary>
static partial class SchemeWords
{
    // Filled in when the form is shown, once for each day.
    const string EachDay = "day";

    sealed record Number(string Key, decimal Value, bool IsMoney);

    static Number[] NumbersOf(Scheme scheme) =>
    [
        new("dayRate", scheme.DayRate, true),
        new("observationRate", scheme.ObservationRate, true),
        new("fieldDays", scheme.FieldDays, false),
    ];

    /// <summary>The scheme with its numbers in its words.</summary>
    public static Scheme Filled(Scheme scheme)
    {
        var numbers = NumbersOf(scheme);
        return scheme with
        {
            CodeOfPractice = [.. scheme.CodeOfPractice.Select(Words)],
            Forms = [.. scheme.Forms.Select(form => form with { Steps = [.. form.Steps.Select(Step)] })],
        };

        FormStep Step(FormStep step) => step with
        {
            Text = [.. step.Text.Select(Words)],
            Questions = [.. step.Questions.Select(Question)],
        };

        Question Question(Question question) => question with
        {
            Label = Words(question.Label),
            Hint = question.Hint is { } hint ? Words(hint) : null,
            Default = question.Default is { } text ? Fill(text, isField: true) : null,
            Max = question.Max
                ?? (int?)numbers.FirstOrDefault(number => number.Key == question.MaxFrom)?.Value,
        };

        string Words(string text) => Fill(text, isField: false);

        // In a sentence money has its sign; in a field it has none.
        string Fill(string text, bool isField) => numbers.Aggregate(text, (filled, number) => filled.Replace(
            $"{{{number.Key}}}", number.IsMoney && !isField ? Pounds(number) : Digits(number),
            StringComparison.Ordinal));
    }

    /// <summary>Words that stand for nothing, and numbers that are written a second time.</summary>
    public static IEnumerable<SchemeMistake> Check(Scheme scheme)
    {
        var numbers = NumbersOf(scheme);
        foreach (var (place, text) in TextsOf(scheme))
        {
            foreach (var word in InBraces().Matches(text).Select(match => match.Groups[1].Value))
                if (word is not EachDay && numbers.All(number => number.Key != word))
                    yield return new(
                        place, $"{{{word}}} stands for nothing.",
                        $"Did you mean {{{Nearness.Nearest(word, numbers.Select(number => number.Key))}}}?");
            foreach (var number in numbers.Where(number => number.IsMoney && Names(text, number)))
                yield return Again(place, number);
        }
        foreach (var (place, question) in FormRules.QuestionsOf(scheme))
        {
            if (question.Kind is QuestionKind.Money && question.Default is { } written
                && numbers.FirstOrDefault(number => number.IsMoney && Digits(number) == written) is { } same)
                yield return Again($"{place}.default", same);
            if (question.MaxFrom is { } from && numbers.All(number => number.Key != from))
                yield return new(
                    $"{place}.maxFrom", $"“{from}” is no number of the scheme.",
                    $"Did you mean {Nearness.Nearest(from, numbers.Select(number => number.Key))}?");
            if (question is { MaxFrom: not null, Max: not null })
                yield return new(
                    $"{place}.max", "There is a maxFrom as well.", "Please take one of them out.");
        }
    }

    static SchemeMistake Again(string place, Number number) => new(
        place, $"{Pounds(number)} is the {number.Key}, and stands here again.", $"Please write {{{number.Key}}}.");

    static bool Names(string text, Number number) =>
        Regex.IsMatch(text, $@"{Regex.Escape(Pounds(number))}(?![\d,]|\.\d)");

    static IEnumerable<(string Place, string Text)> TextsOf(Scheme scheme)
    {
        foreach (var (index, sentence) in scheme.CodeOfPractice.Index())
            yield return ($"codeOfPractice[{index + 1}]", sentence);
        foreach (var form in scheme.Forms)
            foreach (var (number, step) in form.Steps.Index())
                foreach (var (index, sentence) in step.Text.Index())
                    yield return ($"forms[{form.Id}].steps[{number + 1}].text[{index + 1}]", sentence);
        foreach (var (place, question) in FormRules.QuestionsOf(scheme))
        {
            yield return ($"{place}.label", question.Label);
            if (question.Hint is { } hint) yield return ($"{place}.hint", hint);
            if (question.Default is { } text) yield return ($"{place}.default", text);
        }
    }

    static string Pounds(Number number) => $"£{Digits(number)}";

    static string Digits(Number number) => number.Value.ToString("0.##", Formats.Invariant);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex InBraces();
}
