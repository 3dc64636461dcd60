namespace OutreachBot.Simulation.Measures;

/// <summary>
/// R10: three instances whose clocks differ by up to 20 minutes and are set while they run, in the night of summer
/// time.
/// </summary>
public static class R10Clocks
{
    const int Worlds = 40;

    // On 29 March 2026 at 01:00 clocks in Britain go to 02:00.
    static readonly DateTimeOffset SummerTime = new(2026, 3, 29, 0, 30, 0, TimeSpan.Zero);

    public static Measured Run(Extent extent)
    {
        var (failures, jumps) = (new List<string>(), 0);
        var worlds = extent.Of(Worlds);
        foreach (var index in Enumerable.Range(0, worlds))
        {
            var random = new Random((extent.Seed * 1000) + index);
            var (_, wrong) = new Workload((extent.Seed * 1000) + index, Requests: 5, Instances: 3)
            {
                Start = index % 2 == 0 ? SummerTime : null,
                Skew = Skew,
                Besides = world =>
                {
                    if (random.Next(120) == 0)
                    {
                        jumps++;
                        world.Instances[random.Next(world.Instances.Count)].Skew = Skew();
                    }
                    return Task.CompletedTask;
                },
            }.Play(extent);
            failures.AddRange(wrong.Select(what => $"workload {index}: {what}"));

            TimeSpan Skew() => TimeSpan.FromMinutes((random.NextDouble() * 20) - 10);
        }
        return new(
            "R10", "clocks ±10 minutes, summer-time change", "invariants hold",
            $"{failures.Count} violations in {worlds} worlds, {jumps} clocks set", failures);
    }
}
