using AdaptiveCards;

namespace OutreachBot.Sdk.Tests.AdaptiveCards;

public sealed class SurfaceTests
{
    /// <summary>What AdaptiveCards 3.1.0 lacks must not be approved: products build with both.</summary>
    [Fact]
    public void What_is_public_has_been_approved()
    {
        var approved = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "AdaptiveCards", "surface.txt"));
        var actual = Surface.Of(typeof(AdaptiveCard).Assembly).ToList();
        Assert.True(
            approved.SequenceEqual(actual),
            $"New:\n{string.Join('\n', actual.Except(approved))}\nGone:\n{string.Join('\n', approved.Except(actual))}");
    }
}
