using OutreachBot.Channel;
using OutreachBot.Simulation;

namespace OutreachBot.Reliability.Tests;

public sealed class WorldTests
{
    [Fact]
    public void A_whole_story_is_played_in_virtual_time()
    {
        var world = Play(seed: 42);

        Assert.Equal(0, world.Strays);
        Assert.Empty(world.Broken);
        Assert.Equal(0, world.ErrorBanners);
        Assert.True(world.Now - world.Settings.Start < TimeSpan.FromMinutes(5));
        Assert.Contains(world.Teams.Received, one => one is { IsNew: true, Status: 201 });
        world.Settle();
        Assert.Empty(world.Violations());
    }

    static World Play(int seed)
    {
        var world = new World(seed, new(Repository.Samples) { Tables = Stores.With(Repository.Samples) });
        world.Start();
        var casts = new Casts(Repository.Samples, DateOnly.FromDateTime(world.Now.Date));
        world.Run(() => new OutreachStory(world.Teams, casts.Next()).UpToAsync(Chapter.End));
        return world;
    }
}
