using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Simulation;
using OutreachBot.Simulation.Measures;

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
        Assert.True(world.Passed < TimeSpan.FromMinutes(5));
        Assert.Contains(world.Teams.Received, one => one is { IsNew: true, Status: 201 });
        world.Settle();
        Assert.Empty(world.Violations());
    }

    [Fact]
    public void A_seed_plays_the_same_again_with_all_that_goes_wrong()
    {
        var extent = new Extent(42, 1, Repository.Samples);

        string[] twice = [Told(R13Simulation.Play(extent, 7).World), Told(R13Simulation.Play(extent, 7).World)];

        Assert.Equal(twice[0], twice[1]);
        Assert.NotEqual(twice[0], Told(R13Simulation.Play(extent, 8).World));
    }

    static string Told(World world) =>
        string.Join(
            '\n',
            world.Teams.Received.Select(one => $"{one.At:O} {one.Instance} {one.Person} {one.Message} {one.Status}")
                .Prepend(world.Happened()));

    static World Play(int seed)
    {
        var world = new World(seed, new(Repository.Samples) { Tables = Stores.With(Repository.Samples) });
        world.Start();
        var casts = new Casts(Repository.Samples, () => world.Teams.Calendar.Today);
        world.Run(() => new OutreachStory(world.Teams, casts.Next()).UpToAsync(Chapter.End));
        return world;
    }
}
