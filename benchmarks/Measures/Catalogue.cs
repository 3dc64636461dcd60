namespace OutreachBot.Benchmarks.Measures;

/// <summary>All measures, in the order in which they are run.</summary>
static class Catalogue
{
    public static IReadOnlyList<(string[] Ids, Func<Task<IReadOnlyList<Figure>>> RunAsync)> Everything { get; } =
    [
        (["P1", "P2"], CardActionMeasure.RunAsync),
        (["P4", "P5"], CallsMeasure.RunAsync),
        (["P6"], ThroughputMeasure.RunAsync),
        (["P7"], OpenRequestsMeasure.RunAsync),
        (["P8"], IdleMeasure.RunAsync),
        (["P9"], DrainMeasure.RunAsync),
        (["P10"], ProcessMeasure.RunAsync),
        (["P11"], CardSizeMeasure.RunAsync),
        (["P12"], NationMeasure.RunAsync),
    ];
}
