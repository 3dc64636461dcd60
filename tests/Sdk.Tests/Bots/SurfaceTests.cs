using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class SurfaceTests
{
    /// <summary>What the originals at 4.23.1 lack must not be approved: products build with both.</summary>
    [Fact]
    public void What_is_public_has_been_approved()
    {
        var approved = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Bots", "surface.txt"));
        var actual = Surface.Of(typeof(CloudAdapter).Assembly).ToList();
        Assert.True(
            approved.SequenceEqual(actual),
            $"New:\n{string.Join('\n', actual.Except(approved))}\nGone:\n{string.Join('\n', approved.Except(actual))}");
    }
}
