namespace OutreachBot.Benchmarks.Measures;

static class NationMeasure
{
    public static Task<IReadOnlyList<Figure>> RunAsync() => Task.FromResult<IReadOnlyList<Figure>>([]);
}
