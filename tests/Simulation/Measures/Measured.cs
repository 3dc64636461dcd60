namespace OutreachBot.Simulation.Measures;

/// <summary>What a measure has found.</summary>
/// <param name="Id">R1 to R14.</param>
/// <param name="Test">What is done.</param>
/// <param name="Asked">The figure that is asked for.</param>
/// <param name="Reached">The figure that was reached, with its counts.</param>
/// <param name="Failures">What was found wrong, each with what plays it again.</param>
public sealed record Measured(string Id, string Test, string Asked, string Reached, IReadOnlyList<string> Failures)
{
    public bool IsMet => Failures.Count == 0;
}

/// <summary>How much of a measure is done: with all seeds and all points, or a part of them that takes seconds.</summary>
/// <param name="Seed">Every other choice follows from it.</param>
/// <param name="Part">From 0 to 1.</param>
/// <param name="Samples">The folder of the authority.</param>
public sealed record Extent(int Seed, double Part, string Samples)
{
    /// <summary>What is done to every world before anything happens in it: a mutant.</summary>
    public Action<World>? Prepare { get; init; }

    /// <summary>Hears how far it is.</summary>
    public Action<string>? Tell { get; init; }

    public World World(int seed, WorldSettings settings)
    {
        var world = new World(seed, settings);
        Prepare?.Invoke(world);
        return world;
    }

    /// <summary>A part of these, spread evenly; another part with another seed.</summary>
    public IEnumerable<T> Of<T>(IReadOnlyList<T> all)
    {
        if (Part >= 1) return all;
        var step = Math.Max(1, (int)Math.Round(1 / Part));
        return all.Where((_, index) => index % step == Seed % step);
    }

    public int Of(int all) => Math.Max(1, (int)Math.Round(all * Part));
}
