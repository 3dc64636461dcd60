using Azure;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Which items of a bucket are free to take. A claim is honoured until this instance itself has seen it unchanged
/// for as long as claims hold: the clocks of two instances are never compared, because they differ.
/// </summary>
public sealed class ClaimExpiry(TimeSpan holds, TimeProvider clock)
{
    Dictionary<string, (ETag Tag, long Since)> before = [];
    Dictionary<string, (ETag Tag, long Since)> seen = [];

    public bool IsFree(OutboxItem item)
    {
        if (item.Claim is null) return true;

        var since = before.TryGetValue(item.RowKey, out var known) && known.Tag == item.Tag
            ? known.Since
            : clock.GetTimestamp();
        if (clock.GetElapsedTime(since) >= holds) return true;

        seen[item.RowKey] = (item.Tag, since);
        return false;
    }

    /// <summary>The bucket has been looked through.</summary>
    /// <returns>Whether there are claims to look at again.</returns>
    public bool EndOfPass()
    {
        (before, seen) = (seen, []);
        return before.Count > 0;
    }
}
