namespace OutreachBot.Simulation.Measures;

/// <summary>Now and then an instance stands still, as a virtual machine does that is moved.</summary>
/// <param name="Every">How long it goes well, about.</param>
/// <param name="Longest">Longer than claims hold, at times.</param>
public sealed class Pauses(Random random, TimeSpan Every, TimeSpan Longest)
{
    public int Happened { get; private set; }

    /// <summary>Once a second of virtual time.</summary>
    public async Task HappenAsync(World world)
    {
        if (random.NextDouble() * Every.TotalSeconds >= 1) return;
        var alive = world.Instances.Where(instance => instance is { IsAlive: true, IsPaused: false }).ToList();
        if (alive.Count == 0) return;

        Happened++;
        var one = alive[random.Next(alive.Count)];
        one.Pause();
        await world.DelayAsync(Longest * random.NextDouble());
        one.Resume();
    }
}
