using OutreachBot.Rehearsal;
using OutreachBot.Simulation;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>P8: what an instance asks of storage in an hour in which nobody does anything. Virtual time, and every call counted.</summary>
static class IdleMeasure
{
    const int Buckets = 16;
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static Task<IReadOnlyList<Figure>> RunAsync()
    {
        var samples = Path.Combine(Repository.Root, "samples");
        var world = new World(1, new(samples) { Tables = Stores.With(samples), Buckets = Buckets });
        world.Start();
        world.Pass(TimeSpan.FromMinutes(5));

        var calls = new List<Call>();
        world.Fates = call =>
        {
            calls.Add(call);
            return null;
        };
        var rows = world.Tables.RowsQueried;
        world.Pass(Hour);

        var (sweeps, watch, others) = (calls.Count(IsOf("requests")), calls.Count(IsOf("directory")), calls.Count(call => call.Kind is not CallKind.Storage));
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new(
                "P8", $"storage requests a minute of an idle instance with {Buckets} buckets; rows that they find", $"≤ {Buckets}; 0",
                FormattableString.Invariant($"{(sweeps + watch) / Hour.TotalMinutes:0.0}; {world.Tables.RowsQueried - rows}"),
                $"in an hour {sweeps} looks into buckets, {watch} at the directory's stamp, {others} other calls"),
        ]);

        static Func<Call, bool> IsOf(string table) => call => call.Kind is CallKind.Storage && call.Path.Contains($"/{table}", StringComparison.Ordinal);
    }
}
