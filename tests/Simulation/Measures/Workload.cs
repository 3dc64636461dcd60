using OutreachBot.Channel;

namespace OutreachBot.Simulation.Measures;

/// <summary>A world in which several requests are under way at once, each played by a group.</summary>
/// <param name="Seed">Plays the same again.</param>
/// <param name="Requests">How many.</param>
/// <param name="Instances">How many share the work.</param>
public sealed record Workload(int Seed, int Requests, int Instances)
{
    public DateTimeOffset? Start { get; init; }

    public double Mischief { get; init; } = 0.15;

    public TimeSpan Thinks { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Where a clock of an instance stands at first.</summary>
    public Func<TimeSpan>? Skew { get; init; }

    /// <summary>What goes wrong with calls.</summary>
    public Func<Call, Fate?>? Fates { get; init; }

    /// <summary>What goes on besides, until the stories end.</summary>
    public Func<World, Task>? Besides { get; init; }

    public (World World, IReadOnlyList<string> Wrong) Play(Extent extent)
    {
        var settings = new WorldSettings(extent.Samples) { Tables = Stores.With(extent.Samples) };
        var world = extent.World(Seed, Start is { } start ? settings with { Start = start } : settings);
        var casts = new Casts(extent.Samples, () => world.Teams.Calendar.Today);
        world.RestartsAfter = TimeSpan.FromSeconds(10);
        world.Begins = instance => instance.Skew = Skew?.Invoke() ?? TimeSpan.Zero;
        for (var instance = 0; instance < Instances; instance++) world.Start();
        world.Until(
            () => world.Instances.All(instance => instance.IsReady), TimeSpan.FromMinutes(1),
            "The bot does not start.");
        world.Fates = Fates;
        var groups = Enumerable.Range(0, Requests)
            .Select(index => new SimulatedPeople(
                world, casts.Next(), Seed + index)
            { Mischief = Mischief, Thinks = Thinks }).ToList();
        try
        {
            world.Run(() => PlayAsync(world, groups), TimeSpan.FromDays(3));
            world.Settle();
        }
        catch (Exception stuck) when (stuck is TimeoutException or InvalidOperationException)
        {
            return (world, [stuck.ToString()]);
        }
        return (world, [.. world.Violations().Select(violation => violation.ToString())]);
    }

    async Task PlayAsync(World world, List<SimulatedPeople> groups)
    {
        var stories = Task.WhenAll(groups.Select(group => group.PlayAsync()));
        while (!stories.IsCompleted && Besides is not null)
        {
            await world.DelayAsync(TimeSpan.FromSeconds(1));
            await Besides(world);
        }
        await stories;
    }
}
