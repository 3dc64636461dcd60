using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability.Tests;

public sealed class MutantTests
{
    // Whether anything is undeliverable must not depend on the seed.
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void One_town_of_R8_finds_a_bot_that_throws_away_what_cannot_be_delivered(int seed)
    {
        var extent = new Extent(
            seed, 0.01, Repository.Samples)
        { Prepare = Mutants.All["throws away what cannot be delivered"] };

        var measured = R08Connector.Run(extent);

        Assert.Contains(
            measured.Failures,
            failure => failure.Contains("was not delivered, and is not there", StringComparison.Ordinal));
    }
}
