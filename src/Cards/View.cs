using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Cards;

/// <summary>
/// What a card is drawn from: the request, who looks at it, and what the decision may have rested on.
/// </summary>
public sealed record View(Request Request, Actor Viewer, Facts Facts)
{
    /// <summary>A line about what just happened, above everything else.</summary>
    public Note? Note { get; init; }

    /// <summary>What the viewer typed and could not be taken; it comes back in its fields.</summary>
    public Typed? Typed { get; init; }

    public Scheme Scheme => Facts.Scheme;

    public IReadOnlyList<Part> Parts { get; } = [.. Workflow.Outreach.Parts.Of(Request, Viewer)];

    public bool Is(Part part) => Parts.Contains(part);

    public bool IsAny(params ReadOnlySpan<Part> parts)
    {
        foreach (var part in parts)
            if (Is(part)) return true;
        return false;
    }
}

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
