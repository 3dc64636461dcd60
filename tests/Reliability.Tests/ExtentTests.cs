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

        var done = Enumerable.Range(0, seeds)
            .SelectMany(share => new Extent(1000 - share, 1.0 / seeds, "") { Share = share }.Of(points));

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
        var all = Measured.OfAll([
            Of(2, 0.5, "“sends twice”"), Of(3, 1.5, ""), Of(4, 1.0, "“forgets”") with { Failures = ["a day is gone"] }
        ]);

        Assert.Equal("9 worlds, 1.5 s, “sends twice”, “forgets”", all.Figure);
        Assert.Equal(["a day is gone"], all.Failures);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_rate_is_judged_over_all_seeds_together(int found, bool isMet)
    {
        var all = Measured.OfAll([WithRate(found), WithRate(0), WithRate(1)]);

        Assert.Equal(isMet, all.IsMet);
        Assert.Equal(isMet ? [] : ["3 of 2100 messages came twice, and 0.1 % may"], all.Failures);
    }

    static Measured WithRate(int found) => Of(1, 1, "") with { Rate = new(found, 700, 0.001, "messages came twice") };

    static Measured Of(int worlds, double seconds, string names) =>
        new("R1", "", "", $"{worlds} worlds, {seconds:0.0} s, {names}", []);
}
