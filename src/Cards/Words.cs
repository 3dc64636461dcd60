using System.Globalization;
using System.Text.Json;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Cards;

/// <summary>Words that more than one card uses: days, money, people, where a request stands.</summary>
public static class Words
{
    static readonly CultureInfo British = CultureInfo.InvariantCulture;
    static readonly TimeZoneInfo London =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>"Tuesday 3 March 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    /// <summary>"Tuesday 3 March 2026 at 10:42", as clocks in Britain show it.</summary>
    public static string Moment(DateTimeOffset at)
    {
        return TimeZoneInfo.ConvertTime(at, London).ToString("dddd d MMMM yyyy 'at' HH:mm", British);
    }

    /// <summary>"£500", or "£500.50" where there are pence.</summary>
    public static string Pounds(decimal pounds) =>
        pounds == decimal.Truncate(pounds) ? pounds.ToString("£#,0", British) : pounds.ToString("£#,0.00", British);

    public static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    public static string Cost(Payment payment) => payment.Visitors is { } visitors
        ? $"{Days(payment.Days)} × {visitors} visiting staff × {Pounds(payment.Rate)} = {Pounds(payment.Total)}"
        : $"{Days(payment.Days)} × {Pounds(payment.Rate)} = {Pounds(payment.Total)}";

    public static string List(IEnumerable<string> items) => items.ToList() switch
    {
        [] => "",
        [var one] => one,
        [.. var most, var last] => $"{string.Join(", ", most)} and {last}",
    };

    public static string Area(Request request, Scheme scheme) =>
        Label(scheme.CurriculumAreas, request.Form1.Text("area"));

    /// <summary>The kind of support. What only some may ask for is said only to those who need it.</summary>
    public static string Support(View view) =>
        view.Scheme.SupportKinds.FirstOrDefault(option => option.Id == view.Request.Form1.Text("support")) is { } kind
            ? Label(view, kind)
            : view.Request.Form1.Text("support");

    /// <summary>What an option is called to this viewer.</summary>
    public static string Label(View view, Option option) =>
        option is { OnlyFor: not null, ToOthers: { } neutral } && !NeedsIt(view) ? neutral : option.Label;

    // Who asked, who brokers, who leads the school, and who has said that they come.
    static bool NeedsIt(View view) =>
        view.IsAny(
            Workflow.Outreach.Part.Requester, Workflow.Outreach.Part.Inspector,
            Workflow.Outreach.Part.ReceivingHeadteacher)
        || (view.Request.Reached >= Workflow.Outreach.Stage.Releasing
            && view.Is(Workflow.Outreach.Part.LeadingTeacher));

    static string Label(IReadOnlyList<Option> options, string id) =>
        options.FirstOrDefault(option => option.Id == id)?.Label ?? id;

    public static string Teachers(Request request) => List(request.Teachers.Select(teacher => teacher.Name));

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

    /// <summary>"district manager".</summary>
    public static string Role(Workflow.Role role) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()).Replace('-', ' ');

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

    public static string Plan(Visit visit) => $"Day {visit.Number}: {Day(visit.Date)}";
}
