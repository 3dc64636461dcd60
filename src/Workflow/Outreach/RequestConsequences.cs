using OutreachBot.Workflow.Cases;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Outreach;

/// <summary>What is done behind the answer to a press on a request.</summary>
public static class RequestConsequences
{
    public static Consequences Of(Request before, Request after, IReadOnlyList<Recorded> events, Facts facts) => new(
        Notices.After(before, after, events, facts),
        [.. Lists(after, events), .. Bookings(before, after, events)]);

    static IEnumerable<Alignment> Lists(Request after, IReadOnlyList<Recorded> events) =>
        events is [{ What: RequestStarted }, ..]
            ? [new(after.Requester!.Id, AlignmentKind.WorkList, after.Version)]
            : [];

    static IEnumerable<Alignment> Bookings(Request before, Request after, IReadOnlyList<Recorded> events) =>
        (after.Match ?? before.Match) is { } match && events.Any(recorded => recorded.What
            is Form2Sent or VisitMoved or VisitRecorded or ProgrammeCancelled or LeadingTeacherLeft)
            ? [new(match.LeadingTeacher.Id, AlignmentKind.Bookings, after.Version)]
            : [];
}
