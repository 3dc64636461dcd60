using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>Cards that come back with what was typed, each with something wrong in it.</summary>
static class Mistakes
{
    public static IEnumerable<Shown> Everything =>
    [
        Step("nothing is filled in", Given.ADraft, Some.Headteacher, FormKeys.Form1, 0, Answers.None),
        Step("a text is too long", Given.ADraft, Some.Headteacher, FormKeys.Form1, 0,
            Some.Form1.With(("need", new string('n', 2001)))),
        Step("an option is not offered", Given.ADraft, Some.Headteacher, FormKeys.Form1, 0,
            Some.Form1.With(("area", "alchemy"))),
        Step("what only a district manager may ask for", Given.ADraft, Some.Headteacher, FormKeys.Form1, 0,
            Some.Form1.With(("support", "causing-concern"))),
        Dates("days in words and 31 February", ("days", "two"), ("date-1", "2026-02-31")),
        Dates("no day, a day gone by and a Saturday", ("days", "0"), ("date-1", "2026-03-01"),
            ("date-2", "2026-03-07")),
        Dates("ten days, in the far future", ("days", "10"), ("date-2", "2206-03-16")),
        Dates("the same day twice", ("date-2", "2026-03-16")),
        Dates("a bank holiday", ("date-2", "2026-04-03")),
        Step(
            "a closure day of the leading teacher's school",
            Given.AnUnsentForm2.With(Some.Facts with
            {
                Authority = Some.AuthorityWith(
                    [new(Some.ProvidingSchool.Urn, Some.FirstVisit, Some.FirstVisit, TermKind.Closure)]),
            }),
            Some.LeadingTeacher, FormKeys.Form2, 0, Some.Form2),
        Step("an amount in words and no promise", Given.AnUnsentForm2, Some.LeadingTeacher, FormKeys.Form2, 1,
            Some.Form2.With(("rate", "lots"), ("code", ""))),
        Step("a rate without a reason", Given.AnUnsentForm2, Some.LeadingTeacher, FormKeys.Form2, 1,
            Some.Form2.With(("rate", "300"))),
        Step("a day that is taken", Busy(Some.FirstVisit), Some.LeadingTeacher, FormKeys.Form2, 0, Some.Form2),
        Step("no days left", Busy([.. Enumerable.Range(1, 8).Select(Some.Today.AddDays)]), Some.LeadingTeacher,
            FormKeys.Form2, 0, Some.Form2),
        Step("a day that has not come", Given.AProgramme, Some.LeadingTeacher, FormKeys.Record(1), 0,
            Some.RecordOfFirstVisit),
        Step("a day before the agreement", Given.AProgramme, Some.LeadingTeacher, FormKeys.Record(1), 0,
            Some.RecordOfFirstVisit.With(("date", "2026-02-27"))),
        Step("another day for what was sent", Given.AClosedRequest, Some.LeadingTeacher, FormKeys.Record(1), 0,
            Some.RecordOfSecondVisit),
        Step("a day of long ago", Given.AReflection.With(Some.FactsWithADayOnForm3), Some.Teacher,
            FormKeys.Form3Teacher,
                0, Some.TeachersReflection.With(("next", "1990-01-01"))),
        Missing(Given.AFirstFormToApprove, Some.Headteacher, new RequestCommand.ReturnForm1("")),
        Missing(Given.ARequestWithTheInspector, Some.Inspector, new RequestCommand.AskQuestion("")),
        Missing(Given.AnOpenQuestion, Some.Headteacher, new RequestCommand.AnswerQuestion("")),
        Missing(Given.ARequestWithTheInspector, Some.Teacher, new RequestCommand.DeclineToTakePart("")),
        Missing(Given.AMatch, Some.LeadingTeacher, new RequestCommand.DeclineMatch("")),
        Missing(Given.ARelease, Some.ProvidingHeadteacher, new RequestCommand.DeclineRelease("")),
        Missing(Given.AForm2ToSign, Some.Headteacher, new RequestCommand.AskForChange("")),
        Missing(Given.AFinishedReflection, Some.Inspector, new RequestCommand.AskForFollowUp("")),
        Missing(Given.AProgrammeWithOneVisitRecorded, Some.Teacher, new RequestCommand.NoteFollowUp(1, "")),
        Missing(Given.ARequestEveryTeacherLeft, Some.Headteacher, new RequestCommand.NameTeachers([])),
        NoReason(Given.ARelease, Some.Headteacher, RequestVerbs.Withdraw),
        NoReason(Given.AForm2ToSign, Some.Headteacher, RequestVerbs.Cancel),
        NoReason(Given.AForm2ToSign, Some.LeadingTeacher, RequestVerbs.ChangeForm2),
    ];

    public static Shown Named(string name) => Everything.Single(shown => shown.Name == name);

    static Scenario Busy(params IReadOnlyList<DateOnly> days) =>
        Given.AnUnsentForm2.With(Some.FactsWithBookings(Some.LeadingTeacher, days));

    static Shown Dates(string what, params IReadOnlyList<(string, string)> typed) =>
        Step(what, Given.ADraft, Some.Headteacher, FormKeys.Form1, 2, Some.Form1.With(typed));

    static Shown Step(string what, Scenario given, Actor writer, string form, int step, Answers typed)
    {
        var why = given.When(writer, new Command.SaveStep(form, step, typed)).ThenRefused<Refusal.WrongAnswers>();
        var view = given.As(writer) with { Typed = new(why.Typed, why.Errors, 1) };
        return new($"{form}: {what}", FormCard.For(view, why.Form, why.Step), view);
    }

    static Shown Missing(Scenario given, Actor viewer, Command command)
    {
        var why = given.When(viewer, command).ThenRefused<Refusal>();
        var view = given.As(viewer) with { Typed = new(Answers.None, [], 1, why.Words()) };
        return new($"{command.GetType().Name} without its words", CardFor.Request(view)!, view);
    }

    static Shown NoReason(Scenario given, Actor viewer, string verb)
    {
        var view = given.As(viewer) with { Typed = new(Answers.None, [], 1, new Refusal.MessageMissing().Words()) };
        return new($"{verb} without its reason", ReasonCard.For(view, verb), view);
    }
}
