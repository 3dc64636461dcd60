using System.Text.RegularExpressions;
using OutreachBot.Bot.Workflows;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using Found = System.Text.RegularExpressions.Match;

namespace OutreachBot.Bot.Conversation;

/// <summary>What somebody asks for in a line: a word that the bot knows, a case, and what else they say.</summary>
/// <param name="Word">One of those of <see cref="TypedWords"/>, or empty: none was found.</param>
/// <param name="Case">The request that is named. Null: none, or see <paramref name="Unreadable"/>.</param>
/// <param name="Rest">A reason, a question, names: as it was written.</param>
/// <param name="IsGuess">It is likely, and not certain, that this is meant; nothing may be decided on it.</param>
/// <param name="Unreadable">What was written in the place of a request's number and is none.</param>
public sealed partial record TypedLine(
    string Word, CaseId? Case, string Rest, bool IsGuess = false, string? Unreadable = null)
{
    /// <summary>Reads a line. It never throws, and what it cannot read has no word.</summary>
    /// <param name="text">As <see cref="TypedText"/> has it.</param>
    /// <param name="words">The words that the bot knows.</param>
    public static TypedLine Read(string text, TypedWords words)
    {
        var folded = Folding.Of(text);
        if (folded.Trim() is "?") return new("help", null, "");

        var tokens = Token().Matches(folded).ToList();
        var first = Start(tokens);
        var hasGreeting = tokens.Take(first).Any(token => TypedWords.IsGreeting(token.Value));
        if (first == tokens.Count) return new(hasGreeting ? "hello" : "", null, "");

        if (Number().Match(folded, tokens[first].Index) is { Success: true } leading
            && leading.Index == tokens[first].Index)
            return AfterNumber(text, folded, tokens, leading, words);

        var token = tokens[first];
        var (near, only) = Numbers(folded, tokens, first);
        var (word, isGuess) = words.Find(token.Value, withNumber: near is not null);
        if (word.Length == 0) return new(hasGreeting ? "hello" : "", null, text);

        // "I will approve it" is a plan, and a number far from the word belongs to something else that is said.
        isGuess |= tokens.Take(first).Any(before => before.Value is "will") || (near is null && only is not null);
        var behind = text[(token.Index + token.Length)..];
        if ((near ?? only) is not { } number)
            return new(word, null, Said(behind), isGuess, UnreadableAfter(text, folded, tokens, first));
        if (IdOf(number) is not { } id)
            return new(word, null, "", isGuess, text.Substring(number.Index, number.Length));

        return new(word, id, Said(near is null ? behind : text[(number.Index + number.Length)..]), isGuess);
    }

    // "07-K3QX9 approve". A sentence that only begins with a number asks how it stands: "07-K3QX9 no news yet?"
    static TypedLine AfterNumber(
        string text, string folded, List<Found> tokens, Found number, TypedWords words)
    {
        if (IdOf(number) is not { } id)
            return new("status", null, "", Unreadable: text.Substring(number.Index, number.Length));

        var behind = tokens.Where(token => token.Index >= number.Index + number.Length).ToList();
        var shown = new TypedLine("status", id, "");
        if (Start(behind) is var first && first == behind.Count) return shown;

        var (word, isGuess) = words.Find(behind[first].Value, withNumber: true);
        var rest = text[(behind[first].Index + behind[first].Length)..];
        var isAll = Said(rest).Length == 0
            || (rest.TrimStart() is [':' or ',' or '.' or ';' or '!' or '-' or '\u2013' or '\u2014', ..]);
        return word.Length > 0 && isAll ? new(word, id, Said(rest), isGuess) : shown;
    }

    // The first token that is neither a greeting before something else nor politeness.
    static int Start(List<Found> tokens)
    {
        var lone = tokens is [var only] && TypedWords.IsGreeting(only.Value);
        var at = tokens.FindIndex(token => !TypedWords.IsPolite(token.Value) && !TypedWords.IsGreeting(token.Value));
        return lone || at < 0 ? tokens.Count : at;
    }

    // U is in no number, however much it looks like one.
    static CaseId? IdOf(Found number) =>
        CaseId.TryParse($"{number.Groups["bucket"].Value}-{number.Groups["letters"].Value}", out var id) ? id : null;

    /// <summary>The number right behind the word; and where there is none there, the only one of the line.</summary>
    static (Found? Near, Found? Only) Numbers(string folded, List<Found> tokens, int word)
    {
        var all = Number().Matches(folded).ToList();
        var behind = tokens.Skip(word + 1).ToList();
        var near = all.FirstOrDefault(number =>
            number.Index > tokens[word].Index
                && behind.TakeWhile(token => token.Index < number.Index)
                    .All(token => TypedWords.IsBetween(token.Value)));
        return (near, all is [var only] ? only : null);
    }

    // Digits and letters in the place of a number, but not one: "approve 7-K3Q".
    static string? UnreadableAfter(string text, string folded, List<Found> tokens, int word) => tokens.Skip(word + 1)
        .SkipWhile(token => TypedWords.IsBetween(token.Value)).Take(1)
        .Select(token => Attempt().Match(folded, token.Index))
        .Where(attempt => attempt.Success && attempt.Value.Any(char.IsAsciiDigit))
        .Select(attempt => text.Substring(attempt.Index, attempt.Length)).FirstOrDefault();

    // What is said, without what only joins it to the number; thanks alone are no reason.
    static string Said(string rest)
    {
        var said =
            rest.Trim().TrimStart(':', ',', '.', ';', '-', '\u2013', '\u2014', '!', '?', '#', '>', ')', '(').Trim();
        return Token().Matches(Folding.Of(said)).All(token => token.Value is "?" || TypedWords.IsThanks(token.Value))
            ? ""
            : said;
    }

    // Hyphens keep the parts of a number apart; the number is looked for by itself.
    [GeneratedRegex("""[\p{L}\p{M}\p{N}]+|\?(?=\s*$)""")]
    private static partial Regex Token();

    // Without a hyphen one of the five is a digit: "12 weeks" is no number of a request.
    [GeneratedRegex(
        """(?<![\p{L}\p{N}-])(?<bucket>\d{2})(?:\s?-\s?(?<letters>[0-9a-z]{5})|\s?(?<letters>(?=[a-z]*\d)[0-9a-z]{5}))(?![\p{L}\p{N}-])""")]
    private static partial Regex Number();

    [GeneratedRegex("""\G#?[\p{L}\p{N}]+(?:\s?-\s?[\p{L}\p{N}]+)?""")]
    private static partial Regex Attempt();
}
