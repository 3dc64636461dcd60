using AdaptiveCards;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Cards.Elements;

/// <summary>What a workflow shows, and what its buttons and typed words ask for.</summary>
public abstract class WorkflowCards
{
    public abstract CaseWorkflow Workflow { get; }

    /// <summary>The button and the word that open a case. No other workflow may take them.</summary>
    public abstract Starting Start { get; }

    /// <summary>A case as this person may see it.</summary>
    public abstract View View(Case now, Actor viewer, Facts facts);

    /// <summary>For somebody whose cases of this kind are not to begin.</summary>
    public abstract AdaptiveCard MayNotStart();

    /// <summary>What each verb asks. No other workflow may take the same verb.</summary>
    public abstract IReadOnlyDictionary<string, Func<ActionInput, Command>> Commands { get; }

    /// <summary>
    /// Verbs that show something and change nothing. The card is null where it is not this viewer's to see.
    /// </summary>
    public virtual IReadOnlyDictionary<string, Func<View, ActionInput, AdaptiveCard?>> Openings { get; } =
        new Dictionary<string, Func<View, ActionInput, AdaptiveCard?>>();

    /// <summary>Words that are typed in place of a button. No other workflow may take the same word.</summary>
    public virtual IReadOnlyList<TypedWord> Words { get; } = [];
}

/// <summary>How a case is opened.</summary>
/// <param name="Title">What the button says: "New request".</param>
/// <param name="Verb">What the button sends.</param>
/// <param name="Word">What is typed in its place, with all that people write for it, the word itself first.</param>
/// <param name="Means">What it is for, in the help: "ask for a leading teacher's time".</param>
public sealed record Starting(string Title, string Verb, string Word, string Means);

/// <summary>A word that is typed together with a case's number.</summary>
/// <param name="Written">The word, and then all that people write for it.</param>
public sealed record TypedWord(string Written)
{
    public string Word => Written.Split(' ')[0];

    /// <summary>What it asks, given the case and what else was typed. Null: it only shows something.</summary>
    public Func<View, string, Asked>? Asks { get; init; }

    /// <summary>What it shows. The card is null where it is not this viewer's to see.</summary>
    public Func<View, AdaptiveCard?>? Opens { get; init; }

    /// <summary>What it is for, in the help of this person. Null: it is not named there.</summary>
    public Func<Actor, string?> Help { get; init; } = _ => null;
}

/// <summary>What was asked in a typed line.</summary>
/// <param name="Command">Null: nothing there, or it is not clear what.</param>
/// <param name="Unclear">What is not clear, in words.</param>
public sealed record Asked(Command? Command, string? Unclear = null);
