using System.Text.Json.Nodes;
using OutreachBot.Cards.Elements;
using OutreachBot.Channel;

namespace OutreachBot.Simulation;

/// <summary>Fills a card's fields with something that it takes.</summary>
public static class Filling
{
    /// <summary>The press of a button, with every field filled.</summary>
    /// <param name="fill">What somebody types into a field; null for whatever is taken.</param>
    public static JsonObject Press(
        World world, Chat who, ChatMessage on, CardButton button, Func<CardField, string?>? fill = null)
    {
        var activity = world.Teams.Activity(who.User, "invoke");
        var data = button.Data.DeepClone().AsObject();
        foreach (var field in on.Card.Fields)
            if ((fill?.Invoke(field) ?? Something(field)) is { Length: > 0 } typed) data[field.Id] = typed;
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = on.Id;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button.Verb, ["data"] = data },
            ["trigger"] = "manual",
        };
        return activity;
    }

    static string Something(CardField field) => field switch
    {
        { Value: { Length: > 0 } kept } => kept,
        _ when ActionData.WithoutTry(field.Id) == ActionData.Message => "As we said.",
        { Type: "Input.Text" } => "Words.",
        { Type: "Input.Toggle" } => "yes",
        { Type: "Input.ChoiceSet", Choices: [var first, ..] } => first.Value,
        _ => "",
    };
}
