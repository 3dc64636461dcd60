namespace OutreachBot.Benchmarks.Measures;

static class OpenRequestsMeasure
{
    public static Task<IReadOnlyList<Figure>> RunAsync() => Task.FromResult<IReadOnlyList<Figure>>([]);
}
