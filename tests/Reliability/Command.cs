using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability;

/// <summary>
/// <c>dotnet run -c Release --project tests/Reliability -- --seed 42</c> does all measures whole and writes <c>docs/reliability.md</c>.
/// <c>--only R1,R4</c> does some of them, and <c>--part 0.1</c> a part of each; neither writes anything.
/// </summary>
static class Command
{
    /// <returns>0 when every figure is reached.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var seed = int.Parse(Argument(args, "--seed") ?? "42", CultureInfo.InvariantCulture);
        var part = double.Parse(Argument(args, "--part") ?? "1", CultureInfo.InvariantCulture);
        var only = Argument(args, "--only")?.Split(',');
        var extent = new Extent(seed, part, Path.Combine(Repository.Root, "samples")) { Tell = Console.Error.WriteLine };

        if (Argument(args, "--again") is { } again)
        {
            var (world, _, wrong) = R13Simulation.Play(extent with { Prepare = world => world.Trace = true }, int.Parse(again, CultureInfo.InvariantCulture));
            foreach (var line in world.Notes.Concat(world.Log.Lines.Select(line => line.Line)).Concat(wrong)) Console.WriteLine(line);
            return wrong.Count;
        }

        // A world has one thread; several measures are done side by side.
        var found = new ConcurrentBag<Measured>();
        await Parallel.ForEachAsync(All.Measures.Where(one => only is null || only.Contains(one.Id)), async (one, _) =>
        {
            var watch = Stopwatch.StartNew();
            var measured = await one.Run(extent);
            found.Add(measured);
            var lines = measured.Failures.Take(10).Select(failure => $"     {failure}")
                .Prepend($"{one.Id,-4} {(measured.IsMet ? "met" : "MISSED")}  {measured.Reached}  ({watch.Elapsed.TotalSeconds:0} s)");
            Console.WriteLine(string.Join('\n', lines));
        });
        if (only is null && part >= 1) await File.WriteAllTextAsync(Path.Combine(Repository.Root, "docs", "reliability.md"), Report.Of([.. found], seed));
        return found.All(measured => measured.IsMet) ? 0 : 1;
    }

    static string? Argument(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
