using AdaptiveCards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards;

/// <summary>Where a request stands, for somebody of whom nothing is asked just now.</summary>
public static class StatusCard
{
    public static AdaptiveCard For(View view)
    {
        var request = view.Request;
        return Frame.Around(
            view,
            Heading(request.Stage),
            $"{Words.Subject(request, view.Scheme)}: {Newest(view) ?? Words.Stage(request.Stage)}",
            [
                Progress.Of(request),
                Waiting(view),
                IsFinanceOnly(view) ? null : Vacant(view),
                IsFinanceOnly(view)
                    ? null
                    : IsProgramme(request) ? Element.Facts(Programme(view))
                    : RequestFacts.Asked(view),
                Statement(view),
                .. IsFinanceOnly(view) ? [] : History.Lines(view),
                .. MayNote(view) ? Fields.Message(view, "What will you do next, after this visit?") : [],
            ],
            [
                MayNote(view)
                    ? view.Primary("Keep this note", Verbs.NoteFollowUp, (ActionData.Visit, LastVisit(request)!.Number))
                    : null,
                IsFinanceOnly(view) ? null : view.ReadAll(),
                request.Stage <= Stage.Releasing && (view.Is(Part.Requester) || view.Is(Part.ReceivingHeadteacher))
                    ? view.WithReason("Withdraw the request", Verbs.Withdraw) : null,
                request.Stage is Stage.Confirming && view.Is(Part.LeadingTeacher)
                    && request.Sent.ContainsKey(FormKeys.Form2)
                    ? view.WithReason("Change form 2", Verbs.ChangeForm2) : null,
                request.Vacant.Count > 0 && request.Stage is Stage.Reflecting or Stage.Evaluating
                    && view.Is(Part.Inspector)
                    ? view.WithReason("Close the request", Verbs.Close) : null,
                request.Vacant.Count > 0 && request.Stage is Stage.Accepting or Stage.Releasing
                    && view.Is(Part.Inspector)
                    ? view.WithReason("Decline the request", Verbs.DeclineRequest) : null,
                request.Stage is Stage.Confirming or Stage.Visiting && MayCancel(view)
                    ? view.WithReason("Cancel the programme", Verbs.Cancel) : null,
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

    static string? Newest(View view) => History.Newly(view);

    // Finance pays a statement. Who was supported, why and with what success is not needed for that.
    static bool IsFinanceOnly(View view) => view.Parts is [Part.Finance];

    static AdaptiveElement? Waiting(View view)
    {
        var waiting = view.Request.Waiting.Select(turn => Named(turn, view)).Distinct().ToList();
        return waiting.Count == 0
            ? null
            : Element.Line(Element.Quiet("We are waiting for "), Element.Run(Words.List(waiting)), Element.Quiet("."));
    }

    // Everybody sees what stands in the way, and who can do something about it.
    static AdaptiveElement? Vacant(View view) => view.Request is { IsOver: false, Vacant: { Count: > 0 } vacant }
        && vacant.Where(part => MayKnowOf(part, view)).ToList() is { Count: > 0 } shown
            ? Element.Text(
                $"Nobody holds this post just now: {Words.List(shown.Select(Words.Part))}. The coordinator knows. The "
                + "inspector can end the request, and what was visited is paid.")
            : null;

    // A request that was withdrawn while its leading teacher's own school had not agreed never became one.
    static bool IsProgramme(Request request) =>
        request.Stage is >= Stage.Confirming and <= Stage.Closed or Stage.Cancelled && request.Match is not null;

    static string Named(Turn turn, View view) =>
        view.Request.Vacant.Contains(turn.Part) ? $"whoever becomes {Words.Part(turn.Part)}"
        : MayName(turn, view) ? $"{turn.Person.Name}, {Words.Part(turn.Part)}"
        : Words.Part(turn.Part);

    /// <summary>
    /// Until the leading teacher's own school agrees, the school that asked does not hear who is being asked.
    /// </summary>
    internal static bool MayName(Turn turn, View view) => view.Parts.Count > 0
        && (MayKnowOf(turn.Part, view) || turn.Person.Id == view.Viewer.Person.Id);

    static bool MayKnowOf(Part part, View view) => part is not (Part.LeadingTeacher or Part.ProvidingHeadteacher)
        || view.Request.Stage is not (Stage.Accepting or Stage.Releasing)
        || view.IsAny(Part.Inspector, Part.LeadingTeacher);

    static IEnumerable<AdaptiveElement?> Programme(View view)
    {
        var request = view.Request;
        yield return Element.Row(
            "Leading teacher", $"{request.Match!.LeadingTeacher.Name}, {request.Match.School.Name}");
        yield return Element.Row("School", request.School!.Name);
        if (request.Teachers.Count > 0) yield return Element.Row("For", Words.Teachers(request));
        yield return RequestFacts.ActingForOthers(view);
        if (!request.Sent.ContainsKey(FormKeys.Form2)) yield break;
        foreach (var visit in request.Visits)
            yield return Element.Row(Words.Plan(visit), visit.Record is null ? "to come" : "visited, and recorded");
        if (request.Payment is null) yield return Element.Row("Cost", Words.Cost(Payments.Of(request, view.Scheme)));
    }

    static AdaptiveElement? Statement(View view)
    {
        if (view.Request is not { Payment: { } payment, Match: { } match, School: { } school } request) return null;
        if (!view.Is(Part.ReceivingHeadteacher) && !view.Is(Part.ProvidingHeadteacher) && !view.Is(Part.Finance)
            && !view.Is(Part.Inspector)) return null;

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
            Element.Row("Amount", Words.Cost(payment)),
            Element.Small(payment.PaidBy is null
                ? "Paid by transfer from school to school, never to a person."
                : "Paid by transfer to the school, never to a person."));
    }

    static Visit? LastVisit(Request request) => request.Visits.FindLast(visit => visit.Record is not null);

    static bool MayNote(View view) =>
        view.Is(Part.Teacher) && view.Request.Stage is Stage.Visiting && LastVisit(view.Request) is { } visit
        && !view.Request.FollowUps.Any(next => next.Visit == visit.Number && next.Teacher == view.Viewer.Person.Name);

    static bool MayCancel(View view) =>
        view.Is(Part.ReceivingHeadteacher) || view.Is(Part.ProvidingHeadteacher) || view.Is(Part.LeadingTeacher)
            || view.Is(Part.Inspector);
}
