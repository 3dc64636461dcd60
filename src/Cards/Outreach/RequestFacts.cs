using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>What form 1 asked for and form 2 agreed, in the few lines that a decision needs.</summary>
static class RequestFacts
{
    public static AdaptiveElement Asked(RequestView view)
    {
        var request = view.Request;
        return Element.Facts(
            Element.Row("Asked by", AskedBy(view)),
            ActingForOthers(view),
            Element.Row("Support", RequestWords.Support(view)),
            Element.Row("For", string.Join(", ", For(view))),
            Element.Row("Days", Wished(request)),
            Element.Quote("What is needed, and why", request.Form1.Text("need")),
            Element.Quote("What should change", request.Form1.Text("outcomes")));
    }

    public static AdaptiveElement Agreed(RequestView view)
    {
        var request = view.Request;
        return Element.Facts(
        [
            .. request.Visits.Select(
                visit =>
                    Element.Quote(RequestWords.Plan(visit) + (visit.Record is null ? "" : " (visited)"), visit.Plan)),
            Element.Quote("Objectives", request.Form2.Text("objectives")),
            Answer("Planning time", "planning"),
            Answer("Contact", "contact"),
            Element.Row("Cost", RequestWords.Cost(Payments.Of(request, view.Scheme))),
            Element.Row("Paid to", request.Match!.School.Name),
            Payments.Programme(request) is { } programme ? Element.Row("Paid by", programme) : null,
            Element.Quote("Why this rate", request.Form2.Text("rate-reason")),
        ]);

        AdaptiveElement? Answer(string label, string question) =>
            request.Form2.TryGetValue(question, out var answer) ? Element.Row(label, answer) : null;
    }

    public static IEnumerable<AdaptiveElement> CodeOfPractice(RequestView view) =>
        view.Scheme.CodeOfPractice.Select(sentence => Element.Small($"• {sentence}"))
            .Prepend(Element.Subheading("Code of practice"));

    public static string Wished(Request request)
    {
        var days = Words.Days(request.Days);
        var wished = request.Form1.Where(answer => answer.Key.StartsWith("date-", StringComparison.Ordinal))
            .Select(answer => Words.Day(request.Form1.Date(answer.Key)!.Value))
            .ToList();
        return wished.Count == 0
            ? days
            : $"{days}, if possible {(wished.Count > request.Days ? string.Join(" or ", wished) : Words.List(wished))}";
    }

    /// <summary>
    /// Who decides in somebody's place, so that nobody decides for both sides unseen. Null: everybody for themselves.
    /// </summary>
    public static AdaptiveElement? ActingForOthers(RequestView view)
    {
        var (request, lines) = (view.Request, new List<string>());
        if (request is { BrokeredAs: { } broker, Inspector: { } inspector } && view.Parts.Count > 0)
            lines.Add(
                $"{inspector.Name}, {Words.Role(broker)}, acts for the inspector, who has a part in this request");
        if (request.Match is { ReleasedAs: { } role, Headteacher: { } instead }
            && view.Sight.MayKnowHolder(new Turn<Part>(Part.ProvidingHeadteacher, instead, 0)))
            lines.Add(
                $"{instead.Name}, {Words.Role(role)}, decides on the release, because the leading teacher leads their "
                + "own school");
        return lines.Count == 0 ? null : Element.Row("In their place", string.Join("; ", lines));
    }

    static string AskedBy(RequestView view) =>
        view.Request is { Requester: { } requester, School: { } school } && !view.Viewer.IsAt(school)
            ? $"{requester.Name}, {school.Name}"
            : view.Request.Requester!.Name;

    static IEnumerable<string> For(RequestView view)
    {
        yield return view.Request.Teachers.Count > 0 ? RequestWords.Teachers(view.Request) : "nobody yet";
        var years = view.Request.Form1.Choices("years");
        if (years.Count > 0)
            yield return Words.List(
                view.Scheme.YearGroups.Where(year => years.Contains(year.Id)).Select(year => year.Label));
    }
}
