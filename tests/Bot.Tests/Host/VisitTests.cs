using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Storage;
using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>From the first visit on: each test has a bot to itself, because the days of visits come in it.</summary>
public sealed class VisitTests(AzuriteFixture azurite) : IAsyncDisposable
{
    readonly List<SharedBot> own = [];

    [Fact]
    public async Task An_inspector_asks_for_follow_up_and_closes_then()
    {
        var (bot, story) = await UpToAsync(Chapter.Closing);

        await story.PressAsync(
            story.Inspector, "What came of it", "Ask for follow-up", ("Message", "What did the pupils say?"));
        Assert.Contains(
            "What did the pupils say?", (await story.Teacher.CardAsync("Form 3: reflection", story.Id)).Card.Text);

        story.BackTo(Chapter.Form3);
        await story.UpToAsync(Chapter.End);
        Assert.Equal(Stage.Closed, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task A_reason_that_comes_too_late_leaves_its_card_to_the_news_again()
    {
        var (bot, story) = await UpToAsync(Chapter.SecondVisit);
        await bot.Host.SettledAsync();
        var card = await story.Head.CardAsync("Where it stands", story.Id);
        await story.Head.PressAsync(card, "Cancel the programme");
        Assert.True((await CurrentCardAsync()).InUse);
        await story.UpToAsync(Chapter.Form3);
        await bot.Host.SettledAsync();

        var late = await story.Head.PressAsync(card, "Cancel it", ("Your reason", "The teacher has left us."));

        Assert.Contains("You wrote: “The teacher has left us.”", late.Text);
        Assert.Equal((card.Id, false), ((await CurrentCardAsync()).Card.Activity, (await CurrentCardAsync()).InUse));

        async Task<CurrentCard> CurrentCardAsync() =>
        (await bot.Host.Services.GetRequiredService<SentCards>().FindAsync(
            (await bot.RequestAsync(story)).Id, new(story.Head.User.Tenant, story.Head.User.Id),
            CancellationToken.None))!;
    }

    [Fact]
    public async Task A_programme_that_is_cancelled_after_one_visit_is_paid_for_one_day()
    {
        var (bot, story) = await UpToAsync(Chapter.SecondVisit);
        await bot.Host.SettledAsync();

        await story.PressAsync(story.Head, "Where it stands", "Cancel the programme");
        await story.PressAsync(
            story.Head, "Cancel the programme?", "Cancel it", ("Your reason", "The teacher has left us."));

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
        var (bot, story) = await UpToAsync(Chapter.Form2);
        await story.PressAsync(story.LeadingTeacher, "Form 2: confirmation", "Next",
            ("Day 1: the date", story.Day(0)), ("Day 1: what", "One."), ("Day 2: the date", story.Day(1)),
            ("Day 2: what", "Two."));

        var refused = await story.PressAsync(
            story.LeadingTeacher, "Form 2: confirmation", "Next", ("I will keep", "yes"), ("Pounds", "300"));
        Assert.Contains("The usual rate is £250 a day. Please say why this one is different.", refused.Text);
        Assert.Equal("300", refused.Field("Pounds").Value);

        await story.PressAsync(
            story.LeadingTeacher, "Form 2: confirmation", "Next", ("If it is not", "Two teachers work together."));
        await story.PressAsync(story.LeadingTeacher, "Form 2: confirmation", "Send to both");
        story.BackTo(Chapter.Signing);
        Assert.Contains("£600", (await story.Head.CardAsync("Please sign form 2", story.Id)).Card.Text);
        await story.UpToAsync(Chapter.End);
        Assert.Equal(600, (await bot.RequestAsync(story)).Payment!.Total);
    }

    [Fact]
    public async Task A_visit_on_another_day_is_signed_for_and_then_recorded()
    {
        var (bot, story) = await UpToAsync(Chapter.FirstVisit);
        var actual = story.Cast.Days[1].AddDays(1);
        await bot.Teams.Calendar.ComesAsync(actual);

        await story.PressAsync(story.LeadingTeacher, "Record of meeting", "Next",
            ("Date of", $"{actual:yyyy-MM-dd}"), ("Who took", "Two teachers"), ("What you did", "Two lessons."),
            ("What the school", "Keep on."), ("What you will", "Send it."));
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
        var (bot, story) = await UpToAsync(Chapter.End);
        await bot.Host.SettledAsync();

        await story.PressNewestAsync(story.LeadingTeacher, "Read it all");
        await story.PressNewestAsync(
            story.LeadingTeacher, "Read this one", ("What would you like", "Record of visit 1"));
        await story.PressNewestAsync(story.LeadingTeacher, "Correct this record");
        await story.PressNewestAsync(story.LeadingTeacher, "Next", ("Who took", "Two class teachers"));
        var done = await story.PressNewestAsync(story.LeadingTeacher, "Send the record");

        Assert.Contains("corrected the record of a visit", done.Text);
        Assert.Equal("Two class teachers", (await bot.RequestAsync(story)).Visits[0].Record!.Text("people"));
        foreach (var head in new[] { story.Head, story.ProvidingHead })
            await bot.Teams.UntilAsync(
                () => head.About(story.Id)!.Card.Text.Contains("Corrected payment statement", StringComparison.Ordinal),
                () => "No corrected statement.");
        var finance = bot.Teams[bot.Casts.People.First(user => user.Is("finance"))];
        await bot.Teams.UntilAsync(
            () => finance.About(story.Id)!.Card.Text.Contains("Corrected payment statement", StringComparison.Ordinal),
            () => "Finance is not told.");
        await bot.Host.SettledAsync();
        Assert.Empty(await bot.Host.ViolationsAsync());
    }

    [Fact]
    public async Task What_was_sent_can_be_corrected_by_a_word()
    {
        var (bot, story) = await UpToAsync(Chapter.SecondVisit);

        Assert.Equal("Record of meeting", (await story.LeadingTeacher.SayAsync($"correct {story.Id}")).Card.Heading);
        Assert.Equal("Where it stands", (await story.Head.SayAsync($"correct {story.Id}")).Card.Heading);
        Assert.Equal(Stage.Visiting, (await bot.RequestAsync(story)).Stage);
    }

    async Task<(SharedBot, OutreachStory)> UpToAsync(Chapter chapter)
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
