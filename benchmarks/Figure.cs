namespace OutreachBot.Benchmarks;

/// <summary>What was measured in several rounds: the middle one, the least and the most.</summary>
sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> rounds)
    {
        var sorted = rounds.Order().ToList();
        return new(sorted[sorted.Count / 2], sorted[0], sorted[^1]);
    }

    public override string ToString() => FormattableString.Invariant($"{Median:0.00} ({Least:0.00} to {Most:0.00})");
}

/// <summary>A line of the table.</summary>
/// <param name="Id">P1 to P12.</param>
/// <param name="Measure">What was measured, over what.</param>
/// <param name="Asked">The figure to reach.</param>
/// <param name="Reached">The figure reached, with its spread.</param>
/// <param name="Besides">What helps to read it.</param>
sealed record Figure(string Id, string Measure, string Asked, string Reached, string Besides = "")
{
    public Figure(string id, string measure, string asked, Spread reached, string besides = "")
        : this(id, measure, asked, $"{reached}", besides)
    {
    }

    /// <summary>What one takes of a processor, in microseconds, where that was measured.</summary>
    public double? Micros { get; init; }

    /// <summary>Tables and sentences that stand below the method.</summary>
    public string Details { get; init; } = "";
}
