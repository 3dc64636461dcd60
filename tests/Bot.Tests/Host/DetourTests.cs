using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>Ways in which a request is asked about, sent back or refused on its way to a programme.</summary>
public sealed class DetourTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_headteacher_sends_a_teachers_form_back_and_then_approves()
    {
        var (bot, story) = await StoryAsync();
        await story.SendForm1Async(story.Teacher);
        await story.PressAsync(
            story.Head, "A teacher asks for support", "Send back", ("Message", "One day first, please."));

        var again = await story.Teacher.CardAsync("Form 1: request", story.Id);
        Assert.Contains("“One day first, please.”", again.Card.Text);
        for (var step = 0; step < 3; step++) await story.Teacher.PressAsync(again, "Next");
        await story.Teacher.PressAsync(again, "Send my request");
        await story.PressAsync(story.Head, "A teacher asks for support", "Approve");

        await story.AskLeadingTeacherAsync();
        await story.UpToAsync(Chapter.Signing);
        Assert.Equal(Stage.Confirming, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task An_inspector_asks_and_is_answered()
    {
        var (bot, story) = await StoryAsync();
        await story.UpToAsync(Chapter.Matching);

        await story.PressAsync(
            story.Inspector, "Find a leading teacher", "Ask the school a question",
            ("Message", "Which scheme of work?"));
        var question = await story.Head.CardAsync("The inspector has a question", story.Id);
        Assert.Contains("Which scheme of work?", question.Card.Text);
        await story.Head.PressAsync(question, "Send my answer", ("Your answer", "One of our own."));

        await bot.Teams.UntilAsync(
            () => story.Inspector.About(story.Id)!.Card.Text.Contains("One of our own.", StringComparison.Ordinal),
            () => "The inspector does not see the answer.");
        await story.UpToAsync(Chapter.Release);
    }

    [Fact]
    public async Task An_inspector_declines_and_everybody_reads_why()
    {
        var (bot, story) = await StoryAsync();
        await story.UpToAsync(Chapter.Matching);
        var asked = await story.PressAsync(story.Inspector, "Find a leading teacher", "Decline");
        Assert.Contains("Please write a sentence that says why.", asked.Text);

        await story.PressAsync(
            story.Inspector, "Find a leading teacher", "Decline", ("Message", "The hub does it in May."));

        var card = (await story.Head.CardAsync("Declined", story.Id)).Card;
        Assert.Contains("The hub does it in May.", card.Text);
        await story.Teacher.CardAsync("Declined", story.Id);
        Assert.Equal(Stage.Declined, (await bot.RequestAsync(story)).Stage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_no_of_the_lending_school_goes_to_the_inspector_alone(bool byTheHead)
    {
        var (bot, story) = await StoryAsync();
        await story.UpToAsync(byTheHead ? Chapter.Release : Chapter.Accepting);
        var reason = $"That fortnight is full ({story.Id}).";

        if (byTheHead)
            await story.PressAsync(
                story.ProvidingHead, "May your leading teacher go?", "Do not agree", ("Message", reason));
        else await story.PressAsync(
            story.LeadingTeacher, "Can you help this school?", "No, I cannot", ("Message", reason));

        var card = (await story.Inspector.CardAsync("Find a leading teacher", story.Id)).Card;
        Assert.Contains(reason, card.Text);
        Assert.NotEqual(OutreachStory.Key(story.Cast.LeadingTeacher), card.Field("Whom shall we ask").Value);
        await bot.Host.SettledAsync();
        Assert.Equal(
            "Nothing more is needed", (await story.LeadingTeacher.SayAsync($"status {story.Id}")).Card.Heading);
        Assert.DoesNotContain(
            story.Head.Messages.Concat(story.Teacher.Messages),
            message => message.Card.Text.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_teacher_steps_out_and_another_is_named()
    {
        var (bot, story) = await StoryAsync();
        await story.UpToAsync(Chapter.Matching);

        await story.PressAsync(
            story.Teacher, "Would you like this support?", "No, not me", ("Message", "I am on leave from April."));
        await story.PressAsync(
            story.Head, "Who shall be supported?", "Name them",
            ("Which teachers", OutreachStory.Key(story.Cast.SecondTeacher)));
        await story.PressAsync(story.SecondTeacher, "Would you like this support?", "Yes, I would like this");

        Assert.Equal("Nothing more is needed", (await story.Teacher.SayAsync($"status {story.Id}")).Card.Heading);
        await story.AskLeadingTeacherAsync();
        await story.UpToAsync(Chapter.FirstVisit);
        Assert.Equal(
            [story.Cast.SecondTeacher.Id],
            (await bot.RequestAsync(story)).Teachers.Select(teacher => teacher.Id.Object));
    }

    async Task<(SharedBot, OutreachStory)> StoryAsync()
    {
        var bot = await azurite.BotAsync();
        return (bot, bot.NewStory());
    }
}
