using OutreachBot.Scenarios.Audience;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Tests.Audience;

/// <summary>Every command in a form that only a right can stop, by its id in the table.</summary>
static class Trying
{
    public static IReadOnlyList<(string Id, Command Command)> Everything(Request request)
    {
        var record = FormKeys.Record(request.NextVisit?.Number ?? 9);
        var sent = FormKeys.Record(request.Visits.Find(visit => visit.Record is not null)?.Number ?? 9);
        return
        [
            .. Form(FormKeys.Form1, "form1", Canaries.Form1),
            .. Form(FormKeys.Form2, "form2", Canaries.Form2),
            .. Form(record, "record", Canaries.Record(1)),
            .. Form(sent, "sent record", Canaries.Record(1)),
            .. Form(FormKeys.Form3Teacher, FormKeys.Form3Teacher, Canaries.Form3Teacher),
            .. Form(FormKeys.Form3LeadingTeacher, FormKeys.Form3LeadingTeacher, Canaries.Form3LeadingTeacher),
            .. Form(FormKeys.Evaluation, FormKeys.Evaluation, Canaries.Evaluation),
            .. Answers(request).Concat(Orders(request)).Select(command => (command.GetType().Name, command)),
        ];
    }

    static IEnumerable<Command> Answers(Request request) =>
    [
        new ApproveForm1("Yes."), new ReturnForm1("No."), new AgreeToTakePart("Yes."), new DeclineToTakePart("No."),
        new AcceptMatch("Yes."), new DeclineMatch("No."), new AgreeRelease("Yes."), new DeclineRelease("No."),
        new SignForm2(request.Form2Draft, "Yes."), new AskForChange("No."), new CloseRequest("Yes."),
        new AskForFollowUp("No."),
    ];

    static IEnumerable<Command> Orders(Request request) =>
    [
        new AskQuestion("Why?"), new AnswerQuestion("Because."), new DeclineRequest("No."),
        new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key),
        new NameTeachers([Some.SecondTeacher.Person.Id.Key]),
        new ChangeForm2("The hall is taken."),
        new NoteFollowUp(request.Visits.Find(visit => visit.Record is not null)?.Number ?? 1, "Count daily."),
        new WithdrawRequest("No."), new CancelProgramme("No."),
    ];

    static IEnumerable<(string, Command)> Form(string key, string id, Answers answers) =>
        [($"SaveStep {id}", new SaveStep(key, 0, answers)), ($"SendForm {id}", new SendForm(key))];

    /// <summary>What the table's column "only when" means.</summary>
    public static bool Holds(string condition, Request request) => condition switch
    {
        "" => true,
        "a question is open" => request.OpenQuestion is not null,
        "nobody is named" => request.Teachers.Count == 0,
        "form 2 is sent" => request.Sent.ContainsKey(FormKeys.Form2),
        "form 2 is not sent" => !request.Sent.ContainsKey(FormKeys.Form2),
        "a visit is to come" => request.NextVisit is not null,
        "a visit is recorded" => request.Visits.Exists(visit => visit.Record is not null),
        "the teacher’s half is not sent" => !request.Sent.ContainsKey(FormKeys.Form3Teacher),
        "the leading teacher’s half is not sent" => !request.Sent.ContainsKey(FormKeys.Form3LeadingTeacher),
        _ => throw new InvalidDataException($"Nobody knows when “{condition}” is so."),
    };
}
