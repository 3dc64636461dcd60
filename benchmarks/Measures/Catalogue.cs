namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// All measures, in the order in which they are run; each is told what the ones before it have found.
/// </summary>
static class Catalogue
{
    public static IReadOnlyList<(string[] Ids,
        Func<IReadOnlyList<Figure>, Task<IReadOnlyList<Figure>>> RunAsync)> Everything
    { get; } =
    [
        (["P1", "P1b", "P2"], _ => CardActionMeasure.RunAsync()),
        (["P3"], _ => SendMeasure.RunAsync()),
        (["P4", "P5"], _ => CallsMeasure.RunAsync()),
        (["P6"], _ => ThroughputMeasure.RunAsync()),
        (["P7"], _ => OpenRequestsMeasure.RunAsync()),
        (["P8"], _ => IdleMeasure.RunAsync()),
        (["P9"], _ => DrainMeasure.RunAsync()),
        (["P10"], _ => ProcessMeasure.RunAsync()),
        (["P11"], _ => CardSizeMeasure.RunAsync()),
        (["P12"], NationMeasure.RunAsync),
    ];
}
