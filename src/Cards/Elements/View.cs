using AdaptiveCards;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Cards.Elements;

/// <summary>
/// What a card is drawn from: the case, who looks at it, and what the decision may have rested on. Each workflow says
/// what of it this viewer may see, and in which words.
/// </summary>
public abstract record View(Case Case, Actor Viewer, Facts Facts)
{
    /// <summary>A line about what just happened, above everything else.</summary>
    public Note? Note { get; init; }

    /// <summary>What the viewer typed and could not be taken; it comes back in its fields.</summary>
    public Typed? Typed { get; init; }

    public Scheme Scheme => Facts.Scheme;

    /// <summary>The viewer has a part in it.</summary>
    public abstract bool IsTheirs { get; }

    /// <summary>It stands in the viewer's list of cases.</summary>
    public virtual bool IsListed => IsTheirs;

    /// <summary>It waits for the viewer.</summary>
    public virtual bool IsWaitedFor => Case.TurnOf(Viewer) is not null;

    /// <summary>"Mathematics at Elm Park School", or as much of it as is known.</summary>
    public abstract string Subject { get; }

    /// <summary>A few words for where it stands: "with the inspector".</summary>
    public abstract string Standing { get; }

    /// <summary>Its forms, as this viewer writes and reads them.</summary>
    public virtual FormViews Forms => FormViews.None;

    /// <summary>
    /// The card that it shows this viewer: the one that asks them something, or where it stands. Null: it is none of
    /// their business, and nothing of it is shown.
    /// </summary>
    public abstract AdaptiveCard? Card();

    /// <summary>
    /// What a reason is asked for, before something is done that cannot be undone. Null: for nothing.
    /// </summary>
    public virtual AskedReason? Reason(string verb) => null;

    /// <summary>What somebody did, behind their name: "agreed to the release".</summary>
    public abstract string Did(string what);

    /// <summary>Somebody's action, as against what follows from one by itself.</summary>
    public virtual bool IsAction(HistoryEntry happening) => true;

    /// <summary>Whether the viewer may know that this has happened. Everybody knows what they did themselves.</summary>
    public abstract bool MayKnow(HistoryEntry happening);

    /// <summary>Whether the viewer may read what was said with it.</summary>
    public abstract bool MayRead(HistoryEntry happening);

    /// <summary>Whether the viewer may know whose turn it is.</summary>
    public virtual bool MayName(Turn turn) => IsTheirs;

    /// <summary>Why something may not be done, and what to do instead.</summary>
    public virtual string Words(Refusal why) => why.Words();

    /// <summary>What an option is called to this viewer.</summary>
    public virtual string Label(Option option) => option.Label;
}

/// <summary>A question before something is done that cannot be undone.</summary>
/// <param name="Heading">The question.</param>
/// <param name="Text">What will happen.</param>
/// <param name="Button">What the button says that does it.</param>
/// <param name="IsWritten">A reason is written. False: pressing is enough.</param>
public sealed record AskedReason(string Heading, string Text, string Button, bool IsWritten = true);

/// <summary>A line about what just happened. The words are ours; names come from the directory.</summary>
public sealed record Note(NoteKind Kind, string Text);

public enum NoteKind
{
    Done,
    News,
    Problem,
}

/// <summary>What was typed, what is wrong with it, and how often the same screen has come back.</summary>
public sealed record Typed(Answers Answers, IReadOnlyList<AnswerError> Errors, int Try, string? MessageProblem = null)
{
    public string? Message => Answers.GetValueOrDefault(ActionData.Message);
}
