using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability;

/// <summary>Every measure by its number.</summary>
static class All
{
    /// <summary>
    /// What measures how much there is at once is no measure when it is divided among seeds: the first one does it
    /// whole.
    /// </summary>
    public static IReadOnlySet<string> Undivided { get; } = new HashSet<string> { "R9", "R11" };

    public static IReadOnlyList<(string Id, Func<Extent, Task<Measured>> Run)> Measures { get; } =
    [
        ("R1", Sync(R01Crashes.Run)),
        ("R2", Sync(R02CrashesInRecovery.Run)),
        ("R3", R03Kills.RunAsync),
        ("R4", Sync(R04AmbiguousWrites.Run)),
        ("R5", Sync(R05Redeliveries.Run)),
        ("R6", Sync(R06Pairs.Run)),
        ("R7", Sync(R07Instances.Run)),
        ("R8", Sync(R08Connector.Run)),
        ("R9", Sync(R09Poison.Run)),
        ("R10", Sync(R10Clocks.Run)),
        ("R11", Sync(R11Restart.Run)),
        ("R13", Sync(R13Simulation.Run)),
        ("R14", Sync(R14Mutants.Run)),
    ];

    static Func<Extent, Task<Measured>> Sync(Func<Extent, Measured> measure) =>
        extent => Task.FromResult(measure(extent));
}
