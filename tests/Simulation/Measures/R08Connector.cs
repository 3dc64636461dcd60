namespace OutreachBot.Simulation.Measures;

/// <summary>
/// R8: a connector that throttles, breaks, times out and refuses, and people who have blocked the bot.
/// </summary>
public static class R08Connector
{
    const int Worlds = 60;

    public static Measured Run(Extent extent)
    {
        var (failures, faults, early, throttled, dead, sent) = (new List<string>(), 0, 0, 0, 0, 0);
        foreach (var index in Enumerable.Range(0, extent.Of(Worlds)))
        {
            var (world, chaos, wrong) = Play(extent, (extent.Seed * 1000) + index, isFirst: index == 0);
            (faults, early,
                throttled) = (faults + chaos.Faults, early + world.Teams.EarlyCalls, throttled + chaos.Throttles);
            dead += world.Everything().All.Requests.Values.Sum(whole => whole.Dead.Count);
            sent += world.Teams.Received.Count(one => one is { IsNew: true, IsAnswer: false, TookEffect: true });
            if (world.Teams.EarlyCalls > 0)
                wrong = [.. wrong, $"{world.Teams.EarlyCalls} calls came before Retry-After was over"];
            failures.AddRange(wrong.Select(what => $"workload {index}: {what}"));
        }
        if (dead == 0) failures.Add("nothing was laid aside, though somebody could not be reached");
        return new(
            "R8", "connector 429, 408, 412, 5xx, 403, 404, silence", "early sends 0; delivered or alarmed 100 %",
            $"early sends {early} after {throttled} times 429; {sent} delivered, {dead} laid aside and told to a coordinator, {faults} faults", failures);
    }

    // Chance may let everything be delivered in a few worlds, and what becomes of the rest would not be seen: in the
    // first one somebody for whom a message is due cannot be reached.
    static (World World, Chaos Chaos, IReadOnlyList<string> Wrong) Play(Extent extent, int seed, bool isFirst)
    {
        var random = new Random(seed);
        var chaos = new Chaos(seed, Storage: 0, Connector: 250, Deaths: 0);
        var workload = new Workload(
            seed, Requests: 5,
            Instances: 1)
        { Fates = chaos.Of, Mischief = 0.05, Besides = world => BlockAsync(world, random) };
        var (world, wrong) = workload.Play(
            extent with { Prepare = extent.Prepare + (world => world.Teams.RefusesFirst = isFirst) });
        return (world, chaos, wrong);
    }

    // Somebody blocks the bot for a while, or their conversation is gone.
    static async Task BlockAsync(World world, Random random)
    {
        if (random.Next(600) != 0) return;
        var chats = world.Teams.Chats.Where(chat => chat.Messages.Count > 0).ToList();
        if (chats.Count == 0) return;

        var user = chats[random.Next(chats.Count)].User;
        var which = random.Next(2) == 0 ? world.Teams.Blocked : world.Teams.Gone;
        which.Add(user);
        await world.DelayAsync(TimeSpan.FromSeconds(random.Next(120)));
        which.Remove(user);
    }
}
