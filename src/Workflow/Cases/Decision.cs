using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Cases;

/// <summary>What a command comes to: events to record, or the reason it may not be done.</summary>
public abstract record Decision
{
    Decision()
    {
    }

    public sealed record Accepted(IReadOnlyList<CaseEvent> Events) : Decision;

    public sealed record Rejected(Refusal Why) : Decision;

    /// <summary>Already so. A button pressed twice is not a mistake.</summary>
    public static Decision Nothing { get; } = new Accepted([]);

    public static Decision Accept(params IReadOnlyList<CaseEvent> events) => new Accepted(events);

    public static Decision Reject(Refusal why) => new Rejected(why);
}

/// <summary>
/// Why something may not be done. Cards has the words, each with what to do instead. Workflows have their own besides.
/// </summary>
public abstract record Refusal
{
    /// <summary>Somebody else decides this, or the person has no part in the case at all.</summary>
    public sealed record NotYourPart : Refusal;

    /// <summary>The case has moved on, or is not there yet.</summary>
    public sealed record NotAtThisStage : Refusal;

    /// <summary>A no, a question or an ending needs a sentence that says why.</summary>
    public sealed record MessageMissing : Refusal;

    public sealed record MessageTooLong(int Length, int Most) : Refusal;

    /// <summary>Answers that cannot be taken; what was typed comes back with the errors beside it.</summary>
    public sealed record WrongAnswers(
        string Form, int Step, Answers Typed, IReadOnlyList<AnswerError> Errors) : Refusal;

    /// <summary>
    /// The person who was chosen cannot do this: not of the directory's list, or of the asking school.
    /// </summary>
    public sealed record NotACandidate : Refusal;

    /// <summary>Cases of this kind are not this person's to begin.</summary>
    public sealed record MayNotAsk : Refusal;
}
