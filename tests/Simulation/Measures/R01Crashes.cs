namespace OutreachBot.Simulation.Measures;

/// <summary>
/// R1: a story with a crash at each call of the bot: before it, after it and the answer lost, and killed before and
/// after it.
/// </summary>
public static class R01Crashes
{
    static readonly (string Name, Fate Fate)[] Fates =
    [
        ("before", new Fate.Refused()),
        ("after, and throw", new Fate.AnswerLost()),
        ("before, and kill", new Fate.Killed(TakesEffect: false)),
        ("after, and kill", new Fate.Killed(TakesEffect: true)),
    ];

    public static Measured Run(Extent extent)
    {
        var chapters = Chapters.Play(extent);
        var points = chapters.All.SelectMany(chapter =>
                chapters.Calls(chapter).SelectMany(call => Fates.Select(fate => (chapter, call, fate)))).ToList();
        var (failures, tried, copies) = (new List<string>(), 0, 0);
        foreach (var (chapter, at, (name, fate)) in extent.Of(points))
        {
            var (world, wrong) = chapters.Play(chapter, _ => call => call.Number == at.Number ? fate : null);
            (tried, copies) = (tried + 1, copies + Verification.Copies.Count(world.Everything().All));
            failures.AddRange(wrong.Select(what => $"{chapter}, {name} {at}: {what}"));
        }
        return new(
            "R1",
            "crash at every storage, connector and token call × {before, after and throw, killed before, killed after}",
            "N/N survived",
            $"{tried - failures.Count}/{tried} survived; {copies} messages came twice", failures);
    }
}
