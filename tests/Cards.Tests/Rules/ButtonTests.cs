using System.Reflection;
using System.Text.Json.Nodes;
using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests.Rules;

public sealed class ButtonTests
{
    static readonly HashSet<string> Known =
    [
        .. new[] { typeof(Verbs), typeof(RequestVerbs) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!)
    ];

    [Fact]
    public void Every_button_has_a_verb_of_the_closed_list() => Assert.Empty(Offenders.Among(shown => shown.Buttons
        .Where(button => (string?)button["type"] != "Action.Execute" || !Known.Contains((string)button["verb"]!))
        .Select(button => button.ToJsonString())));

    [Fact]
    public void Every_verb_is_on_some_card() =>
        Assert.Empty(Known.Except(
            Gallery.Everything.SelectMany(shown => shown.Buttons).Select(button => (string)button["verb"]!)));

    [Fact]
    public void Every_button_of_a_request_names_the_request_its_version_and_the_press() =>
        Assert.Empty(Offenders.Among(shown => shown.Buttons
            .Where(button => shown.View is { } view && !Names(button["data"]!, (string)button["verb"]!, view))
            .Select(button => button.ToJsonString())));

    static bool Names(JsonNode data, string verb, RequestView view) =>
        (string?)data[ActionData.Request] == view.Request.Id.Value
        && (int?)data[ActionData.Version] == view.Request.Version
        && (string?)data[ActionData.Operation] == OperationId.For(
            view.Request.Id, view.Request.Version, verb, view.Viewer.Person.Id);

    [Fact]
    public void A_reason_is_only_asked_for_where_the_card_can_ask_for_it() =>
        Assert.Empty(Offenders.Among(shown => shown.Buttons
            .Where(button => (string?)button["verb"] == Verbs.GiveReason
                && shown.View!.Reason((string?)button["data"]![ActionData.For] ?? "") is null)
            .Select(button => button.ToJsonString())));

    [Fact]
    public void Nothing_is_offered_to_anybody_that_would_be_refused_for_who_they_are() =>
        Assert.Empty(Offenders.Among(shown =>
            from button in shown.Buttons
            where shown.View is { } view
                && Ends((string?)button["data"]![ActionData.For] ?? (string)button["verb"]!) is { } command
                && Decider.MayBeAskedBy(view.Request, command)?.Any(view.Is) is not true
            select (string)button["title"]!));

    static Command? Ends(string verb) => verb switch
    {
        RequestVerbs.Withdraw => new RequestCommand.WithdrawRequest(""),
        RequestVerbs.Cancel => new RequestCommand.CancelProgramme(""),
        RequestVerbs.ChangeForm2 => new RequestCommand.ChangeForm2(""),
        RequestVerbs.NoteFollowUp => new RequestCommand.NoteFollowUp(1, ""),
        _ => null,
    };
}
