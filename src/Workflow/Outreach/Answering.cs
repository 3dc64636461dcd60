using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Outreach;

/// <summary>
/// What a plain yes or no means to somebody just now. Typed answers go this way, because buttons can fail.
/// </summary>
public static class Answering
{
    /// <summary>Null: nothing that a yes could answer waits for this person.</summary>
    public static Command? Yes(Request request, Actor actor, string message) => Asked(request, actor) switch
    {
        (Part.ReceivingHeadteacher, Stage.Approving) => new ApproveForm1(message),
        (Part.LeadingTeacher, Stage.Accepting) => new AcceptMatch(message),
        (Part.ProvidingHeadteacher, Stage.Releasing) => new AgreeRelease(message),
        (Part.ReceivingHeadteacher or Part.ProvidingHeadteacher, Stage.Confirming) =>
            new SignForm2(request.Form2Draft, message),
        (Part.Teacher, _) when request.IsBeingArranged => new AgreeToTakePart(message),
        (Part.Inspector, Stage.Closing) => new CloseRequest(message),
        _ => null,
    };

    /// <summary>Null: nothing that a no could answer waits for this person.</summary>
    public static Command? No(Request request, Actor actor, string message) => Asked(request, actor) switch
    {
        (Part.ReceivingHeadteacher, Stage.Approving) => new ReturnForm1(message),
        (Part.Inspector, Stage.Brokering) => new DeclineRequest(message),
        (Part.LeadingTeacher, Stage.Accepting) => new DeclineMatch(message),
        (Part.ProvidingHeadteacher, Stage.Releasing) => new DeclineRelease(message),
        (Part.ReceivingHeadteacher or Part.ProvidingHeadteacher, Stage.Confirming) => new AskForChange(message),
        (Part.Teacher, _) when request.IsBeingArranged => new DeclineToTakePart(message),
        (Part.Inspector, Stage.Closing) => new AskForFollowUp(message),
        _ => null,
    };

    static (Part, Stage)? Asked(Request request, Actor actor) =>
        request.TurnOf(actor) is { } turn ? (turn.Part, request.Stage) : null;
}
