using OutreachBot.Channel;
using OutreachBot.Simulation;

namespace OutreachBot.Reliability.Tests;

public sealed class RedeliveryTests
{
    [Fact]
    public void A_message_that_comes_again_when_its_form_has_been_sent_opens_no_second_request()
    {
        var world = new World(7, new(Repository.Samples) { Tables = Stores.With(Repository.Samples) });
        world.Start();
        var story = new OutreachStory(world.Teams, new Casts(Repository.Samples, DateOnly.FromDateTime(world.Now.Date)).Next());
        world.Run(() => story.UpToAsync(Chapter.Matching));
        var (said, _) = world.Delivered.First(one => (string?)one.Activity["text"] == "request");

        world.Run(() => world.DeliverAsync(said));

        Assert.Single(world.Everything().All.Requests);
    }
}
