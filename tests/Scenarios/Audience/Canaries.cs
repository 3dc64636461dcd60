using System.Text.RegularExpressions;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Scenarios.Audience;

/// <summary>Something to know about a request, and the texts that give it away.</summary>
/// <param name="Row">The row of the table that says who may know it.</param>
/// <param name="Form">The form in which it is written; null when it is in none.</param>
/// <param name="Texts">Any of these.</param>
public sealed record Canary(string Row, string? Form, params IReadOnlyList<string> Texts);

/// <summary>The values by which each piece of information is recognised wherever it turns up.</summary>
public static partial class Canaries
{
    static readonly DateOnly Wished = new(2026, 5, 5);
    static readonly DateOnly Planned = new(2026, 5, 11);

    // Both headteachers agree to it once it has been visited.
    static readonly DateOnly Moved = Planned.AddDays(-3);

    public static Answers Form1 { get; } = Some.Of(
        ("area", "mathematics"), ("support", "modelling"), ("years", "year-3"), ("days", "2"), ("funding", "shared"),
        ("teachers", $"{Some.SecondTeacher.Person.Id.Key},{Bystanders.Teacher.Person.Id.Key}"),
        ("preferred", Some.ThirdLeadingTeacher.Person.Id.Key),
        ("date-1", Formats.Text(Wished)), ("date-2", Formats.Text(Wished.AddDays(1))),
        Mine("form1", "need"), Mine("form1", "outcomes"), Mine("form1", "measure"), Mine("form1", "programme"));

    public static Answers Form2 { get; } = Some.Of(
        ("date-1", Formats.Text(Planned)), ("date-2", Formats.Text(Planned.AddDays(1))), ("rate", "273.50"),
        ("code", "yes"),
        Mine("form2", "plan-1"), Mine("form2", "plan-2"), Mine("form2", "objectives"), Mine("form2", "planning"),
        Mine("form2", "contact"), Mine("form2", "rate-reason"));

    public static Answers Form3Teacher { get; } =
        All(FormKeys.Form3Teacher, "outcomes", "evidence", "future", "comment");

    public static Answers Form3LeadingTeacher { get; } =
        All(FormKeys.Form3LeadingTeacher, "outcomes", "evidence", "comment");

    public static Answers Evaluation { get; } =
        All(FormKeys.Evaluation, "most", "least", "longer").With(("rating", "3"));

    public static Answers Record(int visit) =>
        All(FormKeys.Record(visit), "time", "people", "purpose", "summary", "school-actions", "leading-teacher-actions")
            .With(("date", Formats.Text(Planned.AddDays(visit - 1))));

    /// <summary>The record of the first visit on another day than was planned.</summary>
    public static Answers MovedRecord => Record(1).With(("date", Formats.Text(Moved)));

    public static string Said(string what) => Mark($"said.{what}");

    /// <summary>What somebody typed. Each says itself where it belongs: <c>Qz.form1.need.zQ</c>.</summary>
    static string Mark(string place) => $"Qz.{place}.zQ";

    static (string, string) Mine(string form, string question) => (question, Mark($"{form}.{question}"));

    static Answers All(string form, params IEnumerable<string> questions) =>
        Some.Of([.. questions.Select(question => Mine(form, question))]);

    // What nobody types, or everybody sees in words of its own: choices, days, money, people, schools, actions.
    static readonly Canary[] Fixed =
    [
        new("form1.school", FormKeys.Form1, Some.School.Name),
        new("form1.area", FormKeys.Form1, "Mathematics", "\"mathematics"),
        new("form1.support", FormKeys.Form1, "Modelling good", "Observation window: our"),
        new("form1.years", FormKeys.Form1, "Year 3"),
        new("form1.days", FormKeys.Form1, "2 days"),
        new("form1.visitors", FormKeys.Form1, "17 visiting", "\"17\""),
        new("form1.funding", FormKeys.Form1, "Shared with"),
        new("form1.preferred", FormKeys.Form1, Name(Some.ThirdLeadingTeacher.Person)),
        new("form1.date", FormKeys.Form1, Dates(Wished)),
        new("form2.date", FormKeys.Form2, Dates(Planned)),
        new("form2.rate", FormKeys.Form2, "273.5"),
        new("cost", FormKeys.Form2, "£547"),
        new("cost at the usual rate", null, "£500", "£850"),
        new("record.date", null, Dates(Moved)),
        new("evaluation.rating", FormKeys.Evaluation, "3: partly"),
        new("name.headteacher", null, Name(Some.Headteacher.Person)),
        new("name.teacher", null, Name(Some.SecondTeacher.Person)),
        new("name.teacher who stepped out", null, Name(Bystanders.Teacher.Person)),
        new("name.inspector", null, Name(Some.Inspector.Person)),
        new("name.leading teacher", null, Name(Some.LeadingTeacher.Person)),
        new("name.providing headteacher", null, Name(Some.ProvidingHeadteacher.Person)),
        new("name.providing school", null, Some.ProvidingSchool.Name),
        new("name.asked in vain", null,
            [.. Name(Some.SecondLeadingTeacher.Person), .. Name(Some.DistantHeadteacher.Person),
                Some.DistantSchool.Name]),
        new("name.other leading teachers", null, Name(Bystanders.LeadingTeacher.Person)),
        new("name.finance", null, Name(Some.Finance.Person)),
        new("urn", null, Some.School.Urn, Some.ProvidingSchool.Urn),
        new("email", null, "@schools.example", "@authority.example"),
        new("days left and distance", null, "days left", "km away"),
    ];

    static readonly Dictionary<string, string> Actions = new()
    {
        ["Form1Sent"] = "sent form 1,",
        ["Form1Returned"] = "sent form 1 back",
        ["Form1Approved"] = "approved form 1",
        ["QuestionAsked"] = "asked a question",
        ["QuestionAnswered"] = "answered the question",
        ["RequestDeclined"] = "declined the request",
        ["LeadingTeacherMatched"] = "chose a leading",
        ["MatchAccepted"] = "said they can do",
        ["MatchDeclined"] = "said they cannot",
        ["ReleaseAgreed"] = "agreed to the release,",
        ["ReleaseDeclined"] = "did not agree to the release",
        ["ReleaseNotNeeded"] = "needs no release, because",
        ["TeacherAgreed"] = "agreed to take part",
        ["TeacherDeclined"] = "stepped out",
        ["TeachersNamed"] = "named other",
        ["Form2Sent"] = "sent form 2",
        ["Form2Signed"] = "signed form 2",
        ["ChangeAsked"] = "asked for a change to",
        ["Form2Reopened"] = "took form 2 back",
        ["ProgrammeConfirmed"] = "completed the agreement",
        ["VisitRecorded"] = "recorded a visit",
        ["VisitMoved"] = "says that a visit was",
        ["RecordCorrected"] = "corrected the record",
        ["FollowUpNoted"] = "noted what comes",
        ["Form3Written"] = "wrote their half",
        ["ImpactEvaluated"] = "evaluated the impact",
        ["FollowUpAsked"] = "asked for follow-up",
        ["RequestClosed"] = "closed the request",
        ["RequestWithdrawn"] = "withdrew the request",
        ["ProgrammeCancelled"] = "cancelled the programme",
    };

    /// <summary>Everything there is to know, in the order of the table.</summary>
    public static IReadOnlyList<Canary> Everything { get; } =
    [
        .. Fixed,
        .. new[]
        {
            (FormKeys.Form1, Form1), (FormKeys.Form2, Form2), (FormKeys.Record(1), Record(1)),
            (FormKeys.Record(2), Record(2)),
            (FormKeys.Form3Teacher, Form3Teacher), (FormKeys.Form3LeadingTeacher, Form3LeadingTeacher),
            (FormKeys.Evaluation, Evaluation),
        }.SelectMany(form => form.Item2.Where(answer => answer.Value.StartsWith("Qz.", StringComparison.Ordinal))
            .Select(answer => new Canary(RowOf(form.Item1, answer.Key), form.Item1, answer.Value))),
        .. Actions.Select(action => new Canary($"done.{action.Key}", null, action.Value)),
        .. typeof(RequestEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(RequestEvent.Spoken)))
            .Select(type => new Canary($"said.{type.Name}", null, Said(type.Name))),
    ];

    /// <summary>The ids of all rows.</summary>
    public static IEnumerable<string> Rows => Everything
        .SelectMany(canary => canary.Form is { } form ? new[] { canary.Row, Draft(form) } : [canary.Row])
        .Distinct();

    /// <summary>Questions of the scheme that nothing looks for.</summary>
    public static IEnumerable<string> Unasked(Scheme scheme) => scheme.Forms
        .SelectMany(form => form.Questions.Select(question => RowOf(form.Id, question.Id)))
        .Except(Rows)

        // Whom it is for stands among the names, and a promise says nothing.
        .Except(["form1.teachers", "form2.code"]);

    // What the directory changes is nobody's press; HandoverTests look at what it shows.
    static readonly string[] OfTheDirectory =
    [
        nameof(RequestEvent.PostPassedOn), nameof(RequestEvent.PostVacated), nameof(RequestEvent.TeacherLeft),
        nameof(RequestEvent.LeadingTeacherLeft), nameof(RequestEvent.SchoolRenamed),
    ];

    /// <summary>Kinds of events that have not happened in these, or that nothing looks for.</summary>
    public static IEnumerable<string> Unsaid(IEnumerable<Recorded> events)
    {
        var all = typeof(RequestEvent).GetNestedTypes()
            .Where(type => !type.IsAbstract).Select(type => type.Name).Except(OfTheDirectory).ToList();
        return all.Except(events.Select(recorded => recorded.What.GetType().Name))
            .Concat(all.Except(Actions.Keys).Except(["RequestStarted", "StepSaved", "PaymentStated"]));
    }

    /// <summary>The row that says who may know this as the request stands.</summary>
    public static string RowOf(Canary canary, Request request) => canary.Row switch
    {
        // Once a sum has to be paid it stays in the statement, whatever form 2 becomes.
        "form2.rate" or "cost" when request.Payment is not null => canary.Row,
        _ when canary.Form is { } form && request.Drafts.ContainsKey(form)
            && request.Visit(FormKeys.VisitOf(form))?.Record is null => Draft(form),

        // Whoever is asked now is not asked in vain, and the other way round.
        "name.asked in vain" when request.Match?.LeadingTeacher == Some.SecondLeadingTeacher.Person =>
            "name.leading teacher",
        "name.leading teacher" or "name.providing headteacher"
            or "name.providing school" when request.Match?.LeadingTeacher != Some.LeadingTeacher.Person =>
            "name.asked in vain",
        _ => canary.Row,
    };

    /// <summary>A question of a form is one row, whichever visit or day it is about.</summary>
    public static string RowOf(string form, string question) =>
        $"{(FormKeys.VisitOf(form) is null ? form : "record")}.{Number().Replace(question, "")}";

    static string Draft(string form) => $"draft.{Number().Replace(form, "")}";

    static string[] Name(Person person) => [person.Name, person.Id.Key];

    static string[] Dates(DateOnly first) =>
    [
        .. new[] { first, first.AddDays(1) }.SelectMany(
            day => new[] { Formats.Text(day), day.ToString("d MMMM yyyy", Formats.Invariant) }),
    ];

    [GeneratedRegex(@"-\d+$")]
    private static partial Regex Number();
}
