using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

public partial record Command
{
    /// <summary>A teacher notes what they will do after a visit; it is theirs to record (policy, section 9).</summary>
    public sealed record NoteFollowUp(int Visit, string Message) : Command;
}

public partial record RequestEvent
{
    public sealed record VisitRecorded(int Visit, Answers Record) : RequestEvent;

    public sealed record FollowUpNoted(int Visit, string Message) : Spoken(Message);
}

// Each visit has its record of meeting; the last one opens form 3.
static class Visiting
{
    public static Decision Record(Request request, string key, Facts facts)
    {
        var (answers, refusal) = Writing.Finished(request, key, facts);
        return refusal is null
            ? Decision.Accept(new RequestEvent.VisitRecorded(FormKeys.VisitOf(key)!.Value, answers))
            : Decision.Reject(refusal);
    }

    public static Decision Note(Request request, Command.NoteFollowUp command) =>
        request.Visits.Any(visit => visit.Number == command.Visit && visit.Record is not null)
            ? Messages.Required(command.Message, message => new RequestEvent.FollowUpNoted(command.Visit, message))
            : Decision.Reject(new Refusal.NotAtThisStage());
}
