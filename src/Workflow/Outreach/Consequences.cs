using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Outreach;

/// <summary>What is derived from a request and brought in line with it behind the answer. Nothing is said.</summary>
public enum AlignmentKind
{
    /// <summary>Somebody's list of requests.</summary>
    WorkList,

    /// <summary>The days that a leading teacher has promised.</summary>
    Bookings,
}

/// <summary>One thing that is brought in line with a request.</summary>
/// <param name="Of">Whose list, or whose days.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Version">The request's version that gave rise to it.</param>
public sealed record Alignment(PersonId Of, AlignmentKind Kind, int Version);

/// <summary>What is to be done behind the answer, once something has happened.</summary>
/// <param name="Notices">Who is told. Whoever is told has it on their list as well.</param>
/// <param name="Alignments">What is brought in line.</param>
public sealed record Consequences(IReadOnlyList<Notice> Notices, IReadOnlyList<Alignment> Alignments)
{
    public bool Any => Notices.Count > 0 || Alignments.Count > 0;

    public static Consequences Of(Request before, Request after, IReadOnlyList<Recorded> events, Facts facts) => new(
        Outreach.Notices.After(before, after, events, facts),
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
