namespace OutreachBot.Simulation.Measures;

/// <summary>R5: whatever people do is delivered up to five times, later, out of order and under new ids.</summary>
public static class R05Redeliveries
{
    const int Times = 20;

    public static Measured Run(Extent extent)
    {
        var chapters = Chapters.Play(extent);
        var runs = Enumerable.Range(0, extent.Of(Times))
            .SelectMany(time => chapters.All.Select(chapter => (time, chapter))).ToList();
        var (failures, copies, banners) = (new List<string>(), 0, 0);
        foreach (var (time, chapter) in runs)
        {
            var (world, wrong) = chapters.Play(
                chapter, _ => _ => null, world => world.Redelivers = Copies(new((extent.Seed * 1000) + time)));
            (copies, banners) = (copies + world.Redelivered, banners + world.ErrorBanners);
            if (wrong.Count == 0 && world.Happened() != chapters.Happens(chapter))
                wrong = [$"another outcome: {world.Happened()}"];
            failures.AddRange(wrong.Select(what => $"{chapter}, time {time}: {what}"));
        }
        return new(
            "R5", "each action delivered up to 5 times, reordered, under new ids", "1 event a press, 0 error banners",
            $"{failures.Count} wrong in {runs.Count} chapters with {copies} redeliveries, {banners} error banners",
            failures);
    }

    static Func<IEnumerable<(TimeSpan, string?)>> Copies(Random random) =>
        () => Enumerable.Range(0, random.Next(5)).Select(copy => (
            TimeSpan.FromSeconds(random.Next(3) == 0 ? 0.1 : random.NextDouble() * 30),
            random.Next(2) == 0 ? null : (string?)$"again-{random.Next()}-{copy}")).ToList();
}
