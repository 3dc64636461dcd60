namespace OutreachBot.Simulation.Teams;

/// <summary>
/// How much Teams takes of a bot: 7 in 1 s, 8 in 2 s, 60 in 30 s and 1,800 an hour in one conversation, and 50 a second
/// in a tenant. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
/// </summary>
sealed class TeamsLimits
{
    static readonly (int Most, TimeSpan In)[] OfAConversation =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)),
            (1800, TimeSpan.FromHours(1))];

    static readonly (int Most, TimeSpan In)[] OfATenant = [(50, TimeSpan.FromSeconds(1))];

    readonly Dictionary<string, List<DateTimeOffset>> taken = [];

    /// <summary>Takes one more, or says after how long it would.</summary>
    public TimeSpan? Take(string conversation, string tenant, DateTimeOffset now)
    {
        var wait = Max(Wait(conversation, OfAConversation, now), Wait(tenant, OfATenant, now));
        if (wait is not null) return wait;

        Of(conversation).Add(now);
        Of(tenant).Add(now);
        return null;
    }

    TimeSpan? Wait(string whose, (int Most, TimeSpan In)[] limits, DateTimeOffset now)
    {
        var all = Of(whose);
        all.RemoveAll(one => now - one > limits[^1].In);
        TimeSpan? wait = null;
        foreach (var (most, span) in limits)
            if (all.Count >= most && all[^most] + span > now) wait = Max(wait, all[^most] + span - now);
        return wait;
    }

    List<DateTimeOffset> Of(string whose) => taken.TryGetValue(whose, out var all) ? all : taken[whose] = [];

    static TimeSpan? Max(TimeSpan? left, TimeSpan? right) => left is null || right > left ? right : left;
}
