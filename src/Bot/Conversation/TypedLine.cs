using System.Text.RegularExpressions;
using OutreachBot.Workflow.Outreach;
using Found = System.Text.RegularExpressions.Match;

namespace OutreachBot.Bot.Conversation;

/// <summary>What somebody asks for in a line: a word that the bot knows, a request, and what else they say.</summary>
/// <param name="Word">One of <see cref="TypedLine.Words"/>, or empty: none was found.</param>
/// <param name="Request">The request that is named. Null: none, or see <paramref name="Unreadable"/>.</param>
/// <param name="Rest">A reason, a question, names: as it was written.</param>
/// <param name="IsGuess">The word was not written quite like this.</param>
/// <param name="Unreadable">What was written in the place of a request's number and is none.</param>
public sealed partial record TypedLine(string Word, RequestId? Request, string Rest, bool IsGuess = false, string? Unreadable = null)
{
    /// <summary>Words and everything that people write for them. What only means it together with a number comes apart.</summary>
    static readonly Dictionary<string, string[]> Written = new()
    {
        ["hello"] = ["hello", "hi", "hey", "hiya", "start", "welcome"],
        ["help"] = ["help", "?"],
        ["request"] = ["request", "new"],
        ["tasks"] = ["tasks", "task"],
        ["status"] = ["status", "requests", "show", "open", "where"],
        ["undelivered"] = ["undelivered"],
        ["resend"] = ["resend"],
        ["approve"] = ["approve", "approved", "approving", "sign", "signed", "accept", "accepted", "close"],
        ["decline"] = ["decline", "declined", "declining", "reject", "rejected"],
        ["ask"] = ["ask", "asking"],
        ["answer"] = ["answer", "answering"],
        ["match"] = ["match", "matched"],
        ["teachers"] = ["teachers", "teacher"],
        ["withdraw"] = ["withdraw", "withdrawn", "withdrawing"],
        ["cancel"] = ["cancel", "cancelled", "canceled", "cancelling"],
        ["change"] = ["change", "changing"],
        ["note"] = ["note"],
        ["send"] = ["send"],
    };

    static readonly Dictionary<string, string[]> WrittenWithNumber = new()
    {
        ["approve"] = ["yes", "ok", "okay", "agree", "agreed", "y"],
        ["decline"] = ["no", "n", "disagree"],
    };

    static readonly Dictionary<string, string> Known = Written.SelectMany(one => one.Value.Select(form => (form, one.Key))).ToDictionary();
    static readonly Dictionary<string, string> KnownWithNumber = WrittenWithNumber.SelectMany(one => one.Value.Select(form => (form, one.Key))).ToDictionary();

    // What people are polite with before they say what they want.
    static readonly HashSet<string> Politeness =
        ["please", "pls", "kindly", "could", "can", "would", "will", "you", "i", "we", "want", "like", "to", "d", "id", "would", "just", "now", "dear", "outreachbot", "bot", "the", "and", "then", "so", "also", "thanks", "thank", "morning", "afternoon", "good", "let", "me", "us"];

    static readonly HashSet<string> Greetings = ["hello", "hi", "hey", "hiya"];

    // What may stand between a word and the number.
    static readonly HashSet<string> Fillers = ["the", "this", "my", "our", "request", "number", "no", "nr", "id", "form", "is", "for", "of", "case"];

    static readonly HashSet<string> Thanks = ["please", "pls", "thanks", "thank", "you", "ta", "cheers", "many", "very", "much", "so"];

    const int ShortestGuess = 4;

    public static IEnumerable<string> Words => Written.Keys;

    /// <summary>Reads a line. It never throws, and what it cannot read has no word.</summary>
    /// <param name="text">As <see cref="TypedText"/> has it.</param>
    public static TypedLine Read(string text)
    {
        var folded = Folded(text);
        if (folded.Trim() is "?") return new("help", null, "");

        var tokens = Token().Matches(folded).ToList();
        var first = Start(tokens);
        if (first == tokens.Count) return new(tokens.Any(token => Greetings.Contains(token.Value)) ? "hello" : "", null, "");

        // The number may come first: "07-K3QX9 approve".
        if (Number().Match(folded, tokens[first].Index) is { Success: true } leading && leading.Index == tokens[first].Index)
            return AfterNumber(text, folded, tokens, leading);

        var token = tokens[first];
        var (word, isGuess) = WordOf(token.Value, withNumber: false);
        var end = token.Index + token.Length;
        var number = NumberAfter(folded, tokens, first);
        if (word.Length == 0 && number is not null) (word, isGuess) = WordOf(token.Value, withNumber: true);
        if (word.Length == 0) return new(tokens.Take(first).Any(greeting => Greetings.Contains(greeting.Value)) ? "hello" : "", null, text);
        if (number is null) return new(word, null, Said(text[end..]), isGuess, UnreadableAfter(text, folded, tokens, first));

        if (IdOf(number) is not { } id) return new(word, null, "", isGuess, text.Substring(number.Index, number.Length));
        var between = Said(text[end..number.Index]);
        var rest = Said(text[(number.Index + number.Length)..]);
        return new(word, id, AllFillers(between) ? rest : $"{between} {rest}".Trim(), isGuess);
    }

    static TypedLine AfterNumber(string text, string folded, List<Found> tokens, Found number)
    {
        if (IdOf(number) is not { } id) return new("status", null, "", Unreadable: text.Substring(number.Index, number.Length));
        var behind = tokens.Where(token => token.Index >= number.Index + number.Length).ToList();
        var first = Start(behind);
        if (first == behind.Count) return new("status", id, "");

        var (word, isGuess) = WordOf(behind[first].Value, withNumber: true);
        return word.Length == 0 ? new("status", id, "") : new(word, id, Said(text[(behind[first].Index + behind[first].Length)..]), isGuess);
    }

    // The first token that is neither a greeting before something else nor politeness.
    static int Start(List<Found> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var isLast = at == tokens.Count - 1;
            if (Politeness.Contains(tokens[at].Value) || (Greetings.Contains(tokens[at].Value) && !isLast)) continue;
            return at;
        }
        return tokens.Count;
    }

    static (string Word, bool IsGuess) WordOf(string written, bool withNumber)
    {
        if (Known.TryGetValue(written, out var word) || (withNumber && KnownWithNumber.TryGetValue(written, out word))) return (word, false);
        if (written.Length < ShortestGuess) return ("", false);

        var near = Known.Where(one => one.Key.Length >= ShortestGuess && IsOneLetterOff(written, one.Key)).Select(one => one.Value).Distinct().ToList();
        return near is [var only] ? (only, true) : ("", false);
    }

    // A letter too many, too few or another, or two that have changed places.
    static bool IsOneLetterOff(string one, string other)
    {
        if (Directory.Nearness.Distance(one, other) == 1) return true;
        if (one.Length != other.Length) return false;

        int[] off = [.. Enumerable.Range(0, one.Length).Where(at => one[at] != other[at])];
        return off is [var left, var right] && right == left + 1 && one[left] == other[right] && one[right] == other[left];
    }

    // U is in no number, however much it looks like one.
    static RequestId? IdOf(Found number) =>
        RequestId.TryParse($"{number.Groups["bucket"].Value}-{number.Groups["letters"].Value}", out var id) ? id : null;

    // Right behind the word, or the only one in the line.
    static Found? NumberAfter(string folded, List<Found> tokens, int word)
    {
        var all = Number().Matches(folded).ToList();
        var near = all.FirstOrDefault(number => tokens.Skip(word + 1).TakeWhile(token => token.Index < number.Index).All(token => Fillers.Contains(token.Value) || Politeness.Contains(token.Value)));
        return near ?? (all is [var only] ? only : null);
    }

    // Digits and letters in the place of a number, but not one: "approve 7-K3Q".
    static string? UnreadableAfter(string text, string folded, List<Found> tokens, int word) => tokens.Skip(word + 1)
        .SkipWhile(token => Fillers.Contains(token.Value) || Politeness.Contains(token.Value)).Take(1)
        .Select(token => Attempt().Match(folded, token.Index))
        .Where(attempt => attempt.Success && attempt.Value.Any(char.IsAsciiDigit))
        .Select(attempt => text.Substring(attempt.Index, attempt.Length)).FirstOrDefault();

    static bool AllFillers(string between) => Token().Matches(Folded(between)).All(token => Fillers.Contains(token.Value) || Politeness.Contains(token.Value));

    // What is said, without what only joins it to the number; thanks alone are no reason.
    static string Said(string rest)
    {
        var said = rest.Trim().TrimStart(':', ',', '.', ';', '-', '\u2013', '\u2014', '!', '?', '#', '>', ')', '(').Trim();
        return Token().Matches(Folded(said)).All(token => token.Value is "?" || Thanks.Contains(token.Value)) ? "" : said;
    }

    /// <summary>The same text, letter by letter, in small letters and with one kind of dash, apostrophe and blank.</summary>
    public static string Folded(string text) => string.Create(text.Length, text, (folded, written) =>
    {
        for (var at = 0; at < written.Length; at++)
            folded[at] = written[at] switch
            {
                '\n' or '\t' => ' ',
                >= '\u2010' and <= '\u2015' or '\u2212' or '\u2043' or '\uFE58' or '\uFE63' or '\uFF0D' or '\u00AD' => '-',
                '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u02BC' or '\u02B9' or '\u2032' or '\uFF07' or '\u00B4' or '`' => '\'',
                >= '\uFF01' and <= '\uFF5E' and var wide => char.ToLowerInvariant((char)(wide - 0xFEE0)),
                var digit when char.IsDigit(digit) => (char)('0' + (int)char.GetNumericValue(digit)),
                var other => char.ToLowerInvariant(other),
            };
    });

    // Hyphens keep the parts of a number apart; the number is looked for by itself.
    [GeneratedRegex("""[\p{L}\p{M}\p{N}]+|\?(?=\s*$)""")]
    private static partial Regex Token();

    // Without a hyphen one of the five is a digit: "12 weeks" is no number of a request.
    [GeneratedRegex("""(?<![\p{L}\p{N}-])(?<bucket>\d{2})(?:\s?-\s?(?<letters>[0-9a-z]{5})|\s?(?<letters>(?=[a-z]*\d)[0-9a-z]{5}))(?![\p{L}\p{N}-])""")]
    private static partial Regex Number();

    [GeneratedRegex("""\G#?[\p{L}\p{N}]+(?:\s?-\s?[\p{L}\p{N}]+)?""")]
    private static partial Regex Attempt();
}
