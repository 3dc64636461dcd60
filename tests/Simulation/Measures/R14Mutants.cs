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
        var asked = new HashSet<(Func<Extent, Measured>, double)>();
        foreach (var (name, mutate) in extent.Of(Mutants.All.ToList()))
        {
            var killer = Killer(extent with { Prepare = mutate });
            extent.Tell?.Invoke($"a bot that {name}: {killer?.Found ?? "not found"}");
            if (killer is not { } by)
            {
                failures.Add($"nothing finds that it {name}");
                continue;
            }
            killed.Add($"“{name}” ({by.Found})");

            // What finds something in the bot as it is proves nothing.
            if (asked.Add((by.Measure, by.Part)) && Finds(by.Measure, extent with { Part = by.Part }) is { } sick)
                failures.Add($"{sick} finds something in the bot as it is");
        }
        return new(
            "R14", "deliberate mutants", "all killed",
            $"{killed.Count}/{killed.Count + failures.Count} killed: {string.Join(", ", killed)}", failures);
    }

    /// <summary>
    /// Which measure finds that something is wrong, and how much of it that takes; the quickest are asked first.
    /// </summary>
    static (Func<Extent, Measured> Measure, double Part, string Found)? Killer(Extent extent)
    {
        foreach (var measure in Measures)
            foreach (var part in (double[])[0.01, 0.04])
                if (Finds(measure, extent with { Part = part }) is { } found) return (measure, part, found);
        return null;
    }

    static string? Finds(Func<Extent, Measured> measure, Extent extent)
    {
        try
        {
            return measure(extent) is { IsMet: false } found ? found.Id : null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or TimeoutException)
        {
            return "it does not even begin";
        }
    }
}
