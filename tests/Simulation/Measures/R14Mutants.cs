namespace OutreachBot.Simulation.Measures;

/// <summary>R14: bots with one thing wrong; a measure that finds nothing in one of them would be no measure.</summary>
public static class R14Mutants
{
    static readonly Func<Extent, Measured>[] Measures =
    [
        R13Simulation.Run, R08Connector.Run, R01Crashes.Run, R04AmbiguousWrites.Run, R05Redeliveries.Run, R06Pairs.Run,
    ];

    public static Measured Run(Extent extent)
    {
        var (failures, killed) = (new List<string>(), new List<string>());

        // What finds something in the bot as it is proves nothing.
        if (Killer(extent) is { } sick) failures.Add($"{sick} finds something in the bot as it is");
        foreach (var (name, mutate) in extent.Of(Mutants.All.ToList()))
        {
            var by = Killer(extent with { Prepare = mutate });
            extent.Tell?.Invoke($"a bot that {name}: {by ?? "not found"}");
            if (by is null) failures.Add($"nothing finds that it {name}");
            else killed.Add($"“{name}” ({by})");
        }
        return new("R14", "deliberate mutants", "all killed", $"{killed.Count}/{killed.Count + failures.Count} killed: {string.Join(", ", killed)}", failures);
    }

    /// <summary>Which measure and which invariant of it finds that something is wrong; the quickest are asked first.</summary>
    static string? Killer(Extent extent)
    {
        foreach (var measure in Measures)
        {
            foreach (var part in (double[])[0.01, 0.04])
            {
                try
                {
                    if (measure(extent with { Part = part }) is { IsMet: false } found) return found.Id;
                }
                catch (Exception broken) when (broken is InvalidOperationException or TimeoutException)
                {
                    return "it does not even begin";
                }
            }
        }
        return null;
    }
}
