using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability;

/// <summary>
/// <c>dotnet run -c Release --project tests/Reliability -- --seeds 20</c> does all measures with seeds that nobody
/// chose and writes <c>docs/reliability.md</c>. Each seed does a share of every measure in worlds of its own; the
/// shares together are the whole. <c>--master 5</c> draws the same seeds again, <c>--seed 7,8</c> names them, and
/// <c>--seed 7 --share 3/20</c>
/// plays one share again. <c>--only R1,R4</c> does some measures, and <c>--part 0.1</c> a part of each; neither writes
/// anything.
/// </summary>
static class Command
{
    /// <returns>0 when every figure is reached.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var seeds = Seeds.Of(name => Argument(args, name));
        var part = double.Parse(Argument(args, "--part") ?? "1", CultureInfo.InvariantCulture);
        var only = Argument(args, "--only")?.Split(',');

        if (Argument(args, "--again") is { } again)
        {
            var extent = seeds.All[0].Extent("R13", part) with { Prepare = world => world.Trace = true };
            var (world, _, wrong) = R13Simulation.Play(extent, int.Parse(again, CultureInfo.InvariantCulture));
            foreach (var line in world.Notes.Concat(world.Log.Lines.Select(line => line.Line)).Concat(wrong))
                Console.WriteLine(line);
            return wrong.Count;
        }

        Console.WriteLine($"{seeds.Told}: {string.Join(", ", seeds.All.Select(seed => seed.Number))}");
        var measures = All.Measures.Where(one => only is null || only.Contains(one.Id)).ToList();
        var all = seeds.All.SelectMany(seed => measures.Select(measure => (Seed: seed, measure.Id, measure.Run)));
        var (found, done) = (new ConcurrentBag<(int Share, Measured Measured)>(), 0);

        // A world has one thread; several are played side by side, those of one seed before those of the next.
        await Parallel.ForEachAsync(all, async (one, _) =>
        {
            var watch = Stopwatch.StartNew();
            var measured = await MeasureAsync(one.Seed, one.Id, one.Run, part);
            found.Add((one.Seed.Share, measured));
            Tell(measured,
                $"{one.Seed.Again}, {Interlocked.Increment(ref done)} of {seeds.All.Count * measures.Count}, "
                + $"{watch.Elapsed.TotalSeconds:0} s");
        });

        var together = found.GroupBy(one => one.Measured.Id)
            .Select(one => Measured.OfAll([.. one.OrderBy(share => share.Share).Select(share => share.Measured)]))
            .OrderBy(measured => int.Parse(measured.Id.AsSpan(1), CultureInfo.InvariantCulture)).ToList();
        if (seeds.All.Count > 1)
            foreach (var measured in together) Tell(measured, "all seeds");

        if (only is null && part >= 1 && seeds.All.Count == seeds.All[0].Of)
            await File.WriteAllTextAsync(
                Path.Combine(Repository.Root, "docs", "reliability.md"), Report.Of(together, seeds));
        return together.All(measured => measured.IsMet) ? 0 : 1;
    }

    static async Task<Measured> MeasureAsync(Seed seed, string id, Func<Extent, Task<Measured>> run, double part)
    {
        var again =
            $"--only {id} {seed.Again}{(part < 1 ? string.Create(CultureInfo.InvariantCulture, $" --part {part}") : "")}";
        try
        {
            var measured = await run(seed.Extent(id, part));
            return measured with { Failures = [.. measured.Failures.Select(failure => $"{again}: {failure}")] };
        }
        catch (Exception broken)
            when (broken is TimeoutException or InvalidOperationException or OperationCanceledException)
        {
            // Other seeds still show whether it is this one alone.
            return new(id, "", "", $"", [$"{again}: {broken.Message}"]);
        }
    }

    static void Tell(Measured measured, string of) =>
        Console.WriteLine(string.Join('\n', measured.Failures.Take(10).Select(failure => $"     {failure}")
            .Prepend($"{measured.Id,-4} {(measured.IsMet ? "met" : "MISSED")}  {measured.Figure}  ({of})")));

    static string? Argument(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
