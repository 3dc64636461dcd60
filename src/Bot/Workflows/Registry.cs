using System.Collections.Frozen;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Workflows;

/// <summary>
/// The workflows that this bot runs. What they share belongs to none of them, and what is one's own is nobody else's:
/// names, events, verbs and typed words.
/// </summary>
public sealed class Registry
{
    readonly FrozenDictionary<CaseWorkflow, WorkflowCards> cards;
    readonly FrozenDictionary<string, FactSource> facts;
    readonly FrozenDictionary<string, WorkflowCards> verbs;
    readonly FrozenDictionary<string, WorkflowCards> words;

    /// <param name="workflows">All workflows.</param>
    /// <param name="all">What each of them shows.</param>
    /// <param name="sources">What some of them need from storage.</param>
    /// <exception cref="InvalidOperationException">Two claim the same verb or word, or one claims what is
    /// everybody's.</exception>
    public Registry(CaseWorkflows workflows, IEnumerable<WorkflowCards> all, IEnumerable<FactSource> sources)
    {
        Workflows = workflows;
        All = [.. all];
        cards = All.ToFrozenDictionary(one => one.Workflow);
        facts = Ownership.Of<FactSource, string>(
            "facts for", sources, source => [source.Workflow], source => source.GetType().Name);
        verbs = Ownership.Of("the verb", All, VerbsOf, one => one.Workflow.Name);
        words = Ownership.Of("the word", All, WordsOf, one => one.Workflow.Name);
        Verbs = verbs.Keys.Concat(Shared()).ToFrozenSet();
        Words = new(All);

        if (Shared().FirstOrDefault(verbs.ContainsKey) is { } verb)
            throw new InvalidOperationException(
                $"{verbs[verb].Workflow.Name} claims the verb {verb}, which is shared.");
    }

    public CaseWorkflows Workflows { get; }

    public IReadOnlyList<WorkflowCards> All { get; }

    /// <summary>Every verb that a card of ours may send.</summary>
    public IReadOnlySet<string> Verbs { get; }

    public TypedWords Words { get; }

    public WorkflowCards CardsOf(Case now) => cards[Workflows.Of(now)];

    /// <summary>Null: its workflow needs nothing from storage.</summary>
    public FactSource? FactsOf(Case now) => facts.GetValueOrDefault(Workflows.Of(now).Name);

    /// <summary>Whose verb that is. Null: it is shared, or nobody's.</summary>
    public WorkflowCards? WithVerb(string verb) => verbs.GetValueOrDefault(verb);

    /// <summary>Whose word that is. Null: it is shared, or nobody's.</summary>
    public WorkflowCards? WithWord(string word) => words.GetValueOrDefault(word);

    /// <summary>What this person may begin and type.</summary>
    public Menu MenuFor(Actor viewer) => Menu.For(viewer, All);

    static IEnumerable<string> VerbsOf(WorkflowCards one) =>
        [one.Start.Verb, .. one.Commands.Keys, .. one.Openings.Keys];

    static IEnumerable<string> WordsOf(WorkflowCards one) =>
        [one.Start.Word.Split(' ')[0], .. one.Words.Select(word => word.Word)];

    static IEnumerable<string> Shared() =>
        typeof(Verbs).GetFields().Select(field => (string)field.GetValue(null)!);
}
