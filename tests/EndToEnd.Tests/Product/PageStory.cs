using System.Globalization;
using OutreachBot.Channel;
using static Microsoft.Playwright.Assertions;

namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>
/// One request from form 1 to the payment statement, with a mistake and its correction, played on the rehearsal page
/// by five people. On the way it looks at what reaches whose phone and at the cards that others hold.
/// </summary>
/// <param name="page">Open, with any of their chats.</param>
/// <param name="cast">Who plays.</param>
/// <param name="calendar">The bot's days.</param>
/// <param name="afterPress">What else is looked at whenever somebody has pressed; told who.</param>
sealed class PageStory(RehearsalPage page, Cast cast, Channel.Calendar calendar, Func<TeamsUser, Task> afterPress)
{
    /// <summary>
    /// What is asked for. Nothing of it may be taken for markup by a card, a notification or the page.
    /// </summary>
    public string Need { get; init; } = "Fractions *bold* [link](x) & <b>more</b> #1";

    public int Presses { get; private set; }

    public int PressesOfForm1 { get; private set; }

    public async Task UpToReleaseAsync()
    {
        await WriteForm1Async();
        await MatchAsync();
    }

    public async Task ToTheEndAsync()
    {
        foreach (var chapter in new[] { ReleaseAsync, AgreeAsync, VisitAsync, ReflectAsync, CloseAsync })
            await chapter();
    }

    async Task WriteForm1Async()
    {
        var head = cast.Head;
        await TurnToAsync(head);
        await page.SayAsync(head.Id, "request");
        await page.ChooseAsync(head.Id, "Curriculum area", Scheme.Area(cast.Area));
        await page.ChooseAsync(head.Id, "What kind of support?", "Coaching");

        await PressAsync(head, "Next");
        await page.CardSaysAsync(head.Id, "Please fill this in.");
        await Expect(page.NewestCard(head.Id).GetByLabel("Curriculum area")).ToHaveValueAsync(cast.Area);
        await page.FillAsync(head.Id, "What do you need, and why?", Need);
        var mistakes = Presses;
        await PressAsync(head, "Next");

        await page.ChooseAsync(head.Id, "Which teachers?", cast.Teacher.Name);
        await page.ChooseAsync(head.Id, "Which year groups?", "Year 3", "Year 4");
        await FillAsync(
            head, ("What do you hope will change?", "They say why"),
            ("How will you know it has worked?", "An interview"));
        await PressAsync(head, "Next");

        await FillAsync(
            head, ("How many whole days?", "2"), ("A day that would suit you (optional)", Day(0)),
            ("Another day (optional)", Day(1)));
        await page.ChooseAsync(head.Id, "A leading teacher you would like (optional)", cast.LeadingTeacher.Name);
        await PressAsync(head, "Next");
        await page.CardSaysAsync(head.Id, Need);
        await PressAsync(head, "Send my request");
        PressesOfForm1 = Presses - mistakes;
    }

    async Task MatchAsync()
    {
        await HearsAsync(
            cast.Inspector, $"asks for a leading teacher in {Scheme.Area(cast.Area)}, 2 days: who can help?");
        await HearsAsync(
            cast.Teacher,
            $"{cast.Head.Name} has asked for a leading teacher to work with you in {Scheme.Area(cast.Area)}");
        await TurnToAsync(cast.Teacher);
        await PressAsync(cast.Teacher, "Yes, I would like this");
        await HoldsAsync(cast.Head, $"{cast.Teacher.Name} agreed to take part");

        await TurnToAsync(cast.Inspector);
        await page.CardSaysAsync(cast.Inspector.Id, Need);
        await PressAsync(cast.Inspector, "Ask this leading teacher");
        await HearsAsync(cast.LeadingTeacher, $"asks for you in {Scheme.Area(cast.Area)}, 2 days: can you help?");
        await TurnToAsync(cast.LeadingTeacher);
        await PressAsync(cast.LeadingTeacher, "Yes, I can");
        await HearsAsync(cast.ProvidingHead, $"Release {cast.LeadingTeacher.Name}, 2 days, £500: approve?");
        await HoldsAsync(cast.Inspector, $"We are waiting for {cast.ProvidingHead.Name}");
    }

    async Task ReleaseAsync()
    {
        await TurnToAsync(cast.ProvidingHead);
        await PressAsync(cast.ProvidingHead, "Agree to the release");
        await HoldsAsync(cast.Inspector, $"{cast.ProvidingHead.Name} agreed to the release");
    }

    async Task AgreeAsync()
    {
        var teacher = cast.LeadingTeacher;
        await HearsAsync(teacher, "Form 2");
        await TurnToAsync(teacher);
        await page.CardSaysAsync(teacher.Id, "Day 1: the date");
        await FillAsync(
            teacher, ("Day 1: what will happen", "We look at fractions"),
            ("Day 2: what will happen", "We teach together"));
        await PressAsync(teacher, "Next");
        await page.ChooseAsync(teacher.Id, "I will keep to the code of practice", "Yes");
        await PressAsync(teacher, "Next");
        await PressAsync(teacher, "Send to both headteachers");

        foreach (var head in new[] { cast.Head, cast.ProvidingHead })
        {
            await HearsAsync(head, $"{cast.LeadingTeacher.Name}");
            await TurnToAsync(head);
            await page.CardSaysAsync(head.Id, "2 days × £250 = £500");
            await PressAsync(head, "Sign");
        }
    }

    async Task VisitAsync()
    {
        var teacher = cast.LeadingTeacher;
        foreach (var visit in new[] { 1, 2 })
        {
            // The second visit is on the next day.
            if (visit is 1) await calendar.ComesAsync(cast.Days[0]);
            else await page.LetTheNextMorningComeAsync();
            await TurnToAsync(teacher);
            await page.CardSaysAsync(teacher.Id, $"Visit {visit} of 2");
            await FillAsync(
                teacher, ("Who took part, by job title", "Class teacher"), ("What you did, in short", "Two lessons"));
            await FillAsync(
                teacher, ("What the school will do next", "Keep on"), ("What you will do next", "Send the plan"));
            await PressAsync(teacher, "Next");
            await PressAsync(teacher, "Send the record");
        }
    }

    async Task ReflectAsync()
    {
        await TurnToAsync(cast.Teacher);
        await FillAsync(
            cast.Teacher, ("What came of it, against what you hoped for?", "More talk"),
            ("How do you know?", "Interviews"),
            ("What will you do next?", "A meeting"));
        await PressAsync(cast.Teacher, "Next");
        await PressAsync(cast.Teacher, "Send my reflection");

        await TurnToAsync(cast.LeadingTeacher);
        await FillAsync(
            cast.LeadingTeacher, ("What went well, against the objectives?", "All of it"),
            ("What evidence of impact did you see?", "Books"));
        await PressAsync(cast.LeadingTeacher, "Next");
        await PressAsync(cast.LeadingTeacher, "Send my reflection");

        await TurnToAsync(cast.Head);
        await page.ChooseAsync(cast.Head.Id, "How far was the aim reached?", "2: mostly");
        await FillAsync(
            cast.Head, ("What had the most impact?", "Coaching"), ("What do you expect in the longer term?", "More"));
        await PressAsync(cast.Head, "Next");
        await PressAsync(cast.Head, "Send my evaluation");
    }

    async Task CloseAsync()
    {
        await HearsAsync(cast.Inspector, "is complete: close the request?");
        await TurnToAsync(cast.Inspector);
        await PressAsync(cast.Inspector, "Close the request");
        foreach (var teacher in new[] { cast.LeadingTeacher, cast.Teacher })
            await HoldsAsync(teacher, "Finished, and thank you");
        foreach (var head in new[] { cast.Head, cast.ProvidingHead })
        {
            await HoldsAsync(head, "Payment statement");
            await page.CardSaysAsync(head.Id, "Amount: 2 days × £250 = £500");
        }
    }

    async Task FillAsync(TeamsUser by, params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields) await page.FillAsync(by.Id, label, text);
    }

    async Task PressAsync(TeamsUser by, string button)
    {
        var card = await page.NewestCard(by.Id).InnerTextAsync();
        Assert.True(card.Split('\n').Contains(button), $"{by.Name} has no button “{button}”: {card}");
        await page.PressAsync(by.Id, button);
        Presses++;
        await afterPress(by);
    }

    /// <summary>Somebody's phone says this, and unless their chat is open it is marked unread.</summary>
    async Task HearsAsync(TeamsUser person, string preview)
    {
        await Expect(page.Listed(person.Id).Locator(".about"))
            .ToContainTextAsync(preview, new() { Timeout = RehearsalPage.Patience });
        if (!await IsOpenAsync(person)) await Expect(page.Listed(person.Id).Locator(".badge")).ToBeVisibleAsync();
    }

    /// <summary>The card that somebody has is changed, without a message.</summary>
    async Task HoldsAsync(TeamsUser person, string text)
    {
        await TurnToAsync(person);
        await page.CardSaysAsync(person.Id, text);
    }

    async Task TurnToAsync(TeamsUser person)
    {
        if (!await IsOpenAsync(person)) await page.SwitchToAsync(person.Id);
        await Expect(page.Listed(person.Id).Locator(".badge")).ToHaveCountAsync(0);
    }

    async Task<bool> IsOpenAsync(TeamsUser person) => await page.Chat(person.Id).CountAsync() > 0;

    string Day(int index) => cast.Days[index].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
