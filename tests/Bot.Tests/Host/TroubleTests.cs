using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>A bot of its own whose storage and connector fail while people speak to it.</summary>
public sealed class TroubleTests(AzuriteFixture azurite)
{
    const string Canary = " CANARY-9f2c";

    [Theory]
    [InlineData(nameof(Loss.Request))]
    [InlineData(nameof(Loss.Busy))]
    [InlineData(nameof(Loss.Timeout))]
    public async Task When_storage_is_away_a_press_is_answered_in_words_and_works_later(string loss)
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        await bot.Host.SettledAsync();
        var press = story.ProvidingHead.Pressing(
            await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id), "Agree to the release");
        bot.Host.Wire.Losses = _ => Enum.Parse<Loss>(loss);

        var answer = (await bot.Teams.PostAsync(press)).Card;

        Assert.Equal("That did not work", answer.Heading);
        Assert.Matches("Reference: [0-9a-f]{8}$", answer.Text);
        bot.Host.Wire.Losses = null;
        await bot.Teams.PostAsync(press);
        Assert.Equal(Stage.Confirming, (await bot.RequestAsync(story)).Stage);
    }

    // A chat that is not there, as of somebody who has just left, or one that does not take the bot's messages.
    [Theory]
    [InlineData(403, 200)]
    [InlineData(404, 200)]
    [InlineData(502, 500)]
    public async Task What_nobody_will_ever_read_is_not_delivered_again(int refused, int status)
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var head = bot.NewStory().Head;
        bot.Teams.Faults = call => call.IsNewMessage ? new(refused) : null;

        Assert.Equal(status, (await bot.Teams.PostAsync(head.Saying("help"))).Status);
    }

    [Fact]
    public async Task What_was_typed_into_a_form_comes_back_when_storage_is_away_and_is_sent_again()
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var story = bot.NewStory();
        await story.Head.SayAsync("request");
        var need = string.Concat(Enumerable.Repeat("Help with reasoning. ", 40)).Trim();
        var press = story.Head.Pressing(
            story.Head.Newest, "Next", ("Curriculum", "mathematics"), ("What kind", "coaching"),
            ("What do you need", need));
        bot.Host.Wire.Losses = _ => Loss.Busy;

        var broken = (await bot.Teams.PostAsync(press)).Card;
        bot.Host.Wire.Losses = null;

        Assert.Equal("That did not work", broken.Heading);
        story.Head.Newest.Show(broken);
        var answer = await story.Head.PressAsync(story.Head.Newest, "Try again");
        Assert.Contains("Who it is for", answer.Text, StringComparison.Ordinal);
        await story.Head.PressAsync(story.Head.Newest, "Back");
        Assert.Contains(need, story.Head.Newest.Card.Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_was_typed_comes_back_when_storage_is_away()
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        await bot.Host.SettledAsync();
        var card = await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);
        var press = story.ProvidingHead.Pressing(card, "Do not agree", ("Message", "We are inspected that week."));
        bot.Host.Wire.Losses = _ => Loss.Busy;

        card.Show((await bot.Teams.PostAsync(press)).Card);
        bot.Host.Wire.Losses = null;
        await story.ProvidingHead.PressAsync(card, "Try again");

        Assert.Equal(Stage.Brokering, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task When_the_connector_is_away_a_press_is_answered_all_the_same()
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        var card = await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);
        bot.Teams.Hangs = _ => true;

        var answer = await story.ProvidingHead.PressAsync(card, "Agree to the release");

        Assert.Equal("Where it stands", answer.Heading);
        bot.Teams.Hangs = null;
    }

    [Fact]
    public async Task Nothing_of_what_people_write_or_are_called_is_logged()
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var story = new OutreachStory(bot.Teams, bot.Casts.Next()) { Mark = Canary };
        var failed = 0;
        bot.Teams.Faults = call => call.Number % 7 == 0 ? new(500 + (failed++ % 4)) : null;
        await story.UpToAsync(Chapter.Release);
        var card = await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);

        // A reply that the connector refuses, words that mean nothing, an envelope without a sender, and storage that
        // is away.
        bot.Teams.Faults = _ => new(500);
        await bot.Teams.PostAsync(story.Head.Saying($"status{Canary}"));
        bot.Teams.Faults = null;
        await story.Head.SayAsync($"nonsense{Canary}");
        await story.Head.SayAsync($"cancel {story.Id}{Canary}");
        await bot.Teams.PostAsync(
            System.Text.Json.Nodes.JsonNode.Parse($$"""{ "type": "message", "text": "{{Canary}}" }""")!);
        var refused = story.ProvidingHead.Pressing(card, "Do not agree", ("Message", Canary));
        bot.Host.Wire.Losses = _ => Loss.Busy;
        await bot.Teams.PostAsync(refused);
        bot.Host.Wire.Losses = null;
        await bot.Host.SettledAsync();

        var log = bot.Host.Log.Lines.ToList();

        Assert.Contains(log, line => line.Contains("A turn failed with", StringComparison.Ordinal));
        Assert.Contains(log, line => line.Contains("failed with ConnectorException", StringComparison.Ordinal));
        Chat[] cast = [story.Head, story.Teacher, story.Inspector, story.LeadingTeacher, story.ProvidingHead];
        string[] secrets =
            [
                Canary.Trim(), .. cast.Select(chat => chat.User.Name), Some.Form1.Text("outcomes"), "Bearer",
                "AccountKey",
            ];
        Assert.All(
            secrets,
            secret => Assert.DoesNotContain(log, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
