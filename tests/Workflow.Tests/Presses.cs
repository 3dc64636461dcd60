using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Tests;

/// <summary>Somebody presses something.</summary>
sealed record Press(Actor Actor, Command Command);

/// <summary>Everything that anybody could press, sensible or not, as the request stands.</summary>
static class Presses
{
    public static IReadOnlyList<Press> On(Scenario given)
    {
        var commands = Commands(given.Request).ToList();
        return [.. Some.Everybody.SelectMany(actor => commands.Select(command => new Press(actor, command)))];
    }

    public static IEnumerable<Command> Commands(Request request) =>
    [
        new StartRequest(),
        .. Forms(request), .. Yes(request), .. No(),
        new AskQuestion("Which year first?"),
        new AnswerQuestion("Year 3."),
        new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key),
        new MatchLeadingTeacher(Some.SecondLeadingTeacher.Person.Id.Key),
        new NameTeachers([Some.SecondTeacher.Person.Id.Key]),
        new NameTeachers([Some.Stranger.Person.Id.Key]),
        new NoteFollowUp(1, "Count daily."),
    ];

    static IEnumerable<Command> Yes(Request request) =>
    [
        new ApproveForm1(""), new AgreeToTakePart(""), new AcceptMatch(""), new AgreeRelease(""),
        new SignForm2(request.Form2Draft, ""), new SignForm2(request.Form2Draft - 1, ""), new CloseRequest(""),
    ];

    static IEnumerable<Command> No() => new[] { "", "Not this time." }.SelectMany<string, Command>(why =>
    [
        new ReturnForm1(why), new DeclineRequest(why), new DeclineToTakePart(why), new DeclineMatch(why),
            new DeclineRelease(why),
        new AskForChange(why), new ChangeForm2(why), new AskForFollowUp(why), new WithdrawRequest(why),
            new CancelProgramme(why),
    ]);

    static IEnumerable<Command> Forms(Request request)
    {
        var filled = Some.Form1.With(("school", Some.School.Urn)).With(Some.Form2.Where(answer => answer.Key != "date"))
            .With(Some.RecordOfFirstVisit).With(Some.TeachersReflection).With(Some.Evaluation);
        string[] keys =
        [
            FormKeys.Form1, FormKeys.Form2, FormKeys.Form3Teacher, FormKeys.Form3LeadingTeacher, FormKeys.Evaluation,
            FormKeys.Record(request.NextVisit?.Number ?? 1), "form9",
        ];
        foreach (var key in keys)
        {
            yield return new SendForm(key);
            yield return new SaveStep(key, request.Draft(key).Step, filled);
            yield return new SaveStep(key, request.Draft(key).Step, Some.Of(("days", "x"), ("rate", "x")));
            yield return new SaveStep(key, request.Draft(key).Step, filled, Back: true);
        }
    }
}
