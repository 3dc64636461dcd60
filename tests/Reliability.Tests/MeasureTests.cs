using System.Globalization;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability.Tests;

/// <summary>
/// A part of each measure that takes seconds; <c>dotnet run --project tests/Reliability</c> does them whole. Each run
/// draws another seed, and the variable SIMULATION_SEED plays one again.
/// </summary>
public sealed class MeasureTests
{
    static readonly int Seed = Environment.GetEnvironmentVariable("SIMULATION_SEED") is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : Random.Shared.Next(1, 200_000);

    [Fact]
    public void R1() => Met(R01Crashes.Run(Part(0.01)));

    [Fact]
    public void R2() => Met(R02CrashesInRecovery.Run(Part(0.03)));

    [Fact]
    public void R4() => Met(R04AmbiguousWrites.Run(Part(0.015)));

    [Fact]
    public void R5() => Met(R05Redeliveries.Run(Part(0.05)));

    [Fact]
    public void R6() => Met(R06Pairs.Run(Part(0.2)));

    [Fact]
    public void R7() => Met(R07Instances.Run(Part(0.015)));

    [Fact]
    public void R8() => Met(R08Connector.Run(Part(0.03)));

    [Fact]
    public void R9() => Met(R09Poison.Run(Part(0.01)));

    [Fact]
    public void R10() => Met(R10Clocks.Run(Part(0.05)));

    [Fact]
    public void R11() => Met(R11Restart.Run(Part(0.1)));

    [Fact]
    public void R13() => Met(R13Simulation.Run(Part(0.02)));

    [Fact]
    public void R14() => Met(R14Mutants.Run(Part(0.2)));

    static Extent Part(double part) => new(Seed, part, Repository.Samples);

    static void Met(Measured measured)
    {
        TestContext.Current.SendDiagnosticMessage($"{measured.Id} {measured.Figure}");
        Assert.True(measured.IsMet, $"SIMULATION_SEED={Seed} plays it again: {string.Join('\n', measured.Failures)}");
    }
}
