using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

/// <summary>What a programme costs (policy, sections 9 and 12). Paid by school to school.</summary>
public static class Payments
{
    const string ObservationWindow = "observation-window";

    /// <summary>The days that have been recorded when there are any, else the days that are planned.</summary>
    public static Payment Of(Request request, Scheme scheme)
    {
        var form2 = request.Sent.ContainsKey(FormKeys.Form2) ? request.Form2 : request.Draft(FormKeys.Form2).Answers;
        var recorded = request.Visits.Count(visit => visit.Record is not null);
        var days = recorded > 0 ? recorded : request.Days;

        // At an observation window the visiting school pays for each member of staff who watches, not for the day.
        if (request.Form1.Text("support") == ObservationWindow)
        {
            var visitors = request.Form1.Number("visitors") ?? 1;
            return new Payment(days, scheme.ObservationRate, visitors, days * visitors * scheme.ObservationRate);
        }

        var rate = form2.Money("rate") ?? scheme.DayRate;
        return new Payment(days, rate, null, days * rate);
    }
}
