namespace OutreachBot.Workflow.Outreach;

/// <summary>In which order somebody looks at requests: first what others have waited for longest.</summary>
public static class Urgency
{
    /// <summary>
    /// Since when, or from when on, this person's turn asks for something: the day of a visit whose record is to be
    /// written, or else when the turn began. Null: it is not their turn.
    /// </summary>
    public static DateTimeOffset? Of(Request request, Actor actor) =>
        request.TurnOf(actor) is { } turn ? Of(request, turn) : null;

    /// <summary>
    /// Their own turns first, then what waits for others, and what is over last, the newest of it first.
    /// </summary>
    public static IReadOnlyList<T> Sort<T>(IEnumerable<T> all, Func<T, Request> requestOf, Actor actor) =>
    [
        .. from one in all
           let request = requestOf(one)
           let own = Of(request, actor)
           orderby request.IsOver, own is null, own ?? Oldest(request), request.IsOver ? Ended(request) : default
           select one,
    ];

    static DateTimeOffset Oldest(Request request) =>
        request.IsOver || request.Waiting.Count == 0
            ? DateTimeOffset.MaxValue
            : request.Waiting.Min(turn => Of(request, turn));

    static long Ended(Request request) => -(request.History.LastOrDefault()?.At.UtcTicks ?? 0);

    // A form 1 that nobody has sent waits for nobody.
    static DateTimeOffset Of(Request request, Turn turn) =>
        request.Stage is Stage.Visiting && turn.Part is Part.LeadingTeacher && request.NextVisit is { } visit
            ? new(visit.Date, TimeOnly.MinValue, TimeSpan.Zero)
            : request.History.FindLast(happening => happening.Number <= turn.Since)?.At ?? DateTimeOffset.MaxValue;
}
