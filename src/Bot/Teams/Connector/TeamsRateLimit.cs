using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// How fast Teams lets a bot speak, kept to before Teams has to say so: in one chat 7 messages in a second, 8 in two,
/// 60 in thirty and 1,800 in an hour; in one tenant 50 in a second. Source: Teams, "Rate limiting for bots".
/// </summary>
/// <param name="instances">How many share what a tenant allows.</param>
/// <param name="clock">By which moments are told.</param>
public sealed class TeamsRateLimit(int instances, TimeProvider clock)
{
    // A twentieth longer than Teams counts, because messages do not travel equally fast.
    static readonly Limit[] InAChat =
    [
        new(7, TimeSpan.FromSeconds(1.05)), new(8, TimeSpan.FromSeconds(2.1)), new(60, TimeSpan.FromSeconds(31)),
        new(1_800, TimeSpan.FromMinutes(60.5)),
    ];

    // Timers ring by the millisecond.
    static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(1);
    static readonly TimeSpan JustNow = TimeSpan.FromSeconds(1);

    readonly Limit[] inATenant = [new(Math.Max(1, 50 / instances), TimeSpan.FromSeconds(1.05))];
    readonly Lock gate = new();
    readonly Dictionary<PersonId, SlidingWindow> chats = [];
    readonly Dictionary<string, SlidingWindow> tenants = [];
    long calls;

    /// <summary>Waits until something may be sent to this person, and counts it as sent.</summary>
    public async Task TurnAsync(PersonId to, CancellationToken cancel)
    {
        while (Take(to) is { } wait && wait > TimeSpan.Zero) await Task.Delay(wait + Grain, clock, cancel);
    }

    /// <summary>How long it is until something may be sent to this person. Nothing is counted.</summary>
    public TimeSpan Until(PersonId to)
    {
        lock (gate) return Longest(Chat(to).Wait(InAChat, Now), Tenant(to).Wait(inATenant, Now));
    }

    /// <summary>Counts what was sent without waiting: the reply to what somebody typed.</summary>
    public void Count(PersonId to)
    {
        lock (gate)
        {
            Chat(to).Add(Now);
            Tenant(to).Add(Now);
            if (++calls % 1_000 == 0) Forget();
        }
    }

    /// <summary>
    /// Teams has refused something for a while. It does not say whether the chat or the tenant was too loud: it is the
    /// tenant when this instance is near its limit there, or when another chat of it was refused just now.
    /// </summary>
    public void Refused(PersonId to, TimeSpan retryAfter)
    {
        lock (gate)
        {
            Chat(to).NotBefore(Now + retryAfter);
            var tenant = Tenant(to);
            if (tenant.CountSince(Now - JustNow) > inATenant[0].Most / 2 || tenant.HasRefusedAnother(to, Now - JustNow))
                tenant.NotBefore(Now + retryAfter);
            tenant.Refused(to, Now);
        }
    }

    TimeSpan Take(PersonId to)
    {
        lock (gate)
        {
            var wait = Until(to);
            if (wait <= TimeSpan.Zero) Count(to);
            return wait;
        }
    }

    // By a clock that nobody sets: from the first moment the process knows.
    TimeSpan Now => clock.GetElapsedTime(0);

    SlidingWindow Chat(PersonId to) => chats.TryGetValue(to, out var chat) ? chat : chats[to] = new();

    SlidingWindow Tenant(PersonId to) =>
        tenants.TryGetValue(to.Tenant, out var tenant) ? tenant : tenants[to.Tenant] = new();

    void Forget()
    {
        foreach (var (to, chat) in chats.ToList())
            if (chat.IsQuietSince(Now - InAChat[^1].Per)) chats.Remove(to);
    }

    static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
