using OutreachBot.Simulation.Verification;

namespace OutreachBot.Simulation.Measures;

/// <summary>R11: the bot comes back and finds 1,000 items that nobody has delivered.</summary>
public static class R11Restart
{
    const int Items = 1_000;

    public static Measured Run(Extent extent)
    {
        var (settings, request) = Copied.Untold(extent);
        var each =
            settings.Tables!.Rows("requests").Count(row => row.RowKey.StartsWith("outbox|", StringComparison.Ordinal));
        var pending = Copied.Requests(settings.Tables!, request, Math.Max(1, extent.Of(Items) / each));
        var world = extent.World(extent.Seed, settings);
        var start = world.Now;
        world.Start();
        world.Until(
            () => !world.IsWaiting(), TimeSpan.FromHours(6), "The outbox does not drain.",
            Every: TimeSpan.FromSeconds(5));
        var took = world.Now - start;
        world.Settle();

        var overdue = world.Violations()
            .Where(violation => violation.Invariant is "I0" or "I5" or "I6" && violation.Where != request.Value
                && violation.What.Contains("due", StringComparison.Ordinal)).ToList();
        var copies = Copies.Count(world.Everything().All);
        var failures = overdue.Select(violation => violation.ToString()).ToList();
        if (copies > 0) failures.Add($"{copies} messages came twice");
        return new(
            "R11", "restart with 1,000 pending", "drains to 0",
            $"{pending} pending, 0 after {took.TotalSeconds:0} s, {copies} twice, {world.Teams.Throttled} times 429",
            failures);
    }
}
