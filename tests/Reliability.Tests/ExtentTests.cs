using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability.Tests;

public sealed class ExtentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void The_shares_of_several_seeds_are_every_point_once(int seeds)
    {
        var points = Enumerable.Range(0, 3728).ToList();

        var done = Enumerable.Range(0, seeds).SelectMany(share => new Extent(1000 - share, 1.0 / seeds, "") { Share = share }.Of(points));

        Assert.Equal(points, done.Order());
    }

    [Theory]
    [InlineData(3, 60, 20)]
    [InlineData(7, 20, 3)]
    [InlineData(20, 200, 10)]
    public void As_many_worlds_are_played_with_several_seeds_as_with_one(int seeds, int worlds, int ofEach) =>
        Assert.Equal(ofEach, new Extent(7, 1.0 / seeds, "").Of(worlds));

    [Fact]
    public void Of_several_seeds_counts_are_added_and_the_worst_is_taken()
    {
        var all = Measured.OfAll([Of(2, 0.5, "“sends twice”"), Of(3, 1.5, ""), Of(4, 1.0, "“forgets”") with { Failures = ["a day is gone"] }]);

        Assert.Equal("9 worlds, 1.5 s, “sends twice”, “forgets”", all.Figure);
        Assert.Equal(["a day is gone"], all.Failures);
    }

    static Measured Of(int worlds, double seconds, string names) => new("R1", "", "", $"{worlds} worlds, {seconds:0.0} s, {names}", []);
}
