using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>Where a request stands, for somebody of whom nothing is asked just now.</summary>
public static class StatusCard
{
    public static AdaptiveCard For(RequestView view)
    {
        var request = view.Request;
        return Frame.Around(
            view,
            Heading(request.Stage),
            $"{RequestWords.Subject(request, view.Scheme)}: {Newest(view) ?? RequestWords.Stage(request.Stage)}",
            [
                Progress.Of(request),
                Waiting(view),
                view.Sight.IsStatementOnly ? null : Vacant(view),
                view.Sight.IsStatementOnly
                    ? null
                    : IsProgramme(request) ? Element.Facts(Programme(view))
                    : RequestFacts.Asked(view),
                Statement(view),
                .. view.Sight.IsStatementOnly ? [] : History.Lines(view),
                .. MayNote(view) ? Fields.Message(view, "What will you do next, after this visit?") : [],
            ],
            [
                MayNote(view)
                    ? view.Primary(
                        "Keep this note", RequestVerbs.NoteFollowUp, (ActionData.Visit, LastVisit(request)!.Number))
                    : null,
                view.Sight.IsStatementOnly ? null : view.ReadAll(),
                .. Endings(view),
            ]);
    }

    static string Heading(Stage stage) => stage switch
    {
        Stage.Closed => "Finished, and thank you",
        Stage.Declined => "Declined",
        Stage.Withdrawn => "Withdrawn",
        Stage.Cancelled => "Cancelled",
        _ => "Where it stands",
    };

    static string? Newest(RequestView view) => History.Newly(view);

    // The deciders say what may be asked.
    static IEnumerable<AdaptiveAction> Endings(RequestView view) =>
        from one in new (RequestCommand Command, string Title, string Verb)[]
        {
            (new RequestCommand.WithdrawRequest(""), "Withdraw the request", RequestVerbs.Withdraw),
            (new RequestCommand.ChangeForm2(""), "Change form 2", RequestVerbs.ChangeForm2),
            (new RequestCommand.CloseRequest(""), "Close the request", RequestVerbs.Close),
            (new RequestCommand.DeclineRequest(""), "Decline the request", RequestVerbs.DeclineRequest),
            (new RequestCommand.CancelProgramme(""), "Cancel the programme", RequestVerbs.Cancel),
        }
        where view.May(one.Command)
        select view.WithReason(one.Title, one.Verb);

    static AdaptiveElement? Waiting(RequestView view)
    {
        var waiting = view.Request.Waiting.Select(turn => Named(turn, view)).Distinct().ToList();
        return waiting.Count == 0
            ? null
            : Element.Line(Element.Quiet("We are waiting for "), Element.Run(Words.List(waiting)), Element.Quiet("."));
    }

    // Everybody sees what stands in the way, and who can do something about it.
    static AdaptiveElement? Vacant(RequestView view) => view.Request is { IsOver: false, Vacant: { Count: > 0 } vacant }
        && vacant.Where(part => view.Sight.MayKnowHolder(part)).ToList() is { Count: > 0 } shown
            ? Element.Text(
                $"Nobody holds this post just now: {Words.List(shown.Select(RequestWords.Part))}. The coordinator knows. The "
                + "inspector can end the request, and what was visited is paid.")
            : null;

    // A request that was withdrawn while its leading teacher's own school had not agreed never became one.
    static bool IsProgramme(Request request) =>
        request.IsReleased && request.Match is not null && request.Stage is not (Stage.Declined or Stage.Withdrawn);

    static string Named(Turn<Part> turn, RequestView view) =>
        view.Request.Vacant.Contains(turn.Part) ? $"whoever becomes {RequestWords.Part(turn.Part)}"
        : view.Sight.MayKnowHolder(turn) ? $"{turn.Person.Name}, {RequestWords.Part(turn.Part)}"
        : RequestWords.Part(turn.Part);

    static IEnumerable<AdaptiveElement?> Programme(RequestView view)
    {
        var request = view.Request;
        yield return Element.Row(
            "Leading teacher", $"{request.Match!.LeadingTeacher.Name}, {request.Match.School.Name}");
        yield return Element.Row("School", request.School!.Name);
        if (request.Teachers.Count > 0) yield return Element.Row("For", RequestWords.Teachers(request));
        yield return RequestFacts.ActingForOthers(view);
        if (!request.Sent.ContainsKey(FormKeys.Form2)) yield break;
        foreach (var visit in request.Visits)
            yield return Element.Row(
                RequestWords.Plan(visit), visit.Record is null ? "to come" : "visited, and recorded");
        if (request.Payment is null)
            yield return Element.Row("Cost", RequestWords.Cost(Payments.Of(request, view.Scheme)));
    }

    static AdaptiveElement? Statement(RequestView view)
    {
        if (!view.Sight.MayReadStatement
            || view.Request is not { Payment: { } payment, Match: { } match, School: { } school } request) return null;

        var visited = request.Visits.Where(visit => visit.Record is not null);
        return Element.Box(
            AdaptiveContainerStyle.Accent,
            Element.Line(
                Element.Bold(payment.IsCorrected ? "Corrected payment statement" : "Payment statement"),
                Element.Run($"  ·  {request.Id}")),
            Element.Row(
                "From",
                payment.PaidBy is { } programme
                    ? $"{programme}; no school is charged"
                    : $"{school.Name} (URN {school.Urn})"),
            payment.PaidBy is null ? null : Element.Row("For", $"{school.Name} (URN {school.Urn})"),
            Element.Row("To", $"{match.School.Name} (URN {match.School.Urn})"),
            Element.Row(
                "For",
                $"{match.LeadingTeacher.Name}, {Words.List(visited.Select(visit => Words.Day(visit.Date)))}"),
            Element.Row("Amount", RequestWords.Cost(payment)),
            Element.Small(payment.PaidBy is null
                ? "Paid by transfer from school to school, never to a person."
                : "Paid by transfer to the school, never to a person."));
    }

    static Visit? LastVisit(Request request) => request.Visits.FindLast(visit => visit.Record is not null);

    static bool MayNote(RequestView view) =>
        view.Request.Stage is Stage.Visiting && LastVisit(view.Request) is { } visit
        && view.May(new RequestCommand.NoteFollowUp(visit.Number, ""))
        && !view.Request.FollowUps.Any(next => next.Visit == visit.Number && next.Teacher == view.Viewer.Person.Name);
}
