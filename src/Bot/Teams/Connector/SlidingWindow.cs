using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Teams;

/// <summary>So many in so long.</summary>
sealed record Limit(int Most, TimeSpan Per);

/// <summary>What was sent lately to one chat or one tenant, as moments of a clock that nobody sets.</summary>
sealed class SlidingWindow
{
    const int MostKept = 4_000;

    readonly List<TimeSpan> sent = [];
    TimeSpan notBefore;
    (PersonId To, TimeSpan At)? refused;

    public void Add(TimeSpan now)
    {
        if (sent.Count == MostKept) sent.RemoveRange(0, MostKept / 2);
        sent.Add(now);
    }

    public void NotBefore(TimeSpan moment) => notBefore = moment > notBefore ? moment : notBefore;

    public void Refused(PersonId to, TimeSpan now) => refused = (to, now);

    public bool HasRefusedAnother(PersonId than, TimeSpan since) =>
        refused is { } last && last.To != than && last.At >= since;

    public int CountSince(TimeSpan moment) => sent.Count - sent.FindLastIndex(at => at < moment) - 1;

    public bool IsQuietSince(TimeSpan moment) => notBefore < moment && (sent.Count == 0 || sent[^1] < moment);

    /// <summary>How long until one more keeps to all limits.</summary>
    public TimeSpan Wait(IEnumerable<Limit> limits, TimeSpan now)
    {
        var free = notBefore;
        foreach (var limit in limits)
        {
            if (sent.Count < limit.Most) continue;
            var moment = sent[^limit.Most] + limit.Per;
            if (moment > free) free = moment;
        }
        return free > now ? free - now : TimeSpan.Zero;
    }
}
