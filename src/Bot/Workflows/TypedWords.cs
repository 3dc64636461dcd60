using System.Collections.Frozen;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Workflows;

/// <summary>
/// The words that the bot acts on, with everything that people write for them, and the words around them.
/// </summary>
public sealed class TypedWords
{
    // What all workflows share. Each brings its own besides.
    static readonly string[] Shared =
    [
        "hello hi hey hiya start welcome",
        "help ?",
        "tasks task",
        "status requests show open where",
        "undelivered",
        "resend",
        "approve approved approving sign signed accept accepted close",
        "decline declined declining reject rejected",
        "send",
    ];

    readonly FrozenDictionary<string, string> known;

    /// <exception cref="InvalidOperationException">Two words are written in the same way.</exception>
    public TypedWords(IEnumerable<WorkflowCards> workflows) => known = Ownership.Of(
            "what is typed as", [.. Shared, .. workflows.SelectMany(Written)], one => one.Split(' '), Word)
        .ToFrozenDictionary(one => one.Key, one => Word(one.Value));

    static IEnumerable<string> Written(WorkflowCards one) =>
        [one.Start.Word, .. one.Words.Select(word => word.Written)];

    static string Word(string written) => written.Split(' ')[0];

    // These mean it only together with a case's number.
    static readonly Dictionary<string, string> WithNumber =
        Table(("approve", "yes ok okay agree agreed y"), ("decline", "no n disagree"));

    static readonly HashSet<string> Greetings = Set("hello hi hey hiya");

    // What people say before they say what they want.
    static readonly HashSet<string> Politeness = Set(
        "please pls kindly could can would will you i we want like to d just now dear outreachbot bot the and then so "
        + "also thanks thank "
        + "morning afternoon good let me us");

    // What may stand between a word and the number.
    static readonly HashSet<string> Fillers = Set("the this my our request number no nr id form is for of case");

    static readonly HashSet<string> Thanks = Set("please pls thanks thank you ta cheers many very much so");

    // Shorter words are one letter away from too much.
    const int ShortestGuess = 4;

    public static bool IsGreeting(string token) => Greetings.Contains(token);

    public static bool IsPolite(string token) => Politeness.Contains(token);

    public static bool IsBetween(string token) => Fillers.Contains(token) || Politeness.Contains(token);

    public static bool IsThanks(string token) => Thanks.Contains(token);

    /// <summary>The word that is meant, and whether it was not quite written like that. Empty: none of ours.</summary>
    public (string Word, bool IsGuess) Find(string written, bool withNumber)
    {
        if (known.TryGetValue(written, out var word) || (withNumber && WithNumber.TryGetValue(written, out word)))
            return (word, false);
        if (written.Length < ShortestGuess) return ("", false);

        var near = known.Where(one => one.Key.Length >= ShortestGuess && Nearness.IsOneLetterOff(written, one.Key))
            .Select(one => one.Value);
        return near.Distinct().ToList() is [var only] ? (only, true) : ("", false);
    }

    static Dictionary<string, string> Table(params (string Word, string Written)[] words) =>
        words.SelectMany(one => one.Written.Split(' ').Select(written => (written, one.Word))).ToDictionary();

    static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
