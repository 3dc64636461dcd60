using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OutreachBot.EndToEnd.Tests.Rehearsal;

/// <summary>Small cards and answers for these tests.</summary>
static class Cards
{
    public const string Type = "application/vnd.microsoft.card.adaptive";

    public static object Message(JsonNode card, string? summary = null) => new
    {
        type = "message",
        summary,
        attachments = new[] { new { contentType = Type, content = card } },
    };

    public static JsonNode Says(string text) =>
        Parse($$"""[{ "type": "TextBlock", "text": "{{text}}", "wrap": true }]""", "[]");

    /// <summary>A question with a required reason and an optional rating.</summary>
    public static JsonNode Question => Parse("""
        [
          { "type": "TextBlock", "text": "Release Cerys for two days?", "wrap": true },
          { "type": "Input.Text", "id": "reason", "label": "Reason", "isRequired": true,
            "errorMessage": "Give a reason" },
          { "type": "Input.ChoiceSet", "id": "rating", "label": "Rating",
            "choices": [{ "title": "Little", "value": "1" }, { "title": "Great", "value": "4" }] },
          { "type": "Input.ChoiceSet", "id": "days", "label": "Days", "style": "expanded", "isMultiSelect": true,
            "choices": [{ "title": "Monday", "value": "mon" }, { "title": "Tuesday", "value": "tue" }] },
          { "type": "Input.ChoiceSet", "id": "who", "label": "Who", "style": "filtered", "value": "c",
            "choices": [{ "title": "Cerys", "value": "c" }, { "title": "Dylan", "value": "d" }] }
        ]
        """, """[{ "type": "Action.Execute", "title": "Agree", "verb": "agree", "data": { "request": "07-K3QX9" } }]""");

    /// <summary>A card that one person's Teams refreshes by itself.</summary>
    public static JsonNode Refreshing(string text, string person)
    {
        var card = Says(text);
        card["refresh"] = JsonNode.Parse(
            $$"""{ "userIds": ["29:{{person}}"], "action": { "type": "Action.Execute", "verb": "look" } }""");
        return card;
    }

    public static IResult Card(JsonNode card) => Results.Json(new { statusCode = 200, type = Type, value = card });

    public static IResult Line(string text) =>
        Results.Json(new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = text });

    static JsonNode Parse(string body, string actions) =>
        JsonNode.Parse($$"""{ "type": "AdaptiveCard", "version": "1.5", "body": {{body}}, "actions": {{actions}} }""")!;
}
