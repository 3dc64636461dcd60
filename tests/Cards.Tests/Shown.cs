using System.Text.Json.Nodes;

using OutreachBot.Cards.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>A card as it goes over the wire, and what it was drawn from.</summary>
sealed class Shown(string name, AdaptiveCard card, RequestView? view = null)
{
    public string Name => name;

    /// <summary>Null: the card belongs to no one request.</summary>
    public RequestView? View => view;

    public AdaptiveCard Drawn => card;

    public string Json { get; } = card.ToJson();

    public JsonObject Card => field ??= JsonNode.Parse(Json)!.AsObject();

    /// <summary>Everything in the card that has a type, the card itself first.</summary>
    public IEnumerable<JsonObject> Parts => Within(Card);

    public IEnumerable<JsonObject> OfType(string type) => Parts.Where(part => (string)part["type"]! == type);

    public IEnumerable<JsonObject> Inputs =>
        Parts.Where(part => ((string)part["type"]!).StartsWith("Input.", StringComparison.Ordinal));

    public IEnumerable<JsonObject> Buttons => Card["actions"]?.AsArray().Select(action => action!.AsObject()) ?? [];

    /// <summary>All that is on the card to read, one line each.</summary>
    public IEnumerable<string> Lines => Parts.Where(part => part["type"]!.ToString() is "TextBlock" or "RichTextBlock")
        .Select(part =>
            part["text"]?.ToString() ?? string.Concat(part["inlines"]!.AsArray().Select(run => (string)run!["text"]!)));

    static IEnumerable<JsonObject> Within(JsonNode? node) => node switch
    {
        JsonObject part => (part["type"] is JsonValue ? [part] : Array.Empty<JsonObject>())
            .Concat(part.Where(property => property.Key != "data").SelectMany(property => Within(property.Value))),
        JsonArray list => list.SelectMany(Within),
        _ => [],
    };
}
