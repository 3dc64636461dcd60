using System.Text.Json.Nodes;
using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Channel;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests.Audience;

/// <summary>
/// Everything that somebody can send about a request that is not theirs: every verb and every command.
/// </summary>
static class Trespass
{
    const string Text = "Because.";

    static readonly string[] Forms = [FormKeys.Form1, FormKeys.Form2, FormKeys.Record(1), FormKeys.Evaluation];

    /// <summary>
    /// The activities, with operation ids that would be this person's own if the card had been drawn for them.
    /// </summary>
    public static IEnumerable<JsonObject> Of(FakeTeams teams, TeamsUser user, Request request) =>
        Presses(user, request).Select(action => Pressing(teams, user, action))
            .Concat(Typed(request).Select(line => Saying(teams, user, line)));

    /// <summary>One of them: "Read it all".</summary>
    public static JsonObject Reading(FakeTeams teams, TeamsUser user, Request request) =>
        Pressing(teams, user, Action(Verbs.Read, user, request, FormKeys.Form1));

    static IEnumerable<JsonObject> Presses(TeamsUser user, Request request)
    {
        string[] looking = [Verbs.Show, Verbs.Tasks, Verbs.Status, Verbs.Undelivered, Verbs.SendAgain];
        foreach (var verb in new OutreachCards().Commands.Keys.Concat([Verbs.Next, Verbs.Back, Verbs.Send, .. looking]))
            yield return Action(verb, user, request, FormKeys.Form2);
        foreach (var form in Forms) yield return Action(Verbs.Read, user, request, form);
        var asking = Action(Verbs.GiveReason, user, request, FormKeys.Form1);
        asking["data"]![ActionData.For] = RequestVerbs.Cancel;
        yield return asking;

        // A card that somebody else was sent, forwarded.
        yield return Action(Verbs.Show, new("", "", "", [], ""), request, FormKeys.Form1);
    }

    static JsonObject Action(string verb, TeamsUser user, Request request, string form) => new()
    {
        ["type"] = "Action.Execute",
        ["verb"] = verb,
        ["data"] = new JsonObject
        {
            [ActionData.Request] = request.Id.Value,
            [ActionData.Version] = request.Version,
            [ActionData.Operation] = OperationId.For(
                request.Id, request.Version, verb, new PersonId(user.Tenant, user.Id)),
            [ActionData.Form] = form,
            [ActionData.Step] = 0,
            [ActionData.Draft] = request.Form2Draft,
            [ActionData.Visit] = 1,
            [ActionData.Message] = Text,
        },
    };

    static IEnumerable<string> Typed(Request request)
    {
        string[] words =
        [
            "", "status", "approve", "decline", "ask", "answer", "match", "teachers", "withdraw", "cancel", "change",
            "note", "send", "resend",
        ];
        return words.Select(word => $"{word} {request.Id} {Text}".Trim())
            .Concat(["tasks", "status", "undelivered", "help"]);
    }

    static JsonObject Pressing(FakeTeams teams, TeamsUser user, JsonObject action)
    {
        var press = teams.Activity(user, "invoke");
        press["name"] = "adaptiveCard/action";
        press["value"] = new JsonObject { ["action"] = action, ["trigger"] = "manual" };
        return press;
    }

    static JsonObject Saying(FakeTeams teams, TeamsUser user, string text)
    {
        var message = teams.Activity(user, "message");
        message["text"] = text;
        return message;
    }
}
