using OutreachBot.Workflow.Cases;

namespace OutreachBot.Workflow.Outreach;

/// <summary>Something that happened to a request.</summary>
public abstract partial record RequestEvent : CaseEvent
{
    // Closed: every case is nested here, in the file of its stage.
    RequestEvent()
    {
    }

    /// <summary>
    /// The stage at which the request is after it. Null: an earlier version has recorded it, and it means what it meant
    /// then.
    /// </summary>
    public Stage? LeadsTo { get; init; }

    /// <summary>
    /// Something that was said as well: a reason, a question, a kind word. Empty where a yes came alone.
    /// </summary>
    public abstract record Spoken(string Message) : RequestEvent
    {
        public override string Said => Message;
    }
}

/// <summary>Something that somebody asks for in a request.</summary>
public abstract partial record RequestCommand : Command
{
    // Closed: every case is nested here, in the file of its stage.
    RequestCommand()
    {
    }
}
