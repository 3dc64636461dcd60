using OutreachBot.Workflow.Cases;

namespace OutreachBot.Workflow.Outreach;

public partial record RequestCommand
{
    /// <summary>The school that asked takes its request back, before a programme is confirmed.</summary>
    public sealed record WithdrawRequest(string Message) : RequestCommand;

    /// <summary>A confirmed programme is called off. What has been visited is still paid.</summary>
    public sealed record CancelProgramme(string Message) : RequestCommand;
}

public partial record RequestEvent
{
    public sealed record RequestWithdrawn(string Message) : Spoken(Message);

    public sealed record ProgrammeCancelled(string Message) : Spoken(Message);
}

// A request can end before its time, with a reason, and everybody concerned is told.
static class Ending
{
    public static Decision Withdraw(Request request, RequestCommand.WithdrawRequest command) =>
        request.Stage is Stage.Drafting
            ? Reasons.Optional(command.Message, message => new RequestEvent.RequestWithdrawn(message))
            : Reasons.Required(command.Message, message => new RequestEvent.RequestWithdrawn(message));

    public static Decision Cancel(Request request, RequestCommand.CancelProgramme command, Facts facts)
    {
        var cancelled = Reasons.Required(command.Message, message => new RequestEvent.ProgrammeCancelled(message));
        return cancelled is Decision.Accepted { Events: var events }
            && request.Visits.Any(visit => visit.Record is not null)
            ? Decision.Accept([.. events, new RequestEvent.PaymentStated(Payments.Due(request, facts.Scheme))])
            : cancelled;
    }
}
