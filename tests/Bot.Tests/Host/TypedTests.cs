using OutreachBot.Channel;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>What every button says can be typed as well, because buttons fail on some phones.</summary>
public sealed class TypedTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_story_is_told_without_buttons_where_nothing_is_filled_in()
    {
        var bot = await azurite.BotAsync();
        var story = bot.NewStory();
        await story.WriteForm1Async(story.Head);

        await SayAsync(story.Head, "send {0}", "Where it stands", "sent form 1");
        await SayAsync(story.Teacher, "approve {0} gladly", "Where it stands", "agreed to take part");
        await SayAsync(story.Inspector, "ask {0} Which scheme of work?", "Where it stands", "asked a question");
        await SayAsync(story.Head, "answer {0} One of our own.", "Where it stands", "answered the question");
        await SayAsync(story.Inspector, $"match {{0}} {story.LeadingTeacher.User.Name}", "Where it stands", "chose a leading teacher");
        await SayAsync(story.LeadingTeacher, "accept {0}", "Where it stands", "said they can do it");
        await SayAsync(story.ProvidingHead, "yes {0}", "Where it stands", "agreed to the release");
        await story.SendForm2Async();
        await SayAsync(story.Head, "decline {0} Not on sports day.", "Where it stands", "asked for a change");
        await story.SendForm2Async();
        await SayAsync(story.LeadingTeacher, "change {0} The hall is taken.", "Form 2: confirmation", "took form 2 back");
        await story.SendForm2Async();
        await SayAsync(story.Head, "sign {0}", "Where it stands", "signed form 2");
        await SayAsync(story.ProvidingHead, "approve {0}", "Where it stands", "completed the agreement");
        await story.RecordVisitAsync();
        await SayAsync(story.Teacher, "note {0} Count every morning.", "Where it stands", "noted what comes next");
        await SayAsync(story.Inspector, "cancel {0} The school closes.", "Cancelled", "cancelled the programme");

        Assert.Equal(Stage.Cancelled, (await bot.RequestAsync(story)).Stage);

        async Task SayAsync(Chat by, string text, string heading, string done)
        {
            var card = (await by.SayAsync(text.Replace("{0}", story.Id, StringComparison.Ordinal))).Card;
            Assert.Equal((heading, true), (card.Heading, card.Text.Contains(done, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Other_teachers_are_named_by_their_names_and_a_request_is_withdrawn()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.NewStory().UpToAsync(Chapter.Matching);

        await story.Teacher.SayAsync($"no {story.Id} I am on leave.");
        await story.Head.SayAsync($"teachers {story.Id} {story.SecondTeacher.User.Name}, please");
        Assert.Equal(story.SecondTeacher.User.Name, Assert.Single((await bot.RequestAsync(story)).Teachers).Name);

        Assert.Contains("Please write a sentence", (await story.Head.SayAsync($"withdraw {story.Id}")).Card.Text);
        Assert.Equal("Withdrawn", (await story.Head.SayAsync($"withdraw {story.Id} It is over.")).Card.Heading);
    }

    [Fact]
    public async Task A_yes_that_nothing_waits_for_says_so_and_changes_nothing()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var version = (await bot.RequestAsync(story)).Version;

        Assert.Contains("Nothing waits for a yes or a no from you.", (await story.Head.SayAsync($"approve {story.Id}")).Card.Text);
        Assert.Contains("The request has moved on.", (await story.Inspector.SayAsync($"ask {story.Id} why?")).Card.Text);
        Assert.Contains("This is not yours to decide.", (await story.Inspector.SayAsync($"withdraw {story.Id} because")).Card.Text);
        Assert.Equal(version, (await bot.RequestAsync(story)).Version);
    }

    [Fact]
    public async Task A_name_that_is_not_on_the_list_is_not_matched()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.NewStory().UpToAsync(Chapter.Matching);

        var card = (await story.Inspector.SayAsync($"match {story.Id} Nobody Atall")).Card;

        Assert.Contains("I do not find “nobody atall”", card.Text);
        Assert.Equal(Stage.Brokering, (await bot.RequestAsync(story)).Stage);
    }
}
