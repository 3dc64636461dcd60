using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>Ways in which a programme is changed, called off or followed up.</summary>
public sealed class ProgrammeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_change_of_form_2_clears_every_signature()
    {
        var (bot, story) = await UpToAsync(Chapter.Signing);
        await story.PressAsync(story.Head, "Please sign form 2", "Sign");
        var stale =
            story.ProvidingHead.Pressing(await story.ProvidingHead.CardAsync("Please sign form 2", story.Id), "Sign");
        await bot.Host.SettledAsync();

        await story.PressAsync(story.LeadingTeacher, "Where it stands", "Change form 2");
        await story.PressNewestAsync(story.LeadingTeacher, "Take it back", ("Your reason", "The hall is taken."));
        Assert.Empty((await bot.RequestAsync(story)).SignedBy);
        await story.SendForm2Async();
        Assert.Contains(
            "Form 2 has been changed since this card was sent.", (await bot.Teams.PostAsync(stale)).Card.Text);
        Assert.Empty((await bot.RequestAsync(story)).SignedBy);

        await bot.Host.SettledAsync();
        await story.UpToAsync(Chapter.FirstVisit);
        Assert.Equal(
            (Stage.Visiting, 2), ((await bot.RequestAsync(story)).Stage, (await bot.RequestAsync(story)).Form2Draft));
    }

    [Fact]
    public async Task A_headteacher_asks_for_a_change_and_the_leading_teacher_reads_why()
    {
        var (bot, story) = await UpToAsync(Chapter.Signing);

        await story.PressAsync(
            story.Head, "Please sign form 2", "Ask for a change", ("Message", "Not on sports day, please."));
        var form2 = await story.LeadingTeacher.CardAsync("Form 2: confirmation", story.Id);
        Assert.Contains("Not on sports day, please.", form2.Card.Text);
        Assert.Equal(story.Day(0), form2.Card.Field("Day 1: the date").Value);

        await story.SendForm2Async();

        // The other headteacher still has a card for the draft that was changed, until a new one comes.
        await bot.Host.SettledAsync();
        await story.UpToAsync(Chapter.FirstVisit);
        Assert.Equal(Stage.Visiting, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task A_withdrawal_needs_its_reason_and_reaches_everybody()
    {
        var (bot, story) = await UpToAsync(Chapter.Release);
        await bot.Host.SettledAsync();
        await story.PressAsync(story.Head, "Where it stands", "Withdraw the request");
        Assert.Contains(
            "Please write a sentence",
            (await story.PressAsync(story.Head, "Withdraw the request?", "Withdraw it")).Text);

        await story.PressAsync(
            story.Head, "Withdraw the request?", "Withdraw it", ("Your reason", "Our budget has changed."));

        foreach (var person in (Chat[])[story.Teacher, story.Inspector, story.LeadingTeacher, story.ProvidingHead])
            await person.CardAsync("Withdrawn", story.Id);
        Assert.Equal(Stage.Withdrawn, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task A_reason_can_be_written_in_peace_while_others_go_on()
    {
        var (bot, story) = await UpToAsync(Chapter.Release);
        await bot.Host.SettledAsync();
        var card = await story.Head.CardAsync("Where it stands", story.Id);
        await story.Head.PressAsync(card, "Withdraw the request");

        await story.PressAsync(story.ProvidingHead, "May your leading teacher go?", "Agree to the release");
        await bot.Host.SettledAsync();

        Assert.Equal("Withdraw the request?", card.Card.Heading);
        var late = await story.Head.PressAsync(card, "Withdraw it", ("Your reason", "Our budget has changed."));
        Assert.Equal("Where it stands", late.Heading);
        Assert.Contains("You wrote: “Our budget has changed.”", late.Text);
    }

    [Fact]
    public async Task A_reason_that_is_not_given_after_all_leaves_its_card_to_the_news_again()
    {
        var (bot, story) = await UpToAsync(Chapter.Accepting);
        await bot.Host.SettledAsync();
        var card = await story.Head.CardAsync("Where it stands", story.Id);
        await story.Head.PressAsync(card, "Withdraw the request");
        await story.Head.PressAsync(card, "No, go back");

        await story.PressAsync(story.LeadingTeacher, "Can you help this school?", "Yes, I can");
        await bot.Host.SettledAsync();

        Assert.Contains("We are waiting for the leading teacher's headteacher.", card.Card.Text);
    }

    [Fact]
    public async Task A_day_that_is_promised_to_another_school_is_not_given_twice()
    {
        var (bot, first) = await UpToAsync(Chapter.Signing);
        var other = bot.Casts.Next();
        var second = new OutreachStory(
            bot.Teams,
            first.Cast with { Head = other.Head, Teacher = other.Teacher, SecondTeacher = other.SecondTeacher });
        await second.UpToAsync(Chapter.Form2);

        var refused = await second.PressAsync(second.LeadingTeacher, "Form 2: confirmation", "Next",
            ("Day 1: the date", first.Day(0)), ("Day 1: what", "One."), ("Day 2: the date", "2026-07-01"),
            ("Day 2: what", "Two."));
        Assert.Contains("The leading teacher is promised to another school on", refused.Text);
        Assert.DoesNotContain(first.Head.User.Name, refused.Text);

        var taken = await second.PressAsync(
            second.LeadingTeacher, "Form 2: confirmation", "Next", ("Day 1: the date", "2026-06-30"));
        Assert.Contains("What we agree", taken.Text);
        await bot.Host.SettledAsync();
        Assert.Empty(await bot.Host.ViolationsAsync());
    }

    async Task<(SharedBot, OutreachStory)> UpToAsync(Chapter chapter)
    {
        var bot = await azurite.BotAsync();
        return (bot, await bot.NewStory().UpToAsync(chapter));
    }
}
