using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>What every button says can be typed as well, because buttons fail on some phones.</summary>
public sealed class TypedTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_story_is_told_without_buttons_where_nothing_is_filled_in()
    {
        await using var bot = await SharedBot.StartWithDaysAsync(azurite);
        var story = bot.NewStory();
        await story.WriteForm1Async(story.Head);

        await SayAsync(story.Head, "send {0}", "Where it stands", "sent form 1");
        await SayAsync(story.Teacher, "approve {0} gladly", "Where it stands", "agreed to take part");
        await SayAsync(story.Inspector, "ask {0} Which scheme of work?", "Where it stands", "asked a question");
        await SayAsync(story.Head, "answer {0} One of our own.", "Where it stands", "answered the question");
        await SayAsync(
            story.Inspector, $"match {{0}} {story.LeadingTeacher.User.Name}", "Where it stands",
            "chose a leading teacher");
        await SayAsync(story.LeadingTeacher, "accept {0}", "Where it stands", "said they can do it");
        await SayAsync(story.ProvidingHead, "yes {0}", "Where it stands", "agreed to the release");
        await story.SendForm2Async();
        await SayAsync(story.Head, "decline {0} Not on sports day.", "Where it stands", "asked for a change");
        await story.SendForm2Async();
        await SayAsync(
            story.LeadingTeacher, "change {0} The hall is taken.", "Form 2: confirmation", "took form 2 back");
        await story.SendForm2Async();
        await SayAsync(story.Head, "sign {0}", "Where it stands", "signed form 2");
        await SayAsync(story.ProvidingHead, "approve {0}", "Where it stands", "completed the agreement");
        await story.RecordFirstVisitAsync();
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

        Assert.Contains(
            "Nothing waits for a yes or a no from you.", (await story.Head.SayAsync($"approve {story.Id}")).Card.Text);
        Assert.Contains(
            "The request has moved on.", (await story.Inspector.SayAsync($"ask {story.Id} why?")).Card.Text);
        Assert.Contains(
            "This is not yours to decide.", (await story.Inspector.SayAsync($"withdraw {story.Id} because")).Card.Text);
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

    [Theory]
    [InlineData("press")]
    [InlineData("word")]
    public async Task Whoever_sends_a_form_back_and_so_loses_their_part_reads_what_they_did(string how)
    {
        var bot = await azurite.BotAsync();
        var story = bot.NewStory();
        await story.WriteForm1Async(story.Teacher);
        await story.Teacher.SayAsync($"send {story.Id}");
        var card = await story.Head.CardAsync("A teacher asks for support", story.Id);

        var answer = how is "press"
            ? await story.Head.PressAsync(card, "Send back", ("Message", "Please ask for one day first."))
            : (await story.Head.SayAsync($"decline {story.Id} Please ask for one day first.")).Card;

        Assert.Equal("Done", answer.Heading);
        Assert.Contains("sent form 1 back", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_changed_later_undoes_nothing_and_says_so()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var version = (await bot.RequestAsync(story)).Version;
        var edited = story.ProvidingHead.Saying($"approve {story.Id}");
        edited["type"] = "messageUpdate";

        await bot.Teams.PostAsync(edited);

        var reply = Assert.Single(story.ProvidingHead.Messages, message => message.ReplyTo == (string?)edited["id"]);
        Assert.Contains("I act on what you sent", reply.Card.Text, StringComparison.Ordinal);
        Assert.Equal(version, (await bot.RequestAsync(story)).Version);
    }

    [Theory]
    [InlineData(null, "19:meeting_ODU0@thread.v2")]
    [InlineData("", "a:somewhere")]
    [InlineData("groupChat", "19:group@thread.v2")]
    public async Task Only_a_chat_that_says_so_is_personal(string? kind, string conversation)
    {
        var bot = await azurite.BotAsync();
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        var saying = story.Head.Saying($"status {story.Id}");
        (saying["conversation"]!["conversationType"], saying["conversation"]!["id"]) = (kind, conversation);

        await bot.Teams.PostAsync(saying);
        await story.ProvidingHead.SayAsync($"decline {story.Id} Not this term.");

        Assert.DoesNotContain(
            bot.Teams.Calls,
            call => call.IsNewMessage
                && call.Path.Contains(Uri.EscapeDataString(conversation), StringComparison.OrdinalIgnoreCase)
                && call.Body.ToJsonString().Contains(story.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thread_of_a_chat_is_answered_there_and_the_chat_is_kept()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        var saying = story.ProvidingHead.Saying($"status {story.Id}");
        var chat = (string)saying["conversation"]!["id"]!;
        saying["conversation"]!["id"] = $"{chat};messageid=1764100000000";

        await bot.Teams.PostAsync(saying);

        var place = await bot.Host.Services.GetRequiredService<Storage.Conversations>()
            .FindAsync(new(story.ProvidingHead.User.Tenant, story.ProvidingHead.User.Id), default);
        Assert.Equal(chat, place!.Conversation);
    }
}
