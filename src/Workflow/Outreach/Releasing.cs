using OutreachBot.Workflow.Cases;

namespace OutreachBot.Workflow.Outreach;

// The leading teacher and their own headteacher are the gatekeepers of their time (policy, section 9). A no goes
// back to the inspector, who sees why.

public partial record RequestCommand
{
    public sealed record AcceptMatch(string Message) : RequestCommand;

    public sealed record DeclineMatch(string Message) : RequestCommand;

    public sealed record AgreeRelease(string Message) : RequestCommand;

    public sealed record DeclineRelease(string Message) : RequestCommand;
}

public partial record RequestEvent
{
    public sealed record MatchAccepted(string Message) : Spoken(Message);

    public sealed record MatchDeclined(string Message) : Spoken(Message);

    public sealed record ReleaseAgreed(string Message) : Spoken(Message);

    public sealed record ReleaseDeclined(string Message) : Spoken(Message);

    /// <summary>The visitors come to the leading teacher's own school.</summary>
    public sealed record ReleaseNotNeeded : RequestEvent;
}

static class Releasing
{
    public static Decision Accept(Request request, RequestCommand.AcceptMatch command)
    {
        var accepted = Reasons.Optional(command.Message, message => new RequestEvent.MatchAccepted(message));
        return accepted is Decision.Accepted { Events: var events } && Payments.IsObservationWindow(request)
            ? Decision.Accept([.. events, new RequestEvent.ReleaseNotNeeded()])
            : accepted;
    }
}
