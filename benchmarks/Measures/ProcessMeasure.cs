namespace OutreachBot.Benchmarks.Measures;

static class ProcessMeasure
{
    public static Task<IReadOnlyList<Figure>> RunAsync() => Task.FromResult<IReadOnlyList<Figure>>([]);
}
