using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Storage;
using OutreachBot.Channel;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>Ways in which a programme is changed, called off or followed up.</summary>
public sealed class ProgrammeTests(AzuriteFixture azurite) : IAsyncDisposable
{
    readonly List<SharedBot> own = [];

    [Fact]
    public async Task A_change_of_form_2_clears_every_signature()
    {
        var (bot, story) = await UpToAsync(Chapter.Signing);
        await story.PressAsync(story.Head, "Please sign form 2", "Sign");
        var stale = story.ProvidingHead.Pressing(await story.ProvidingHead.CardAsync("Please sign form 2", story.Id), "Sign");
        await bot.Host.SettledAsync();

        await story.PressAsync(story.LeadingTeacher, "Where it stands", "Change form 2");
        await story.PressNewestAsync(story.LeadingTeacher, "Take it back", ("Your reason", "The hall is taken."));
        Assert.Empty((await bot.RequestAsync(story)).SignedBy);
        await story.SendForm2Async();
        Assert.Contains("Form 2 has been changed since this card was sent.", (await bot.Teams.PostAsync(stale)).Card.Text);
        Assert.Empty((await bot.RequestAsync(story)).SignedBy);

        await bot.Host.SettledAsync();
        await story.UpToAsync(Chapter.FirstVisit);
        Assert.Equal((Stage.Visiting, 2), ((await bot.RequestAsync(story)).Stage, (await bot.RequestAsync(story)).Form2Draft));
    }

    [Fact]
    public async Task A_headteacher_asks_for_a_change_and_the_leading_teacher_reads_why()
    {
        var (bot, story) = await UpToAsync(Chapter.Signing);

        await story.PressAsync(story.Head, "Please sign form 2", "Ask for a change", ("Message", "Not on sports day, please."));
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
    public async Task An_inspector_asks_for_follow_up_and_closes_then()
    {
        var (bot, story) = await WithDaysUpToAsync(Chapter.Closing);

        await story.PressAsync(story.Inspector, "What came of it", "Ask for follow-up", ("Message", "What did the pupils say?"));
        Assert.Contains("What did the pupils say?", (await story.Teacher.CardAsync("Form 3: reflection", story.Id)).Card.Text);

        story.BackTo(Chapter.Form3);
        await story.UpToAsync(Chapter.End);
        Assert.Equal(Stage.Closed, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task A_withdrawal_needs_its_reason_and_reaches_everybody()
    {
        var (bot, story) = await UpToAsync(Chapter.Release);
        await bot.Host.SettledAsync();
        await story.PressAsync(story.Head, "Where it stands", "Withdraw the request");
        Assert.Contains("Please write a sentence", (await story.PressAsync(story.Head, "Withdraw the request?", "Withdraw it")).Text);

        await story.PressAsync(story.Head, "Withdraw the request?", "Withdraw it", ("Your reason", "Our budget has changed."));

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
    public async Task A_reason_that_comes_too_late_leaves_its_card_to_the_news_again()
    {
        var (bot, story) = await WithDaysUpToAsync(Chapter.SecondVisit);
        await bot.Host.SettledAsync();
        var card = await story.Head.CardAsync("Where it stands", story.Id);
        await story.Head.PressAsync(card, "Cancel the programme");
        Assert.True((await HeldAsync()).InUse);
        await story.UpToAsync(Chapter.Form3);
        await bot.Host.SettledAsync();

        var late = await story.Head.PressAsync(card, "Cancel it", ("Your reason", "The teacher has left us."));

        Assert.Contains("You wrote: “The teacher has left us.”", late.Text);
        Assert.Equal((card.Id, false), ((await HeldAsync()).Place.Activity, (await HeldAsync()).InUse));

        async Task<HeldCard> HeldAsync() => (await bot.Host.Services.GetRequiredService<HeldCards>().FindAsync(
            (await bot.RequestAsync(story)).Id, new(story.Head.User.Tenant, story.Head.User.Id), CancellationToken.None))!;
    }

    [Fact]
    public async Task A_programme_that_is_cancelled_after_one_visit_is_paid_for_one_day()
    {
        var (bot, story) = await WithDaysUpToAsync(Chapter.SecondVisit);
        await bot.Host.SettledAsync();

        await story.PressAsync(story.Head, "Where it stands", "Cancel the programme");
        await story.PressAsync(story.Head, "Cancel the programme?", "Cancel it", ("Your reason", "The teacher has left us."));

        var statement = (await story.ProvidingHead.CardAsync("Cancelled", story.Id)).Card;
        Assert.Contains("1 day × £250 = £250", statement.Text);
        Assert.Equal(250, (await bot.RequestAsync(story)).Payment!.Total);
        await bot.Host.SettledAsync();
        var finance = bot.Teams[bot.Casts.People.First(user => user.Is("finance"))];
        Assert.Contains("£250", (await finance.CardAsync("Cancelled", story.Id)).Card.Text);
    }

    [Fact]
    public async Task Another_rate_needs_its_reason()
    {
        var (bot, story) = await WithDaysUpToAsync(Chapter.Form2);
        await story.PressAsync(story.LeadingTeacher, "Form 2: confirmation", "Next",
            ("Day 1: the date", story.Day(0)), ("Day 1: what", "One."), ("Day 2: the date", story.Day(1)), ("Day 2: what", "Two."));

        var refused = await story.PressAsync(story.LeadingTeacher, "Form 2: confirmation", "Next", ("I will keep", "yes"), ("Pounds", "300"));
        Assert.Contains("The usual rate is £250 a day. Please say why this one is different.", refused.Text);
        Assert.Equal("300", refused.Field("Pounds").Value);

        await story.PressAsync(story.LeadingTeacher, "Form 2: confirmation", "Next", ("If it is not", "Two teachers work together."));
        await story.PressAsync(story.LeadingTeacher, "Form 2: confirmation", "Send to both");
        story.BackTo(Chapter.Signing);
        Assert.Contains("£600", (await story.Head.CardAsync("Please sign form 2", story.Id)).Card.Text);
        await story.UpToAsync(Chapter.End);
        Assert.Equal(600, (await bot.RequestAsync(story)).Payment!.Total);
    }

    [Fact]
    public async Task A_visit_on_another_day_is_signed_for_and_then_recorded()
    {
        var (bot, story) = await WithDaysUpToAsync(Chapter.FirstVisit);
        var actual = story.Cast.Days[1].AddDays(1);
        await bot.Teams.Calendar.ComesAsync(actual);

        await story.PressAsync(story.LeadingTeacher, "Record of meeting", "Next",
            ("Date of", $"{actual:yyyy-MM-dd}"), ("Who took", "Two teachers"), ("What you did", "Two lessons."), ("What the school", "Keep on."), ("What you will", "Send it."));
        await story.PressNewestAsync(story.LeadingTeacher, "Send the record");
        var asked = await story.Head.CardAsync("Please sign form 2", story.Id);
        Assert.Contains("which you had agreed. Please sign if that is right.", asked.Card.Text);
        await bot.Host.SettledAsync();
        Assert.Empty(await bot.Host.ViolationsAsync());

        await story.SignAsync();
        await bot.Host.SettledAsync();
        Assert.Equal(actual, (await bot.RequestAsync(story)).Visits[0].Date);
        Assert.Empty(await bot.Host.ViolationsAsync());
    }

    [Fact]
    public async Task A_record_that_was_sent_is_corrected_and_everybody_hears_of_it()
    {
        var (bot, story) = await WithDaysUpToAsync(Chapter.End);
        await bot.Host.SettledAsync();

        await story.PressNewestAsync(story.LeadingTeacher, "Read it all");
        await story.PressNewestAsync(story.LeadingTeacher, "Read this one", ("What would you like", "Record of visit 1"));
        await story.PressNewestAsync(story.LeadingTeacher, "Correct this record");
        await story.PressNewestAsync(story.LeadingTeacher, "Next", ("Who took", "Two class teachers"));
        var done = await story.PressNewestAsync(story.LeadingTeacher, "Send the record");

        Assert.Contains("corrected the record of a visit", done.Text);
        Assert.Equal("Two class teachers", (await bot.RequestAsync(story)).Visits[0].Record!.Text("people"));
        foreach (var head in new[] { story.Head, story.ProvidingHead })
            await bot.Teams.UntilAsync(() => head.About(story.Id)!.Card.Text.Contains("Corrected payment statement", StringComparison.Ordinal), () => "No corrected statement.");
        var finance = bot.Teams[bot.Casts.People.First(user => user.Is("finance"))];
        await bot.Teams.UntilAsync(() => finance.About(story.Id)!.Card.Text.Contains("Corrected payment statement", StringComparison.Ordinal), () => "Finance is not told.");
        await bot.Host.SettledAsync();
        Assert.Empty(await bot.Host.ViolationsAsync());
    }

    [Fact]
    public async Task What_was_sent_can_be_corrected_by_a_word()
    {
        var (bot, story) = await WithDaysUpToAsync(Chapter.SecondVisit);

        Assert.Equal("Record of meeting", (await story.LeadingTeacher.SayAsync($"correct {story.Id}")).Card.Heading);
        Assert.Equal("Where it stands", (await story.Head.SayAsync($"correct {story.Id}")).Card.Heading);
        Assert.Equal(Stage.Visiting, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task A_day_that_is_promised_to_another_school_is_not_given_twice()
    {
        var (bot, first) = await UpToAsync(Chapter.Signing);
        var other = bot.Casts.Next();
        var second = new OutreachStory(bot.Teams, first.Cast with { Head = other.Head, Teacher = other.Teacher, SecondTeacher = other.SecondTeacher });
        await second.UpToAsync(Chapter.Form2);

        var refused = await second.PressAsync(second.LeadingTeacher, "Form 2: confirmation", "Next",
            ("Day 1: the date", first.Day(0)), ("Day 1: what", "One."), ("Day 2: the date", "2026-07-01"), ("Day 2: what", "Two."));
        Assert.Contains("The leading teacher is promised to another school on", refused.Text);
        Assert.DoesNotContain(first.Head.User.Name, refused.Text);

        var taken = await second.PressAsync(second.LeadingTeacher, "Form 2: confirmation", "Next", ("Day 1: the date", "2026-06-30"));
        Assert.Contains("What we agree", taken.Text);
        await bot.Host.SettledAsync();
        Assert.Empty(await bot.Host.ViolationsAsync());
    }

    async Task<(SharedBot, OutreachStory)> UpToAsync(Chapter chapter)
    {
        var bot = await azurite.BotAsync();
        return (bot, await bot.NewStory().UpToAsync(chapter));
    }

    async Task<(SharedBot, OutreachStory)> WithDaysUpToAsync(Chapter chapter)
    {
        var bot = await SharedBot.StartWithDaysAsync(azurite);
        own.Add(bot);
        return (bot, await bot.NewStory().UpToAsync(chapter));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in own) await bot.DisposeAsync();
    }
}
