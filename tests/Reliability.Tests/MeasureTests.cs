using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability.Tests;

/// <summary>A part of each measure that takes seconds; <c>dotnet run --project tests/Reliability</c> does them whole.</summary>
public sealed class MeasureTests
{
    [Fact]
    public void R1() => Met(R01Crashes.Run(Part(0.05)));

    static Extent Part(double part) => new(42, part, Repository.Samples);

    static void Met(Measured measured)
    {
        TestContext.Current.SendDiagnosticMessage($"{measured.Id} {measured.Reached}");
        Assert.Empty(measured.Failures);
    }
}
