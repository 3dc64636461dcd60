namespace OutreachBot.Simulation.Measures;

/// <summary>
/// R2: an instance is killed, and the one that is started in its place is killed as well before it has finished the
/// work.
/// </summary>
public static class R02CrashesInRecovery
{
    // A new instance makes about ten calls until it is ready, and some thirty to find what was left.
    const int CallsOfRecovery = 60;

    public static Measured Run(Extent extent)
    {
        var chapters = Chapters.Play(extent);
        var random = new Random(extent.Seed);
        var points = chapters.All.SelectMany(chapter => chapters.Calls(chapter)
                .Select(call => (chapter, call, Second: call.Number + 1 + random.Next(CallsOfRecovery)))).ToList();
        var (failures, tried) = (new List<string>(), 0);
        foreach (var (chapter, at, second) in extent.Of(points))
        {
            var effect = random.Next(2) == 0;
            var (_, wrong) = chapters.Play(
                chapter,
                _ => call => call.Number == at.Number || call.Number == second ? new Fate.Killed(effect) : null);
            tried++;
            failures.AddRange(wrong.Select(what => $"{chapter}, killed at {at} and at call {second}: {what}"));
        }
        return new("R2", "crash again during recovery", "N/N", $"{tried - failures.Count}/{tried} survived", failures);
    }
}
