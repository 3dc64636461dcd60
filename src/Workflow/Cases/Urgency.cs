using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Cases;

/// <summary>In which order somebody looks at cases: first what others have waited for longest.</summary>
public static class Urgency
{
    /// <summary>
    /// Since when, or from when on, this person's turn asks for something. Null: it is not their turn.
    /// </summary>
    public static DateTimeOffset? Of(Case one, Actor actor) =>
        one.TurnOf(actor) is { } turn ? one.AsksFrom(turn) : null;

    /// <summary>
    /// Their own turns first, then what waits for others, and what is over last, the newest of it first.
    /// </summary>
    public static IReadOnlyList<T> Sort<T>(IEnumerable<T> all, Func<T, Case> caseOf, Actor actor) =>
    [
        .. from one in all
           let subject = caseOf(one)
           let own = Of(subject, actor)
           orderby subject.IsOver, own is null, own ?? Oldest(subject), subject.IsOver ? Ended(subject) : default
           select one,
    ];

    static DateTimeOffset Oldest(Case one) =>
        one.IsOver || one.Turns.Count == 0 ? DateTimeOffset.MaxValue : one.Turns.Min(one.AsksFrom);

    static long Ended(Case one) => -(one.History.LastOrDefault()?.At.UtcTicks ?? 0);
}
