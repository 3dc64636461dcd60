using System.Text.RegularExpressions;

namespace OutreachBot.Workflow.Directory;

/// <summary>Whom somebody means by the names they typed.</summary>
/// <param name="People">All of them, or nobody where something is not clear.</param>
/// <param name="Unclear">What is not clear, in words. Null: everything is.</param>
public sealed partial record TypedNames(IReadOnlyList<Person> People, string? Unclear)
{
    static readonly HashSet<string> Fillers =
    [
        "and", "please", "pls", "the", "with", "both", "also", "thanks", "thank", "you", "to", "mr", "mrs", "ms",
        "miss",
        "dr", "instead"
    ];

    /// <param name="among">Who can be meant.</param>
    /// <param name="written">Names in any order, with or without accents; "not A but B" means B.</param>
    public static TypedNames Read(IEnumerable<Person> among, string written)
    {
        var people = among.ToList();
        var rest = Unwanted().Replace(Folding.Of(Accents.Joined(written)), " ");
        var found = new List<Person>();

        // Whole names first, as they are spelt and then without accents; the longest first, because one may be part of
        // another.
        foreach (var spell in new Func<string, string>[] { Plain, WithoutAccents })
            foreach (var group in people.Except(found)
                .GroupBy(person => spell(person.Name)).OrderByDescending(group => group.Key.Length).ToList())
                if (TakeOut(spell(rest), group.Key) is { } without)
                {
                    if (group.ToList() is not [var one]) return Ambiguous(group);
                    found.Add(one);
                    rest = without;
                }

        foreach (var part in Between().Split(WithoutAccents(rest)).Select(Tokens).Where(tokens => tokens.Count > 0))
        {
            var meant = people.Where(person => part.All(Tokens(WithoutAccents(person.Name)).Contains)).ToList();
            if (meant.Count > 1) return Ambiguous(meant);
            if (meant is not [var one])
                return new(
                    [],
                    $"I do not find “{string.Join(' ', part)}” among those who can be chosen. Please write the whole "
                    + "name.");
            if (!found.Contains(one)) found.Add(one);
        }
        return found.Count > 0 ? new(found, null) : new([], "Please write the name of the person you mean.");
    }

    static TypedNames Ambiguous(IEnumerable<Person> people) =>
        new([],
            $"That can be {string.Join(" or ", people.Select(person => person.Name).Distinct())}. Please write the "
            + "whole name, or choose from the list.");

    static string? TakeOut(string text, string name)
    {
        var at = $" {text} ".IndexOf($" {name} ", StringComparison.Ordinal);
        return at < 0 ? null : $" {text} ".Remove(at, name.Length + 1);
    }

    static List<string> Tokens(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(token => !Fillers.Contains(token))];

    // Letters and digits in words; an apostrophe joins and a hyphen parts.
    static string Plain(string name) => string.Join(
        ' ',
        Other().Replace(Folding.Of(Accents.Joined(name)).Replace("'", "", StringComparison.Ordinal), " ")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    static string WithoutAccents(string name) => Accents.Off(Plain(name));

    // "not A but B", "not A, B", "B, not A", "B instead of A".
    [GeneratedRegex("""\bnot\b.*?(?:\bbut\b|,|;|$)|\b(?:instead of|rather than|except)\b.*?(?:\bbut\b|,|;|$)""")]
    private static partial Regex Unwanted();

    [GeneratedRegex("""[,;/&+\n]|\band\b""")]
    private static partial Regex Between();

    [GeneratedRegex("""[^\p{L}\p{M}\p{N},;/&+]+""")]
    private static partial Regex Other();
}
