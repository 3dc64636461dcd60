using System.Runtime.CompilerServices;

namespace OutreachBot.Simulation.Measures;

/// <summary>What a measure has found.</summary>
/// <param name="Id">R1 to R14.</param>
/// <param name="Test">What is done.</param>
/// <param name="Asked">The figure that is asked for.</param>
/// <param name="Reached">The figure that was reached, with its counts.</param>
/// <param name="Failures">What was found wrong, each with what plays it again.</param>
public sealed record Measured(
    string Id, string Test, string Asked, FormattableString Reached, IReadOnlyList<string> Failures)
{
    public bool IsMet => Failures.Count == 0;

    /// <summary>What is judged over all seeds together, because a share of it is too few to have a rate.</summary>
    public Rate? Rate { get; init; }

    public string Figure => FormattableString.Invariant(Reached);

    /// <summary>
    /// One measure of several seeds: counts are added, of anything else that is measured the most is taken, and names
    /// are listed.
    /// </summary>
    public static Measured OfAll(IReadOnlyList<Measured> seeds)
    {
        // One that broke off has reached nothing.
        var first = seeds.FirstOrDefault(one => one.Reached.ArgumentCount > 0) ?? seeds[0];
        var figures = seeds.Where(one => one.Reached.Format == first.Reached.Format)
            .Select(one => one.Reached.GetArguments()).ToList();
        var all = Enumerable.Range(0, first.Reached.ArgumentCount)
            .Select(index => Together([.. figures.Select(one => one[index])])).ToArray();
        var rate = Rate.OfAll([.. seeds.Select(one => one.Rate).OfType<Rate>()]);
        return first with
        {
            Reached = FormattableStringFactory.Create(first.Reached.Format, all),
            Failures = [.. seeds.SelectMany(one => one.Failures), .. rate?.Failures ?? []],
            Rate = rate,
        };
    }

    static object? Together(IReadOnlyList<object?> ofEach) => ofEach[0] switch
    {
        int => ofEach.Cast<int>().Sum(),
        double => ofEach.Cast<double>().Max(),
        _ => string.Join(", ", ofEach.OfType<string>().Where(names => names.Length > 0)),
    };
}

/// <summary>How many of so many there were, and which share of them is allowed.</summary>
/// <param name="Most">From 0 to 1.</param>
/// <param name="What">What happened to them, as the end of a sentence.</param>
public sealed record Rate(int Found, int Of, double Most, string What)
{
    public IReadOnlyList<string> Failures =>
        Found > Of * Most ? [FormattableString.Invariant($"{Found} of {Of} {What}, and {Most:P1} may")] : [];

    public static Rate? OfAll(IReadOnlyList<Rate> rates) =>
        rates.Count == 0
            ? null
            : rates[0] with { Found = rates.Sum(rate => rate.Found), Of = rates.Sum(rate => rate.Of) };
}

/// <summary>
/// How much of a measure is done: with all seeds and all points, or a part of them that takes seconds.
/// </summary>
/// <param name="Seed">Every other choice follows from it.</param>
/// <param name="Part">From 0 to 1.</param>
/// <param name="Samples">The folder of the authority.</param>
public sealed record Extent(int Seed, double Part, string Samples)
{
    /// <summary>
    /// Which part. As many shares that follow each other as there are parts are everything, whatever their seeds.
    /// </summary>
    public int Share { get; init; } = Seed;

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

    /// <summary>A part of these, spread evenly.</summary>
    public IEnumerable<T> Of<T>(IReadOnlyList<T> all)
    {
        if (Part >= 1) return all;
        var step = Math.Max(1, (int)Math.Round(1 / Part));
        return all.Where((_, index) => index % step == (uint)Share % step);
    }

    // Rounded up, so that the parts are the whole at least; a tenth of ten is one, however a tenth is written.
    public int Of(int all) => Math.Max(1, (int)Math.Ceiling((all * Part) - 1e-6));
}
