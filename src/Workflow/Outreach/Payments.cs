using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

/// <summary>What a programme costs (policy, sections 9 and 12). Paid by school to school.</summary>
public static class Payments
{
    /// <summary>The answer to how it is paid for that charges no school.</summary>
    public const string ByProgramme = "authority";

    const string ObservationWindow = "observation-window";

    /// <summary>
    /// Staff of another school come to watch. It costs the host no field day, and nobody leaves their school (policy,
    /// section 9).
    /// </summary>
    public static bool IsObservationWindow(Request request) => request.Form1.Text("support") == ObservationWindow;

    /// <summary>The programme that pays in the school's place, with its code. Null: the school pays.</summary>
    public static string? Programme(Request request) =>
        request.Form1.Text("funding") == ByProgramme
            ? request.Form1.Text("programme") is { Length: > 0 } named ? named : "an authority programme"
            : null;

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
        if (IsObservationWindow(request))
        {
            var visitors = request.Form1.Number("visitors") ?? 1;
            return new Payment(
                days, scheme.ObservationRate, visitors, days * visitors * scheme.ObservationRate, Programme(request));
        }

        var rate = agreed ?? scheme.DayRate;
        return new Payment(days, rate, null, days * rate, Programme(request));
    }
}
