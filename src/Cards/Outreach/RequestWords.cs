using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Cards.Outreach;

/// <summary>Words that more than one card about a request uses: its subject, its cost, where it stands.</summary>
public static class RequestWords
{
    public static string Cost(Payment payment) => payment.Visitors is { } visitors
        ? $"{Words.Days(payment.Days)} × {visitors} visiting staff × {Words.Pounds(payment.Rate)} = {Words.Pounds(payment.Total)}"
        : $"{Words.Days(payment.Days)} × {Words.Pounds(payment.Rate)} = {Words.Pounds(payment.Total)}";

    public static string Area(Request request, Scheme scheme) =>
        Label(scheme.CurriculumAreas, request.Form1.Text("area"));

    /// <summary>The kind of support. What only some may ask for is said only to those who need it.</summary>
    public static string Support(RequestView view) =>
        view.Scheme.SupportKinds.FirstOrDefault(option => option.Id == view.Request.Form1.Text("support")) is { } kind
            ? Label(view, kind)
            : view.Request.Form1.Text("support");

    /// <summary>What an option is called to this viewer.</summary>
    public static string Label(RequestView view, Option option) =>
        option is { OnlyFor: not null, ToOthers: { } neutral } && !view.Sight.MayKnowKind ? neutral : option.Label;

    static string Label(IReadOnlyList<Option> options, string id) =>
        options.FirstOrDefault(option => option.Id == id)?.Label ?? id;

    public static string Teachers(Request request) => Words.List(request.Teachers.Select(teacher => teacher.Name));

    /// <summary>"Mathematics at Elm Park School", or as much of it as is known.</summary>
    public static string Subject(Request request, Scheme scheme) => (Area(request, scheme), request.School?.Name) switch
    {
        ("", null) => "New request",
        ("", var school) => $"New request for {school}",
        (var area, null) => area,
        var (area, school) => $"{area} at {school}",
    };

    public static string Part(Part part) => part switch
    {
        Workflow.Outreach.Part.Requester => "the person who asked",
        Workflow.Outreach.Part.Teacher => "the teacher",
        Workflow.Outreach.Part.ReceivingHeadteacher => "the headteacher",
        Workflow.Outreach.Part.Inspector => "the inspector",
        Workflow.Outreach.Part.LeadingTeacher => "the leading teacher",
        Workflow.Outreach.Part.ProvidingHeadteacher => "the leading teacher's headteacher",
        Workflow.Outreach.Part.Finance => "finance",
    };

    /// <summary>One or two words for a stage, as they stand in the trail and in lists.</summary>
    public static string Stage(Stage stage) => stage switch
    {
        Workflow.Outreach.Stage.Drafting => "being written",
        Workflow.Outreach.Stage.Approving => "with the headteacher",
        Workflow.Outreach.Stage.Brokering => "with the inspector",
        Workflow.Outreach.Stage.Accepting => "with a leading teacher",
        Workflow.Outreach.Stage.Releasing => "with the leading teacher's headteacher",
        Workflow.Outreach.Stage.Confirming => "form 2",
        Workflow.Outreach.Stage.Visiting => "visits",
        Workflow.Outreach.Stage.Reflecting => "form 3",
        Workflow.Outreach.Stage.Evaluating => "the headteacher's evaluation",
        Workflow.Outreach.Stage.Closing => "with the inspector to close",
        Workflow.Outreach.Stage.Closed => "finished",
        Workflow.Outreach.Stage.Declined => "declined",
        Workflow.Outreach.Stage.Withdrawn => "withdrawn",
        Workflow.Outreach.Stage.Cancelled => "cancelled",
    };

    public static string Plan(Visit visit) => $"Day {visit.Number}: {Words.Day(visit.Date)}";
}
