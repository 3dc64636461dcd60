namespace OutreachBot.Simulation.Measures;

/// <summary>
/// R13: many people, up to three instances, and everything that goes wrong at random; each seed plays the same again.
/// </summary>
public static class R13Simulation
{
    const int Seeds = 200;

    public static Measured Run(Extent extent)
    {
        var (failures, actions, faults, kills, copies, sent) = (new List<string>(), 0, 0, 0, 0, 0);
        var seeds = Enumerable.Range(0, extent.Of(Seeds)).Select(index => (extent.Seed * 10_000) + index).ToList();
        foreach (var seed in seeds)
        {
            var (world, chaos, wrong) = Play(extent, seed);
            (actions, faults, kills) = (actions + world.Delivered.Count, faults + chaos.Faults, kills + chaos.Kills);
            copies += Verification.Copies.Count(world.Everything().All);
            sent += world.Teams.Received.Count(one => one is { IsNew: true, IsAnswer: false, TookEffect: true });
            failures.AddRange(wrong.Select(what => $"seed {seed}: {what}"));
        }
        return new(
            "R13", "seeded random simulation of many people and faults", "violations 0",
            $"{failures.Count} violations in {seeds.Count} worlds: {actions} actions, {faults} faults, {kills} kills, {copies} of {sent} messages twice, each after an interruption",
            failures);
    }

    public static (World World, Chaos Chaos, IReadOnlyList<string> Wrong) Play(Extent extent, int seed)
    {
        var random = new Random(seed);
        var chaos = new Chaos(seed);
        var workload = new Workload(seed, Requests: 3 + random.Next(4), Instances: 1 + random.Next(3))
        {
            Fates = chaos.Of,
            Skew = () => TimeSpan.FromMinutes((random.NextDouble() * 20) - 10),
            Besides = new Pauses(random, Every: TimeSpan.FromMinutes(5), Longest: TimeSpan.FromSeconds(60)).HappenAsync,
        };
        var (world, wrong) = workload.Play(extent);
        return (world, chaos, wrong);
    }
}
