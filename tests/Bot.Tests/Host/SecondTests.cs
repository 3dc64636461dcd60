using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>Whoever comes second: another person, another device, another delivery, an older card.</summary>
public sealed class SecondTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Who_comes_second_learns_who_was_first_and_gets_their_words_back()
    {
        var (bot, story) = await UpToAsync(Chapter.Matching);
        var card = await story.Inspector.CardAsync("Find a leading teacher", story.Id);
        var late = story.Inspector.Pressing(card, "Decline", ("Message", "The hub does it in May."));

        await bot.Host.SettledAsync();
        await story.PressAsync(story.Head, "Where it stands", "Withdraw the request");
        await story.PressNewestAsync(story.Head, "Withdraw it", ("Your reason", "Our budget has changed."));
        var answer = (await bot.Teams.PostAsync(late)).Card;

        Assert.Equal("Withdrawn", answer.Heading);
        Assert.Contains($"{story.Head.User.Name} withdrew the request", answer.Text);
        Assert.Contains("You wrote: “The hub does it in May.”", answer.Text);
        Assert.Equal(Stage.Withdrawn, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task A_press_that_comes_four_times_is_one_event_and_four_successes()
    {
        var (bot, story) = await UpToAsync(Chapter.Release);
        var card = await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);
        var press = story.ProvidingHead.Pressing(card, "Agree to the release", ("Message", "Gladly."));
        var version = (await bot.RequestAsync(story)).Version;

        for (var delivery = 1; delivery <= 4; delivery++)
        {
            // Teams has been seen to deliver again under a new id.
            if (delivery > 2) press["id"] = Guid.NewGuid().ToString();
            var answer = (await bot.Teams.PostAsync(press)).Card;
            Assert.Contains($"{story.ProvidingHead.User.Name} agreed to the release", answer.Text);
            Assert.Equal(delivery > 1, answer.Text.Contains("That was done already.", StringComparison.Ordinal));
        }

        Assert.Equal(version + 1, (await bot.RequestAsync(story)).Version);
    }

    [Fact]
    public async Task A_press_that_comes_again_after_the_story_went_on_is_still_a_success()
    {
        var (bot, story) = await UpToAsync(Chapter.Release);
        var card = await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);
        var press = story.ProvidingHead.Pressing(card, "Agree to the release");
        await story.UpToAsync(Chapter.Signing);

        var answer = (await bot.Teams.PostAsync(press)).Card;

        Assert.Equal("Please sign form 2", answer.Heading);
        Assert.Contains("That was done already.", answer.Text);
    }

    [Fact]
    public async Task A_typed_yes_that_is_delivered_twice_is_said_once()
    {
        var (bot, story) = await UpToAsync(Chapter.Release);
        var saying = story.ProvidingHead.Saying($"approve {story.Id} gladly");
        var version = (await bot.RequestAsync(story)).Version;

        await bot.Teams.PostAsync(saying);
        await bot.Teams.PostAsync(saying);

        Assert.Equal(version + 1, (await bot.RequestAsync(story)).Version);

        // The card that says so is soon brought up to date, as every card is.
        Assert.Contains(
            bot.Teams.Calls,
            call => call.IsNewMessage && call.Person == story.ProvidingHead.User.Id
                && call.Body.ToJsonString().Contains("That was done already.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_is_begun_by_one_message_delivered_twice_is_one_and_answered_once()
    {
        var bot = await azurite.BotAsync();
        var story = bot.NewStory();
        var saying = story.Head.Saying("request");

        await bot.Teams.PostAsync(saying);
        await bot.Teams.PostAsync(saying);

        Assert.Single(story.Head.Messages, message => message.ReplyTo == (string)saying["id"]!);
    }

    [Fact]
    public async Task An_old_card_after_the_end_shows_the_end()
    {
        await using var bot = await SharedBot.StartWithDaysAsync(azurite);
        var story = await bot.NewStory().UpToAsync(Chapter.Matching);
        var card = await story.Inspector.CardAsync("Find a leading teacher", story.Id);
        var late = story.Inspector.Pressing(card, "Decline", ("Message", "Too late."));
        await story.UpToAsync(Chapter.End);
        var version = (await bot.RequestAsync(story)).Version;

        var answer = (await bot.Teams.PostAsync(late)).Card;

        Assert.Equal("Finished, and thank you", answer.Heading);
        Assert.Contains("The request has moved on.", answer.Text);
        Assert.Equal(version, (await bot.RequestAsync(story)).Version);
    }

    [Fact]
    public async Task Request_again_goes_on_with_the_draft()
    {
        var story = (await azurite.BotAsync()).NewStory();
        await story.StartAsync(story.Head);
        var id = story.Id;
        await story.PressNewestAsync(
            story.Head, "Next", ("Curriculum", story.Cast.Area), ("What kind", "coaching"),
            ("What do you need", "Help."));

        await story.StartAsync(story.Head);

        Assert.Equal(id, story.Id);
        Assert.Contains("You began this request before. Here it goes on.", story.Head.About(story.Id)!.Card.Text);
        Assert.Contains("Who it is for", story.Head.About(story.Id)!.Card.Text);
    }

    [Fact]
    public async Task A_step_that_was_saved_on_another_device_asks_which_words_count()
    {
        var bot = await azurite.BotAsync();
        var story = bot.NewStory();
        await story.StartAsync(story.Head);
        (string, string)[] chosen = [("Curriculum", story.Cast.Area), ("What kind", "coaching")];
        var phone = story.Head.Pressing(
            story.Head.About(story.Id)!, "Next", [.. chosen, ("What do you need", "Written on the phone.")]);
        await story.PressNewestAsync(story.Head, "Next", [.. chosen, ("What do you need", "Written on the desk.")]);

        var answer = (await bot.Teams.PostAsync(phone)).Card;

        Assert.Contains("You saved this step before, with other words.", answer.Text);
        Assert.Equal("Written on the phone.", answer.Field("What do you need").Value);
        Assert.Equal("Written on the desk.", (await bot.RequestAsync(story)).Form1.Text("need"));

        story.Head.About(story.Id)!.Show(answer);
        await story.PressNewestAsync(story.Head, "Next");
        Assert.Equal("Written on the phone.", (await bot.RequestAsync(story)).Form1.Text("need"));
    }

    [Fact]
    public async Task A_card_that_two_people_hold_is_each_their_own()
    {
        var (bot, story) = await UpToAsync(Chapter.Signing);
        var heads = story.Head.Pressing(await story.Head.CardAsync("Please sign form 2", story.Id), "Sign");
        var others = story.ProvidingHead.Pressing(
                await story.ProvidingHead.CardAsync("Please sign form 2", story.Id), "Ask for a change",
                ("Message", "Not that day, please."));

        var answers = await Task.WhenAll(bot.Teams.PostAsync(heads), bot.Teams.PostAsync(others));

        Assert.All(answers, answer => Assert.NotEmpty(answer.Card.Text));
        var request = await bot.RequestAsync(story);
        Assert.Empty(request.SignedBy);
        Assert.DoesNotContain(FormKeys.Form2, request.Sent.Keys);
    }

    async Task<(SharedBot, OutreachStory)> UpToAsync(Chapter chapter)
    {
        var bot = await azurite.BotAsync();
        return (bot, await bot.NewStory().UpToAsync(chapter));
    }
}
