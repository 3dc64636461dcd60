using OutreachBot.Scenarios.Stories;

namespace OutreachBot.Bot.Tests;

/// <summary>A coordinator hears in Teams of what has not arrived, and sends it again by button or by word.</summary>
public sealed class CoordinatorTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_a_blocked_headteacher_missed_arrives_when_the_coordinator_sends_it_again()
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var coordinator = bot.Teams[bot.Casts.People.First(user => user.Is("coordinator"))];
        var story = bot.NewStory();
        bot.Teams.Faults = call => call.Person == story.ProvidingHead.User.Id ? new(403, "MessageWritesBlocked") : null;
        await story.UpToAsync(Chapter.Release);
        await bot.Teams.UntilAsync(() => coordinator.Messages.Count > 0, () => "The coordinator was not told.");

        Assert.Contains(story.ProvidingHead.User.Name, coordinator.Newest.Card.Text);
        Assert.Equal("A message has not arrived", (await coordinator.SayAsync("undelivered")).Card.Heading);
        Assert.Contains("One message has not arrived.", (await coordinator.SayAsync("tasks")).Card.Text);
        Assert.Contains("undelivered", (await coordinator.SayAsync("help")).Card.Text);

        bot.Teams.Faults = null;
        var answer = await coordinator.PressAsync(coordinator.Messages[0], "Send again");
        Assert.Equal("Sent again", answer.Heading);
        await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);
        Assert.Equal("Every message has arrived", (await coordinator.SayAsync("undelivered")).Card.Heading);
        Assert.Equal("They are on their way", (await coordinator.SayAsync($"resend {story.Id}")).Card.Heading);
        Assert.Equal("They are on their way", (await coordinator.SayAsync("resend")).Card.Heading);
    }

    [Fact]
    public async Task Nobody_else_may()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();

        foreach (var word in new[] { "undelivered", "resend", $"resend {story.Id}" })
            Assert.Equal("That is for coordinators", (await story.Inspector.SayAsync(word)).Card.Heading);
    }
}
