using OutreachBot.Rehearsal;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P8: what an instance asks of storage in an hour in which nobody does anything. Virtual time, and every call counted.
/// </summary>
static class IdleMeasure
{
    public static Task<IReadOnlyList<Figure>> RunAsync()
    {
        var hour = IdleHour.Pass(Path.Combine(Repository.Root, "samples"));
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new(
                "P8",
                $"storage requests a minute of an idle instance with {IdleHour.Buckets} buckets; rows that they find",
                $"≤ {IdleHour.Buckets}; 0",
                FormattableString.Invariant($"{hour.AMinute:0.0}; {hour.Rows}"),
                $"in an hour {hour.Looks} looks into buckets, {hour.Watch} at the directory's stamp, {hour.Others} "
                + "other calls"),
        ]);
    }
}
