using OutreachBot.Scenarios;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Channel;

/// <summary>
/// Plays the story of a programme in Teams: every press is on a card that the bot has sent. A test plays as much of it
/// as it needs, and goes its own way from there.
/// </summary>
public sealed class OutreachStory(ITeams teams, Cast cast)
{
    readonly ChatCast names = new(cast);
    Chapter chapter;

    public Chat Head { get; } = teams[cast.Head];
    public Chat Teacher { get; } = teams[cast.Teacher];
    public Chat SecondTeacher { get; } = teams[cast.SecondTeacher];
    public Chat Inspector { get; } = teams[cast.Inspector];
    public Chat LeadingTeacher { get; } = teams[cast.LeadingTeacher];
    public Chat ProvidingHead { get; } = teams[cast.ProvidingHead];

    public Cast Cast => cast;

    /// <summary>Stands behind every sentence that is written, for tests that look where it turns up.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Everybody looks at what the story says that they see.</summary>
    public bool Looks { get; init; }

    /// <summary>The request's id, once form 1 has been begun.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Plays on until this chapter begins.</summary>
    public async Task<OutreachStory> UpToAsync(Chapter next)
    {
        while (chapter < next) await PlayAsync(chapter++);
        return this;
    }

    /// <summary>Goes on with a request that another has played until this chapter.</summary>
    public OutreachStory GoOn(string id, Chapter from)
    {
        (Id, chapter) = (id, from);
        return this;
    }

    /// <summary>Says that this chapter is played again, after somebody went another way.</summary>
    public void BackTo(Chapter earlier) => chapter = earlier;

    /// <summary>Plays what happens in a chapter, whoever it is that begins it.</summary>
    public async Task PlayAsync(Chapter now, Chat? by = null)
    {
        foreach (var step in ProgrammeStory.Of(now)) await PlayAsync(step, by);
        chapter = now + 1;
    }

    /// <summary>Plays one step.</summary>
    /// <param name="step">What happens.</param>
    /// <param name="by">Who does it. Null: whoever the story says.</param>
    public async Task PlayAsync(StoryStep step, Chat? by = null)
    {
        await (step switch
        {
            StoryStep.Start s => StartAsync(by ?? Of(s.By)),
            StoryStep.Write s => WriteAsync(by ?? Of(s.By), s.Card, names.Fill(s.Answers)),
            StoryStep.Forget s => ForgetAsync(by ?? Of(s.By), s),
            StoryStep.Send s => PressAsync(by ?? Of(s.By), s.Card, s.Button),
            StoryStep.Answer s => AnswerAsync(by ?? Of(s.By), s),
            StoryStep.Day s => teams.Calendar.ComesAsync(names.Day(s.Visit)),
            _ => throw new System.Diagnostics.UnreachableException($"Nobody plays a {step.GetType().Name}."),
        });
        foreach (var seen in Looks ? step.Seen : []) await LookAsync(Of(seen.By), seen);
    }

    /// <summary>Presses a button of this request's card, once it has that heading.</summary>
    public async Task<CardReader> PressAsync(
        Chat by, string heading, string button, params (string, string)[] fields) =>
        await by.PressAsync(
            await by.CardAsync(heading, Id, card => card.Has(button, fields.Select(field => field.Item1))), button,
            fields);

    /// <summary>Presses a button of the newest card about this request, whatever its heading.</summary>
    public Task<CardReader> PressNewestAsync(Chat by, string button, params (string, string)[] fields) =>
        by.PressAsync(by.About(Id)!, button, fields);

    public async Task StartAsync(Chat by) => Id = (await by.SayAsync("request")).Card.Request;

    /// <summary>Form 1 up to its review.</summary>
    public async Task WriteForm1Async(Chat by)
    {
        foreach (var step in ProgrammeStory.Of(Chapter.Form1).SkipLast(1)) await PlayAsync(step, by);
    }

    public Task SendForm1Async(Chat by) => PlayAsync(Chapter.Form1, by);

    public async Task AskLeadingTeacherAsync()
    {
        await PlayAsync(ProgrammeStory.Asks);
        chapter = Chapter.Accepting;
    }

    public Task SendForm2Async() => PlayAsync(Chapter.Form2);

    public Task SignAsync() => PlayAsync(Chapter.Signing);

    /// <summary>Records the first visit once its day has come.</summary>
    public Task RecordFirstVisitAsync() => PlayAsync(Chapter.FirstVisit);

    Chat Of(Player player) => teams[names.Of(player)];

    async Task WriteAsync(Chat by, string heading, Answers answers)
    {
        while (true)
        {
            var shown = await by.CardAsync(heading, Id);
            if (!shown.Card.Has("Next")) return;
            await by.PressAsync(shown, "Next", FieldsOf(shown.Card, answers));
        }
    }

    async Task ForgetAsync(Chat by, StoryStep.Forget step)
    {
        var answers = names.Fill(step.Answers).With([.. step.Forgotten.Select(question => (question, ""))]);
        var shown = await by.CardAsync(step.Card, Id);
        var typed = FieldsOf(shown.Card, answers);
        var again = await by.PressAsync(shown, "Next", typed);
        if (!again.Text.Contains(step.Told, StringComparison.Ordinal)
            || typed.Any(field => !again.Field(field.Label).Value.StartsWith(field.Typed, StringComparison.Ordinal)))
            throw new InvalidOperationException($"Something that was typed is gone, or not told: {again.Text}");
    }

    async Task AnswerAsync(Chat by, StoryStep.Answer step)
    {
        var shown = await by.CardAsync(step.Card, Id, card => card.Has(step.Button));
        var answers = Some.Of(
            ("message", step.Message), ("person", step.Chosen is { } chosen ? names.Key(chosen) : ""));
        await by.PressAsync(shown, step.Button, FieldsOf(shown.Card, answers));
    }

    // Those that the card has. A sentence bears the mark.
    (string Label, string Typed)[] FieldsOf(CardReader card, Answers answers) =>
    [
        .. from field in card.Fields
           let answer = answers.GetValueOrDefault(field.Id.Split('~')[0], "")
           where answer.Length > 0
           select (field.Label, answer.EndsWith('.') ? answer + Mark : answer),
    ];

    Task LookAsync(Chat by, Seen seen)
    {
        var text = names.Say(seen.Text);
        return teams.UntilAsync(
            () => by.About(Id) is { } newest
                && (seen.IsNew ? newest.Summary : newest.Card.Text).Contains(text, StringComparison.Ordinal),
            () => $"{by.User.Name} was to see “{text}” and sees “{by.About(Id)?.Card.Text}”.");
    }

    public string Day(int index) => Formats.Text(cast.Days[index]);

    /// <summary>How a person is named in a choice.</summary>
    public static string Key(TeamsUser user) => $"{user.Tenant}.{user.Id}";
}
