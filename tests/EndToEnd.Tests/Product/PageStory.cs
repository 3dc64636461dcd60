using System.Text.RegularExpressions;
using OutreachBot.Channel;
using OutreachBot.Scenarios;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static Microsoft.Playwright.Assertions;

namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>
/// Plays the story of a programme on the rehearsal page, with a mistake and its correction, by five people. On the way
/// it looks at what reaches whose phone and at the cards that others hold.
/// </summary>
/// <param name="page">Open, with any of their chats.</param>
/// <param name="cast">Who plays.</param>
/// <param name="calendar">The bot's days.</param>
/// <param name="afterPress">What else is looked at whenever somebody has pressed; told who.</param>
sealed class PageStory(RehearsalPage page, Cast cast, Channel.Calendar calendar, Func<TeamsUser, Task> afterPress)
{
    readonly ChatCast names = new(cast);
    Chapter chapter;

    /// <summary>
    /// What is asked for. Nothing of it may be taken for markup by a card, a notification or the page.
    /// </summary>
    public string Need { get; init; } = "Fractions *bold* [link](x) & <b>more</b> #1";

    public int Presses { get; private set; }

    public int PressesOfForm1 { get; private set; }

    /// <summary>Plays on until this chapter begins.</summary>
    public async Task UpToAsync(Chapter next)
    {
        for (; chapter < next; chapter++)
        {
            if (chapter is Chapter.Form1) await PlayForm1Async();
            else
                foreach (var step in ProgrammeStory.Of(chapter)) await PlayAsync(step);
        }
    }

    async Task PlayForm1Async()
    {
        var steps = ProgrammeStory.Of(Chapter.Form1);
        await PlayAsync(steps[0]);
        await PlayAsync(ProgrammeStory.Mistake);
        var mistakes = Presses;
        foreach (var step in steps.Skip(1)) await PlayAsync(step);
        PressesOfForm1 = Presses - mistakes;
    }

    async Task PlayAsync(StoryStep step)
    {
        await (step switch
        {
            StoryStep.Start s => StartAsync(names.Of(s.By)),
            StoryStep.Write s => WriteAsync(names.Of(s.By), s.Form, Answers(s.Answers)),
            StoryStep.Forget s => ForgetAsync(names.Of(s.By), s),
            StoryStep.Send s => PressAsync(names.Of(s.By), s.Button),
            StoryStep.Answer s => AnswerAsync(names.Of(s.By), s),
            StoryStep.Day s => ComeAsync(s.Visit),
            _ => throw new System.Diagnostics.UnreachableException($"Nobody plays a {step.GetType().Name}."),
        });
        foreach (var seen in step.Seen)
            await (seen.IsNew ? HearsAsync(names.Of(seen.By), seen) : HoldsAsync(names.Of(seen.By), seen));
    }

    Answers Answers(Answers told) =>
        told.ContainsKey("need") ? names.Fill(told).With(("need", Need)) : names.Fill(told);

    async Task StartAsync(TeamsUser by)
    {
        await TurnToAsync(by);
        await page.SayAsync(by.Id, "request");
    }

    async Task WriteAsync(TeamsUser by, string form, Answers answers)
    {
        await TurnToAsync(by);
        while (!await IsAtReviewAsync(by))
        {
            await FillAsync(by, form, answers);
            await PressAsync(by, "Next");
        }
        if (answers.ContainsKey("need")) await page.CardSaysAsync(by.Id, Need);
    }

    async Task ForgetAsync(TeamsUser by, StoryStep.Forget step)
    {
        await FillAsync(
            by, step.Form, Answers(step.Answers).With([.. step.Forgotten.Select(question => (question, ""))]));
        await PressAsync(by, "Next");
        await page.CardSaysAsync(by.Id, step.Told);
        await Expect(page.NewestCard(by.Id).GetByLabel("Curriculum area")).ToHaveValueAsync(cast.Area);
    }

    async Task AnswerAsync(TeamsUser by, StoryStep.Answer step)
    {
        await TurnToAsync(by);
        await page.CardSaysAsync(by.Id, step.Card);
        if (by == cast.Inspector && chapter is Chapter.Matching) await page.CardSaysAsync(by.Id, Need);
        if (step.Chosen is { } chosen) await page.ChooseValueAsync(by.Id, "Whom shall we ask?", names.Key(chosen));
        if (step.Message.Length > 0)
            await page.NewestCard(by.Id).GetByLabel(new Regex("^Message")).FillAsync(step.Message);
        await PressAsync(by, step.Button);
    }

    // The second visit is on the next day, and the page has a button for that.
    Task ComeAsync(int visit) =>
        visit is 1 ? calendar.ComesAsync(names.Day(1)) : page.LetTheNextMorningComeAsync();

    async Task<bool> IsAtReviewAsync(TeamsUser by) =>
        (await page.NewestCard(by.Id).InnerTextAsync()).Contains("Check and send", StringComparison.Ordinal);

    // Whatever of the form is on this card, by the labels that people read.
    async Task FillAsync(TeamsUser by, string form, Answers answers)
    {
        foreach (var (question, label) in Questions(form))
        {
            if (answers.GetValueOrDefault(question.Id, "") is not { Length: > 0 } answer
                || !await page.HasAsync(by.Id, label)) continue;

            await (question.Kind switch
            {
                QuestionKind.Choice or QuestionKind.Choices => page.ChooseAsync(
                    by.Id, label, [.. answer.Split(',').Select(option => Title(question, option))]),
                QuestionKind.Promise => page.ChooseAsync(by.Id, label, "Yes"),
                _ => page.FillAsync(by.Id, label, answer),
            });
        }
    }

    static IEnumerable<(Question Question, string Label)> Questions(string key) =>
        from step in Some.Scheme.Forms.First(form => form.Id == (FormKeys.VisitOf(key) is null ? key : "record")).Steps
        from day in step.PerDay ? ["-1", "-2"] : new[] { "" }
        from question in step.Questions
        let label = question.Label.Replace("{day}", day.TrimStart('-'), StringComparison.Ordinal)
        select (
            question with { Id = question.Id + day }, question.Optional ? $"{label} (optional)" : label);

    // A person's name, or what the scheme calls an option.
    string Title(Question question, string option) =>
        Enum.GetValues<Player>().Where(player => names.Key(player) == option).Select(names.Name).FirstOrDefault()
        ?? Scenarios.Stories.StoryCast.Option(question, option);

    async Task PressAsync(TeamsUser by, string button)
    {
        var card = await page.NewestCard(by.Id).InnerTextAsync();
        Assert.True(card.Split('\n').Contains(button), $"{by.Name} has no button “{button}”: {card}");
        await page.PressAsync(by.Id, button);
        Presses++;
        await afterPress(by);
    }

    /// <summary>Somebody's phone says this, and unless their chat is open it is marked unread.</summary>
    async Task HearsAsync(TeamsUser person, Seen seen)
    {
        await Expect(page.Listed(person.Id).Locator(".about"))
            .ToContainTextAsync(names.Say(seen.Text), new() { Timeout = RehearsalPage.Patience });
        if (!await IsOpenAsync(person)) await Expect(page.Listed(person.Id).Locator(".badge")).ToBeVisibleAsync();
    }

    /// <summary>The card that somebody has is changed, without a message.</summary>
    async Task HoldsAsync(TeamsUser person, Seen seen)
    {
        await TurnToAsync(person);
        await page.CardSaysAsync(person.Id, names.Say(seen.Text));
    }

    async Task TurnToAsync(TeamsUser person)
    {
        if (!await IsOpenAsync(person)) await page.SwitchToAsync(person.Id);
        await Expect(page.Listed(person.Id).Locator(".badge")).ToHaveCountAsync(0);
    }

    async Task<bool> IsOpenAsync(TeamsUser person) => await page.Chat(person.Id).CountAsync() > 0;
}
