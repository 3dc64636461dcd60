using OutreachBot.Channel;

namespace OutreachBot.Bot.Tests;

public sealed class CommandTests(AzuriteFixture azurite)
{
    const string Nowhere = "07-K3QX9";

    [Theory]
    [InlineData("hi", "Welcome")]
    [InlineData("Hello", "Welcome")]
    [InlineData("help", "What I can do")]
    [InlineData("  HELP  ", "What I can do")]
    [InlineData("?", "What I can do")]
    [InlineData("<at>OutreachBot</at> help", "What I can do")]
    [InlineData("tasks", "Waiting for you")]
    [InlineData("approve", "Waiting for you")]
    [InlineData("decline", "Waiting for you")]
    [InlineData("status", "Your requests")]
    [InlineData("request", "Form 1: request")]
    [InlineData("new", "Form 1: request")]
    [InlineData("what is this", "I did not understand that")]
    [InlineData("", "I did not understand that")]
    [InlineData("   ", "I did not understand that")]
    [InlineData("\u200B\u200D", "I did not understand that")]
    [InlineData("[click](https://evil.example) ![x](y)", "I did not understand that")]
    [InlineData("<script>alert(1)</script> <b>bold</b>", "I did not understand that")]
    [InlineData("${secret} {{DATE()}} {\"type\":\"AdaptiveCard\"}", "I did not understand that")]
    [InlineData("\u202Eevil 😀 Siân Llwyd-Ŵyn 王芳", "I did not understand that")]
    public async Task Whatever_is_said_is_answered_with_a_card_that_leads_on(string text, string heading)
    {
        var speaker = await SpeakerAsync();

        var reply = await speaker.SayAsync(text);

        Assert.Equal(heading, reply.Card.Heading);
        Useful(reply);
        if (heading == "I did not understand that")
            Assert.DoesNotContain(text.Trim() is { Length: > 0 } said ? said : "\u0000", reply.Activity.ToJsonString());
    }

    [Theory]
    [InlineData(Nowhere)]
    [InlineData("status " + Nowhere)]
    [InlineData("approve " + Nowhere)]
    [InlineData("sign " + Nowhere)]
    [InlineData("decline " + Nowhere + " not now")]
    [InlineData("ask " + Nowhere + " why?")]
    [InlineData("answer " + Nowhere + " because")]
    [InlineData("match " + Nowhere + " Kavita Sandhu")]
    [InlineData("teachers " + Nowhere + " Kavita Sandhu")]
    [InlineData("withdraw " + Nowhere + " over")]
    [InlineData("cancel " + Nowhere + " over")]
    [InlineData("change " + Nowhere + " the hall")]
    [InlineData("note " + Nowhere + " count")]
    [InlineData("send " + Nowhere)]
    public async Task A_request_that_is_not_there_is_said_to_be_nobodys(string text)
    {
        var reply = await (await SpeakerAsync()).SayAsync(text);

        Assert.Equal("I cannot show you that", reply.Card.Heading);
        Assert.Contains("Type status", reply.Card.Text);
        Assert.NotEmpty(reply.Summary);
    }

    [Theory]
    [InlineData(32_769)]
    [InlineData(100_000)]
    public async Task A_very_long_message_is_answered_like_any_other(int length)
    {
        var reply = await (await SpeakerAsync()).SayAsync(string.Concat(Enumerable.Repeat("word ", length / 5)));

        Assert.Equal("I did not understand that", reply.Card.Heading);
        Useful(reply);
    }

    [Fact]
    public async Task A_request_is_begun_from_the_first_card()
    {
        var bot = await azurite.BotAsync();
        var story = bot.NewStory();
        var welcome = await story.Head.SayAsync("hi");

        Assert.Equal("Form 1: request", (await story.Head.PressAsync(welcome, "New request")).Heading);
        Assert.Equal("Form 1: request", (await story.Head.SayAsync("request")).Card.Heading);
    }

    [Fact]
    public async Task Who_may_not_ask_is_told_who_may()
    {
        var bot = await azurite.BotAsync();
        var finance = bot.Teams[bot.Casts.People.First(user => user.Is("finance"))];

        var welcome = await finance.SayAsync("hi");
        Assert.False(welcome.Card.Has("New request"));

        Assert.Equal("Requests come from schools", (await finance.SayAsync("request")).Card.Heading);
    }

    [Fact]
    public async Task Tasks_and_status_list_a_request_with_a_button_to_it()
    {
        var story = await (await azurite.BotAsync()).AtReleaseAsync();

        await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);

        var tasks = await story.ProvidingHead.SayAsync("tasks");
        Assert.Contains(story.Id, tasks.Card.Text);
        Assert.Equal(
            "May your leading teacher go?", (await story.ProvidingHead.PressAsync(tasks, $"Open {story.Id}")).Heading);

        var status = await story.Head.SayAsync("status");
        Assert.Equal("Where it stands", (await story.Head.PressAsync(status, $"Open {story.Id}")).Heading);
        Assert.DoesNotContain(story.Id, (await story.Head.SayAsync("tasks")).Card.Text);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("status {0}")]
    [InlineData("STATUS {0}")]
    [InlineData("show {0}")]
    public async Task A_request_is_found_by_its_id(string text)
    {
        var story = await (await azurite.BotAsync()).AtReleaseAsync();

        Assert.Equal(
            "Where it stands",
            (await story.Head.SayAsync(text.Replace("{0}", story.Id, StringComparison.Ordinal))).Card.Heading);
        Assert.Equal(
            "Where it stands",
            (await story.Head.SayAsync(
                text.Replace("{0}", story.Id.ToLowerInvariant(), StringComparison.Ordinal))).Card.Heading);
    }

    // The last school's teacher: nobody else plays there.
    async Task<Chat> SpeakerAsync()
    {
        var bot = await azurite.BotAsync();
        return bot.Teams[bot.Casts.People.Last(user => user.Roles is ["teacher"])];
    }

    static void Useful(ChatMessage reply)
    {
        Assert.NotEmpty(reply.Summary);
        Assert.InRange(reply.Card.Buttons.Count, 1, 6);
        Assert.InRange(reply.Activity.ToJsonString().Length, 1, 20 * 1024);
    }
}
