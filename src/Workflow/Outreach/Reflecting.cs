using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Outreach;

public partial record RequestCommand
{
    public sealed record CloseRequest(string Message) : RequestCommand;

    /// <summary>The inspector sends form 3 back for follow-up.</summary>
    public sealed record AskForFollowUp(string Message) : RequestCommand;
}

public partial record RequestEvent
{
    /// <summary>One half of form 3: the teacher's or the leading teacher's.</summary>
    public sealed record Form3Written(string Form, Answers Answers) : RequestEvent;

    public sealed record ImpactEvaluated(Answers Answers) : RequestEvent;

    public sealed record FollowUpAsked(string Message) : Spoken(Message);

    public sealed record RequestClosed(string Message) : Spoken(Message);

    public sealed record PaymentStated(Payment Payment) : RequestEvent;
}

// Form 3: teacher and leading teacher reflect, the headteacher evaluates, the inspector closes (policy, section 10).
static class Reflecting
{
    public static Decision Write(Request request, string key, Facts facts)
    {
        var (answers, refusal) = FormWriting.Finished(RequestForms.Writing(key, request, facts));
        return refusal is not null ? Decision.Reject(refusal)
            : key is FormKeys.Evaluation ? Decision.Accept(new RequestEvent.ImpactEvaluated(answers))
            : Decision.Accept(new RequestEvent.Form3Written(key, answers));
    }

    public static Decision Close(Request request, RequestCommand.CloseRequest command, Facts facts)
    {
        var closed = Reasons.Optional(command.Message, message => new RequestEvent.RequestClosed(message));
        return closed is Decision.Accepted { Events: var events }
            ? Decision.Accept([.. events, new RequestEvent.PaymentStated(Payments.Due(request, facts.Scheme))])
            : closed;
    }

    /// <summary>Whether form 3 has both its halves. Nobody waits for one whose writers have all left.</summary>
    public static bool IsWritten(Request request) =>
        (request.Sent.ContainsKey(FormKeys.Form3Teacher) || request.Teachers.Count == 0)
        && (request.Sent.ContainsKey(FormKeys.Form3LeadingTeacher) || request.Vacant.Contains(Part.LeadingTeacher));
}
