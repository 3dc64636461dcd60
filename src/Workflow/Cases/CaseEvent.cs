using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Cases;

/// <summary>
/// Something that happened to a case, named in the past tense. Who and when stand beside it in
/// <see cref="Recorded"/>. The stored form is a contract: events may be added, never renamed or changed.
/// </summary>
public abstract record CaseEvent
{
    /// <summary>What somebody said with it: a reason, a question, a kind word. Null: nothing.</summary>
    public virtual string? Said => null;

    /// <summary>The draft as it now stands, all its answers, and the screen its writer goes on with.</summary>
    public sealed record StepSaved(string Form, int Step, Answers Answers, Answers Names) : CaseEvent;
}

/// <summary>
/// An event with its place in the case, when it was recorded and who caused it. Numbers start at 1.
/// </summary>
public sealed record Recorded(int Number, DateTimeOffset At, Person By, CaseEvent What)
{
    /// <summary>Its line in the case's history.</summary>
    public HistoryEntry Line => new(
        Number, At, By, What.GetType().Name, What.Said is { Length: > 0 } said ? said : null);
}
