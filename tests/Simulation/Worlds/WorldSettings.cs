using OutreachBot.Channel;
using OutreachBot.Simulation.Tables;

namespace OutreachBot.Simulation;

/// <summary>Where a world begins.</summary>
/// <param name="Samples">The folder of the authority: who lives here.</param>
public sealed record WorldSettings(string Samples)
{
    /// <summary>Nine on a Monday in term.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public int Buckets { get; init; } = 4;

    /// <summary>What is stored already; the directory at least.</summary>
    public MemoryTables? Tables { get; init; }

    public IReadOnlyList<TeamsUser> People { get; init; } = TeamsUser.Read(Samples);
}
