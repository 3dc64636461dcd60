namespace OutreachBot.Bot.Tests;

public sealed class InputTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Wrong_input_comes_back_with_the_error_beside_it_and_fresh_fields()
    {
        var story = (await azurite.BotAsync()).NewStory();
        await story.StartAsync(story.Head);
        var before = story.Head.About(story.Id)!.Card.Fields.Select(field => field.Id);

        var card = await story.PressNewestAsync(
            story.Head, "Next", ("Curriculum", "alchemy"), ("What kind", "coaching"),
            ("What do you need", "Gold *and* <b>lead</b>"));

        Assert.Equal("Form 1: request", card.Heading);
        Assert.Contains("Please choose from the list.", card.Lines);
        Assert.Equal("coaching", card.Field("What kind").Value);
        Assert.Equal("Gold *and* <b>lead</b>", card.Field("What do you need").Value);
        Assert.Empty(before.Intersect(card.Fields.Select(field => field.Id)));

        var again = await story.PressNewestAsync(story.Head, "Next", ("Curriculum", "alchemy"));
        Assert.Empty(card.Fields.Select(field => field.Id).Intersect(again.Fields.Select(field => field.Id)));
        Assert.Equal("Gold *and* <b>lead</b>", again.Field("What do you need").Value);

        var next = await story.PressNewestAsync(story.Head, "Next", ("Curriculum", "mathematics"));
        Assert.Contains("Who it is for", next.Text);
    }

    [Theory]
    [InlineData("A day that", "2026-02-31", "There is no such day.")]
    [InlineData("A day that", "tomorrow", "There is no such day.")]
    [InlineData("A day that", "2026-03-01", "This day has passed.")]
    [InlineData("A day that", "2026-03-07", "Saturday 7 March 2026 is at the weekend.")]
    [InlineData("A day that", "2206-03-02", "This day is more than two years away.")]
    [InlineData("How many", "1e309", "Please write a whole number")]
    [InlineData("How many", "1.5", "Please write a whole number")]
    [InlineData("How many", "0", "This is too small.")]
    [InlineData("How many", "10", "This is too large.")]
    [InlineData("How is it", "pocket-money", "Please choose from the list.")]
    [InlineData("A leading teacher", "nobody.at-all", "Please choose from the list.")]
    public async Task What_cannot_be_is_named_and_kept(string field, string typed, string error)
    {
        var story = await (await azurite.BotAsync()).AtThirdStepAsync();

        var card = await story.PressNewestAsync(story.Head, "Next", (field, typed));

        Assert.Contains(card.Lines, line => line.StartsWith(error, StringComparison.Ordinal));
        Assert.Equal(typed, card.Field(field).Value);
    }

    // Clients send a number as a number; one without end must not stop anything.
    [Fact]
    public async Task A_number_that_is_too_large_for_a_number_is_refused_in_words()
    {
        var bot = await azurite.BotAsync();
        var story = await (await azurite.BotAsync()).AtThirdStepAsync();
        var press = story.Head.Pressing(story.Head.About(story.Id)!, "Next").ToJsonString();
        var field = story.Head.About(story.Id)!.Card.Field("How many").Id;
        using var body = new StringContent(
            System.Text.RegularExpressions.Regex.Replace(press, $"\"{field}\":\"[^\"]*\"", $"\"{field}\":1e309"),
            System.Text.Encoding.UTF8, "application/json");

        using var answer = await bot.Teams.Bot!.PostAsync("/api/messages", body);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode is 400 || text.Contains("whole number", StringComparison.Ordinal), text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u200B\u200C\u200D\u2060\uFEFF")]
    [InlineData(" \t\n\u00A0")]
    public async Task A_no_that_shows_no_reason_asks_for_one(string reason)
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var press = story.ProvidingHead.Pressing(
            await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id), "Do not agree",
            ("Message", reason));

        var card = (await bot.Teams.PostAsync(press)).Card;

        Assert.Equal("May your leading teacher go?", card.Heading);
        Assert.Contains("Please write a sentence that says why.", card.Text);
    }

    [Fact]
    public async Task A_message_that_is_too_long_comes_back_whole()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var reason = new string('w', 2_001);
        var press = story.ProvidingHead.Pressing(
            await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id), "Do not agree",
            ("Message", reason));

        var card = (await bot.Teams.PostAsync(press)).Card;

        Assert.Contains("Your message has 2001 letters.", card.Text);
        Assert.Equal(reason, card.Field("Message").Value);
    }

    [Fact]
    public async Task Names_and_texts_of_every_script_are_taken_as_they_are()
    {
        var story = (await azurite.BotAsync()).NewStory();
        await story.StartAsync(story.Head);
        const string text =
            "O'Neill & Siân Llwyd-Ŵyn, 王芳, فاطمة: **not bold**, [no link](https://x.example), {{DATE()}}, ${x}, 👩‍🏫";

        await story.PressNewestAsync(
            story.Head, "Next", ("Curriculum", "mathematics"), ("What kind", "coaching"), ("What do you need", text));
        var back = await story.PressNewestAsync(story.Head, "Back");

        Assert.Equal(text, back.Field("What do you need").Value);
    }
}
