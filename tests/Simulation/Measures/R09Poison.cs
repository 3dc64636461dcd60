using System.Text.RegularExpressions;

namespace OutreachBot.Simulation.Measures;

/// <summary>R9: one item among 10,000 that cannot be read, and one that cannot be carried out.</summary>
public static partial class R09Poison
{
    const int Items = 10_000;

    // How long a sweep is apart from the next one, at the longest.
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(77);

    public static Measured Run(Extent extent)
    {
        var (settings, request) = Copied.Untold(extent);
        var tables = settings.Tables!;
        var each = tables.Rows("requests").Count(row => row.RowKey.StartsWith("outbox|", StringComparison.Ordinal));
        var copies = Math.Max(1, extent.Of(Items) / each);
        var pending = Copied.Requests(tables, request, copies);
        var first = tables.Rows("requests").First(row => row.RowKey.StartsWith("outbox|", StringComparison.Ordinal));

        var (plain, _) = Drain(extent, settings);
        var (failures, found) = (new List<string>(), new List<(double Delay, double Alarms)>());
        foreach (var (poison, kind) in ((string, string)[])[
            ("cannot be read", "TeaServed"), ("cannot be carried out", "FanOut")
        ])
        {
            var world = extent.World(extent.Seed, settings);
            world.Tables.Put(
                "requests", first.PartitionKey, $"outbox|{0:D19}|{request}|000001-99",
                Kind().Replace(first.Row.GetRawText(), $"\"Kind\":\"{kind}\""));
            var (delay, alarms) = Drain(world);
            found.Add(((delay - plain).TotalSeconds, alarms));
            if (delay - plain > Sweep) failures.Add($"{poison}: others were delayed by {delay - plain}");
            if (alarms != 1) failures.Add($"{poison}: {alarms} alarms");
        }
        return new(
            "R9", "1 poison row among 10,000", "others delayed ≤ 1 sweep; 1 alarm",
            $"{pending} items, delivered in {plain.TotalSeconds:0} s; cannot be read: others {found[0].Delay:0.0} s later, {found[0].Alarms:0} alarm; cannot be carried out: others {found[1].Delay:0.0} s later, {found[1].Alarms:0} alarm",
            failures);
    }

    static (TimeSpan, int) Drain(Extent extent, WorldSettings settings) => Drain(extent.World(extent.Seed, settings));

    // All turns and all news at once go as fast as Teams takes them.
    static (TimeSpan, int) Drain(World world)
    {
        var (start, last) = (world.Now, world.Now);
        world.Fates = call =>
        {
            if (call.IsWrite && call.Path.Contains("outbox|", StringComparison.Ordinal)) last = world.Now;
            return null;
        };
        world.Start();
        world.Until(
            () => !world.IsWaiting() || world.Now - start > TimeSpan.FromHours(12), TimeSpan.FromHours(13),
            "The outbox is not empty.", Every: TimeSpan.FromSeconds(10));
        return (last - start,
            world.Log.Lines.Count(
                line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error && line.Id is 22 or 30));
    }

    [GeneratedRegex("\"Kind\":\"[A-Za-z]+\"")]
    private static partial Regex Kind();
}
