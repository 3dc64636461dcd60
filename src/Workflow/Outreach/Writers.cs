namespace OutreachBot.Workflow.Outreach;

/// <summary>Each form is written by one part, at its stage.</summary>
static class Writers
{
    /// <summary>Who writes this form at this stage. Null: nobody does now.</summary>
    public static Part? Of(Request request, string form) => (request.Stage, form) switch
    {
        (Stage.Drafting, FormKeys.Form1) => Part.Requester,
        (Stage.Confirming, FormKeys.Form2) when !request.Sent.ContainsKey(form) => Part.LeadingTeacher,
        (Stage.Visiting, _) when request.NextVisit is { } visit && FormKeys.Record(visit.Number) == form =>
            Part.LeadingTeacher,

        // What was recorded may be put right whenever it is found to be wrong, also after the payment.
        (_, _) when request.Visit(FormKeys.VisitOf(form))?.Record is not null => Part.LeadingTeacher,
        (Stage.Reflecting, FormKeys.Form3Teacher) when !request.Sent.ContainsKey(form) => Part.Teacher,
        (Stage.Reflecting, FormKeys.Form3LeadingTeacher) when !request.Sent.ContainsKey(form) => Part.LeadingTeacher,
        (Stage.Evaluating, FormKeys.Evaluation) => Part.ReceivingHeadteacher,
        _ => null,
    };
}
