using AdaptiveCards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards;

/// <summary>What form 1 asked for and form 2 agreed, in the few lines that a decision needs.</summary>
static class RequestFacts
{
    public static IEnumerable<AdaptiveElement?> Asked(View view)
    {
        var (request, scheme) = (view.Request, view.Scheme);
        yield return Kit.Row("School", request.School?.Name ?? "");
        yield return Kit.Row("Asked by", request.Requester!.Name);
        yield return Kit.Row("Support", Words.Support(request, scheme));
        yield return Kit.Row("For", request.Teachers.Count > 0 ? Words.Teachers(request) : "nobody yet");
        yield return Kit.Row("Years", Years(view));
        yield return Kit.Row("Days", Wished(request));
        yield return Kit.Quote("What is needed, and why", request.Form1.Text("need"));
        yield return Kit.Quote("What should change", request.Form1.Text("outcomes"));
    }

    public static IEnumerable<AdaptiveElement?> Agreed(View view)
    {
        var request = view.Request;
        foreach (var visit in request.Visits)
            yield return Kit.Quote(Words.Plan(visit) + (visit.Record is null ? "" : " (visited)"), visit.Plan);
        yield return Kit.Quote("Objectives", request.Form2.Text("objectives"));
        if (request.Form2.TryGetValue("planning", out var planning)) yield return Kit.Row("Planning time", planning);
        yield return Kit.Row("Contact", request.Form2.Text("contact"));
        yield return Kit.Row("Cost", Words.Cost(Payments.Of(request, view.Scheme)));
        yield return Kit.Row("Paid to", request.Form2.Text("pay-to"));
        yield return request.Form2.TryGetValue("rate-reason", out var reason) ? Kit.Quote("Why this rate", reason) : null;
    }

    public static IEnumerable<AdaptiveElement> CodeOfPractice(View view) =>
        view.Scheme.CodeOfPractice.Select(sentence => Kit.Small($"• {sentence}")).Prepend(Kit.Subheading("Code of practice"));

    public static string Wished(Request request)
    {
        var days = Words.Days(request.Days);
        var wished = request.Form1.Where(answer => answer.Key.StartsWith("date-", StringComparison.Ordinal))
            .Select(answer => Words.Day(request.Form1.Date(answer.Key)!.Value))
            .ToList();
        return wished.Count == 0 ? days : $"{days}, if possible {Words.List(wished)}";
    }

    static string Years(View view) => Words.List(view.Scheme.YearGroups
        .Where(year => view.Request.Form1.Choices("years").Contains(year.Id))
        .Select(year => year.Label));
}
