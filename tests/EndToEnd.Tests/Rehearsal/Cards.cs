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

    public static JsonNode Says(string text) => Parse($$"""[{ "type": "TextBlock", "text": "{{text}}", "wrap": true }]""", "[]");

    /// <summary>A question with a required reason and an optional rating.</summary>
    public static JsonNode Question => Parse("""
        [
          { "type": "TextBlock", "text": "Release Cerys for two days?", "wrap": true },
          { "type": "Input.Text", "id": "reason", "label": "Reason", "isRequired": true, "errorMessage": "Give a reason" },
          { "type": "Input.ChoiceSet", "id": "rating", "label": "Rating",
            "choices": [{ "title": "Little", "value": "1" }, { "title": "Great", "value": "4" }] }
        ]
        """, """[{ "type": "Action.Execute", "title": "Agree", "verb": "agree", "data": { "request": "07-K3QX9" } }]""");

    public static IResult Card(JsonNode card) => Results.Json(new { statusCode = 200, type = Type, value = card });

    public static IResult Line(string text) =>
        Results.Json(new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = text });

    static JsonNode Parse(string body, string actions) =>
        JsonNode.Parse($$"""{ "type": "AdaptiveCard", "version": "1.5", "body": {{body}}, "actions": {{actions}} }""")!;
}
