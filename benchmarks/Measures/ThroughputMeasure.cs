namespace OutreachBot.Benchmarks.Measures;

static class ThroughputMeasure
{
    public static Task<IReadOnlyList<Figure>> RunAsync() => Task.FromResult<IReadOnlyList<Figure>>([]);
}
