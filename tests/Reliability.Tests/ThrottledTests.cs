using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Simulation;

namespace OutreachBot.Reliability.Tests;

public sealed class ThrottledTests
{
    [Fact]
    public void After_a_reply_that_Teams_has_refused_for_a_while_nothing_else_is_sent_there_before_it_is_over()
    {
        var world = new World(7, new(Repository.Samples) { Tables = Stores.With(Repository.Samples) });
        world.Start();
        var story =
            new OutreachStory(world.Teams, new Casts(Repository.Samples, () => world.Teams.Calendar.Today).Next());
        world.Run(() => story.UpToAsync(Chapter.Signing));
        world.Run(() => story.Head.CardAsync("Please sign form 2", story.Id));
        world.Settle();
        var refused = 0;
        world.Fates = call =>
            call.IsSend && refused++ == 0 ? new Fate.Answered(429, "TooManyRequests", RetryAfter: 20) : null;

        // What one head asks brings the card of the other up to date, to whom a reply has just been refused.
        world.Run(() => Task.WhenAll(story.ProvidingHead.SayAsync("help"), SignAsync()));
        world.Settle();

        Assert.True(refused > 0);
        Assert.NotEqual("Please sign form 2", story.ProvidingHead.About(story.Id)!.Card.Heading);
        Assert.Equal(0, world.Teams.EarlyCalls);

        async Task SignAsync()
        {
            await world.DelayAsync(TimeSpan.FromSeconds(2));
            await story.PressAsync(
                story.Head, "Please sign form 2", "Ask for a change", ("Message", "Not on sports day."));
        }
    }
}
