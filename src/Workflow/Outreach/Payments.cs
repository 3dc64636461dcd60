using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

/// <summary>What a programme costs (policy, sections 9 and 12). Paid by school to school.</summary>
public static class Payments
{
    const string ObservationWindow = "observation-window";

    /// <summary>What the whole programme costs, as form 2 or its draft has it.</summary>
    public static Payment Of(Request request, Scheme scheme)
    {
        var form2 = request.Sent.ContainsKey(FormKeys.Form2) ? request.Form2 : request.Draft(FormKeys.Form2).Answers;
        return For(request, scheme, request.Days, form2.Money("rate"));
    }

    /// <summary>What has to be paid: the days that were recorded, at the rate that was signed.</summary>
    public static Payment Due(Request request, Scheme scheme) =>
        For(request, scheme, request.Visits.Count(visit => visit.Record is not null), request.SignedRate);

    static Payment For(Request request, Scheme scheme, int days, decimal? agreed)
    {
        // At an observation window the visiting school pays for each member of staff who watches, not for the day.
        if (request.Form1.Text("support") == ObservationWindow)
        {
            var visitors = request.Form1.Number("visitors") ?? 1;
            return new Payment(days, scheme.ObservationRate, visitors, days * visitors * scheme.ObservationRate);
        }

        var rate = agreed ?? scheme.DayRate;
        return new Payment(days, rate, null, days * rate);
    }
}
