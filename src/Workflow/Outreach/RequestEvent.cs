namespace OutreachBot.Workflow.Outreach;

/// <summary>
/// Something that happened to a request, named in the past tense. Who and when stand beside it in
/// <see cref="Recorded"/>. The stored form is a contract: cases may be added, never renamed or changed.
/// </summary>
public abstract partial record RequestEvent
{
    // Closed: every case is nested here, in the file of its stage.
    RequestEvent()
    {
    }

    /// <summary>
    /// Something that was said as well: a reason, a question, a kind word. Empty where a yes came alone.
    /// </summary>
    public abstract record Spoken(string Message) : RequestEvent;
}

/// <summary>
/// An event with its place in the request, when it was recorded and who caused it. Numbers start at 1.
/// </summary>
public sealed record Recorded(int Number, DateTimeOffset At, Person By, RequestEvent What);

/// <summary>Something that somebody asks for, named as an order.</summary>
public abstract partial record Command
{
    // Closed: every case is nested here, in the file of its stage.
    Command()
    {
    }
}
