using System.Globalization;

namespace OutreachBot.Channel;

/// <summary>The chapters of a request for two days' support, each with the people who have their turn in it.</summary>
public enum Chapter
{
    Form1,
    Matching,
    Accepting,
    Release,
    Form2,
    Signing,
    FirstVisit,
    SecondVisit,
    Form3,
    Evaluation,
    Closing,
    End,
}

/// <summary>
/// A request from form 1 to the payment statement, played in Teams by its cast: every press is on a card that the bot
/// has sent. A test plays as much of it as it needs, and goes its own way from there.
/// </summary>
public sealed class OutreachStory(ITeams teams, Cast cast)
{
    Chapter chapter;

    public Chat Head { get; } = teams[cast.Head];
    public Chat Teacher { get; } = teams[cast.Teacher];
    public Chat SecondTeacher { get; } = teams[cast.SecondTeacher];
    public Chat Inspector { get; } = teams[cast.Inspector];
    public Chat LeadingTeacher { get; } = teams[cast.LeadingTeacher];
    public Chat ProvidingHead { get; } = teams[cast.ProvidingHead];

    public Cast Cast => cast;

    /// <summary>Stands behind whatever is written, for tests that look where it turns up.</summary>
    public string Mark { get; init; } = "";

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

    Task PlayAsync(Chapter now) => now switch
    {
        Chapter.Form1 => SendForm1Async(Head),
        Chapter.Matching => MatchAsync(),
        Chapter.Accepting => PressAsync(LeadingTeacher, "Can you help this school?", "Yes, I can"),
        Chapter.Release => PressAsync(ProvidingHead, "May your leading teacher go?", "Agree to the release"),
        Chapter.Form2 => SendForm2Async(),
        Chapter.Signing => SignAsync(),
        Chapter.FirstVisit => RecordVisitAsync(0),
        Chapter.SecondVisit => RecordVisitAsync(1),
        Chapter.Form3 => ReflectAsync(),
        Chapter.Evaluation => EvaluateAsync(),
        Chapter.Closing => PressAsync(Inspector, "What came of it", "Close the request"),
        _ => Task.CompletedTask,
    };

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
        await StartAsync(by);
        await PressAsync(
            by, "Form 1: request", "Next", ("Curriculum", cast.Area), ("What kind", "coaching"),
            ("What do you need", Write("Help with reasoning.")));
        await PressAsync(by, "Form 1: request", "Next",
            ("Which teachers", Key(cast.Teacher)), ("Which year", "Year 3,Year 4"),
            ("What do you hope", Write("They say why.")), ("How will", Write("An interview.")));
        await PressAsync(by, "Form 1: request", "Next",
            ("How many whole", "2"), ("A day that", Day(0)), ("Another day", Day(1)),
            ("How is it", "From our school's budget"));
    }

    public async Task SendForm1Async(Chat by)
    {
        await WriteForm1Async(by);
        await PressAsync(by, "Form 1: request", "Send my request");
        chapter = Chapter.Matching;
    }

    /// <summary>The teacher says yes, and the inspector asks the leading teacher.</summary>
    async Task MatchAsync()
    {
        await PressAsync(Teacher, "Would you like this support?", "Yes, I would like this");
        await AskLeadingTeacherAsync();
    }

    public async Task AskLeadingTeacherAsync()
    {
        await PressAsync(
            Inspector, "Find a leading teacher", "Ask this leading teacher",
            ("Whom shall we ask", Key(cast.LeadingTeacher)));
        chapter = Chapter.Accepting;
    }

    public async Task SendForm2Async(params (string, string)[] otherwise)
    {
        await PressAsync(LeadingTeacher, "Form 2: confirmation", "Next",
            ("Day 1: the date", Day(0)), ("Day 1: what", Write("We teach together.")), ("Day 2: the date", Day(1)),
            ("Day 2: what", Write("We look back.")));
        await PressAsync(LeadingTeacher, "Form 2: confirmation", "Next", [("I will keep", "yes"), .. otherwise]);
        await PressAsync(LeadingTeacher, "Form 2: confirmation", "Send to both headteachers");
        chapter = Chapter.Signing;
    }

    public async Task SignAsync()
    {
        await PressAsync(Head, "Please sign form 2", "Sign");
        await PressAsync(ProvidingHead, "Please sign form 2", "Sign");
    }

    /// <summary>Records a visit once its day has come.</summary>
    public async Task RecordVisitAsync(int index)
    {
        await teams.Calendar.ComesAsync(cast.Days[index]);
        await PressAsync(LeadingTeacher, "Record of meeting", "Next",
            ("Who took", Write("Class teacher")), ("What you did", Write("Two lessons.")),
            ("What the school", Write("Keep on.")), ("What you will", Write("Send the plan.")));
        await PressAsync(LeadingTeacher, "Record of meeting", "Send the record");
    }

    public async Task ReflectAsync()
    {
        await PressAsync(
            Teacher, "Form 3: reflection", "Next", ("What came", Write("More talk.")),
            ("How do you", Write("Interviews.")), ("What will", Write("A meeting.")));
        await PressAsync(Teacher, "Form 3: reflection", "Send my reflection");
        await PressAsync(
            LeadingTeacher, "Form 3: reflection", "Next", ("What went", Write("All of it.")),
            ("What evidence", Write("Books.")));
        await PressAsync(LeadingTeacher, "Form 3: reflection", "Send my reflection");
    }

    public async Task EvaluateAsync()
    {
        await PressAsync(
            Head, "Form 3: what it did for the school", "Next", ("How far", "2: mostly"),
            ("What had the most", Write("Coaching.")), ("What do you expect", Write("More.")));
        await PressAsync(Head, "Form 3: what it did for the school", "Send my evaluation");
    }

    string Write(string words) => words + Mark;

    public string Day(int index) => cast.Days[index].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How a person is named in a choice.</summary>
    public static string Key(TeamsUser user) => $"{user.Tenant}.{user.Id}";
}
