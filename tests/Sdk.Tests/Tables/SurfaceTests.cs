using Azure.Data.Tables;

namespace OutreachBot.Sdk.Tests.Tables;

public sealed class SurfaceTests
{
    /// <summary>What Azure.Data.Tables 12 lacks must not be approved: products build with both.</summary>
    [Fact]
    public void What_is_public_has_been_approved()
    {
        var approved = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Tables", "surface.txt"));
        var actual = Surface.Of(typeof(TableClient).Assembly).ToList();
        Assert.True(
            approved.SequenceEqual(actual),
            $"New:\n{string.Join('\n', actual.Except(approved))}\nGone:\n{string.Join('\n', approved.Except(actual))}");
    }
}
