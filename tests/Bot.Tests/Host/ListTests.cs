using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;

namespace OutreachBot.Bot.Tests;

/// <summary>Lists of people and of requests, as they are asked for by button and by word.</summary>
public sealed class ListTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_search_changes_nothing_and_keeps_what_was_typed()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.NewStory().UpToAsync(Chapter.Matching);
        var press = story.Inspector.Pressing(
            await story.Inspector.CardAsync("Find a leading teacher", story.Id), "Ask the school a question");
        var action = press["value"]!["action"]!;
        action["verb"] = "find";
        action["data"]!["find"] = story.LeadingTeacher.User.Name;
        action["data"]!["message"] = "Which year first?";
        var version = (await bot.RequestAsync(story)).Version;

        var card = (await bot.Teams.PostAsync(press)).Card;

        Assert.Equal(("Find a leading teacher", "Which year first?"), (card.Heading, card.Field("Message").Value));
        Assert.Equal(version, (await bot.RequestAsync(story)).Version);
    }

    [Fact]
    public async Task Pages_of_a_list_are_turned_by_button_and_by_word()
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var stories = new List<OutreachStory>();
        while (stories.Count(story => story.Inspector == stories[0].Inspector) < 7)
            stories.Add(await bot.NewStory().UpToAsync(Chapter.Matching));
        var inspector = stories[0].Inspector;
        await bot.Host.SettledAsync();

        var first = await inspector.SayAsync("tasks");
        Assert.Contains("Page 1 of 2", first.Card.Text);
        Assert.Contains("Page 2 of 2", (await inspector.SayAsync("tasks page 2")).Card.Text);
        Assert.Contains("Page 2 of 2", (await inspector.SayAsync("status page 9")).Card.Text);
        Assert.Contains("Page 2 of 2", (await inspector.PressAsync(first, "More")).Text);
    }
}
