using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OutreachBot.Channel;

/// <summary>A field of a card as a client shows it.</summary>
public sealed record CardField(string Id, string Label, string Type, string Value, IReadOnlyList<CardChoice> Choices)
{
    /// <summary>What a client sends when somebody types this: for a choice its title stands for its value.</summary>
    public string Sent(string typed) =>
        Choices.FirstOrDefault(choice => choice.Title == typed) is { } whole ? whole.Value
        : Choices.Count == 0 ? typed
        : string.Join(
            ',', typed.Split(',').Select(one => Choices.FirstOrDefault(choice => choice.Title == one)?.Value ?? one));
}

public sealed record CardChoice(string Title, string Value);

/// <summary>A button with what it sends.</summary>
public sealed record CardButton(string Title, string Verb, JsonObject Data);

/// <summary>Reads an adaptive card the way a person does: its words, its fields, its buttons.</summary>
public sealed partial class CardReader
{
    public CardReader(JsonObject card)
    {
        Json = card;
        var elements = Elements(card["body"]).ToList();
        Lines = [.. elements.Select(Words).OfType<string>()];
        Heading = elements.Where(element => Type(element) == "TextBlock").Select(Words).FirstOrDefault()
            ?? (Lines is [var first, ..] ? first : "");
        Fields =
        [
            .. elements.Where(element => Type(element).StartsWith("Input.", StringComparison.Ordinal)).Select(Field)
        ];
        Buttons = [.. Elements(card["actions"]).Where(element => Type(element) == "Action.Execute").Select(Button)];
    }

    public JsonObject Json { get; }

    /// <summary>The card's title, or its first line.</summary>
    public string Heading { get; }

    public IReadOnlyList<string> Lines { get; }

    public string Text => string.Join('\n', Lines);

    /// <summary>The id of the request that the card is about; empty when it is about none.</summary>
    public string Request =>
        Lines.Select(line => RequestLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value ?? "";

    public IReadOnlyList<CardField> Fields { get; }

    public IReadOnlyList<CardButton> Buttons { get; }

    /// <summary>What a screen reader says, and a client that cannot draw the card.</summary>
    public string Fallback => (string?)Json["fallbackText"] ?? "";

    /// <param name="label">The start of the field's label.</param>
    public CardField Field(string label) =>
        Fields.FirstOrDefault(field => field.Label.StartsWith(label, StringComparison.Ordinal))
            ?? throw Lacks($"field “{label}”");

    /// <param name="title">The start of the button's title.</param>
    public CardButton Button(string title) =>
        Buttons.FirstOrDefault(button => button.Title.StartsWith(title, StringComparison.Ordinal))
            ?? throw Lacks($"button “{title}”");

    public bool Has(string button) => Buttons.Any(one => one.Title.StartsWith(button, StringComparison.Ordinal));

    public bool Has(string button, IEnumerable<string> labels) =>
        Has(button)
            && labels.All(label => Fields.Any(field => field.Label.StartsWith(label, StringComparison.Ordinal)));

    InvalidOperationException Lacks(string what) => new(
        $"The card has no {what}. It says:\n{Text}\n[{string.Join("] [", Fields.Select(field => field.Label))}]\n"
        + $"<{string.Join("> <", Buttons.Select(button => button.Title))}>");

    // Everything that has a type, in reading order; what a button carries is no part of the card.
    static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Elements),
        JsonObject element => (element.ContainsKey("type") ? [element] : Enumerable.Empty<JsonObject>())
            .Concat(element.Where(property => property.Key is not ("data" or "inlines"))
                .SelectMany(property => Elements(property.Value))),
        _ => [],
    };

    static string Type(JsonObject element) => (string?)element["type"] ?? "";

    static string? Words(JsonObject element) => Type(element) switch
    {
        "TextBlock" => (string?)element["text"],
        "RichTextBlock" => string.Concat(element["inlines"]!.AsArray()
            .Select(inline => inline is JsonObject run ? (string?)run["text"] : (string?)inline)),
        _ => null,
    };

    static CardField Field(JsonObject input) => new(
        (string)input["id"]!,
        (string?)input["label"] ?? "",
        Type(input),
        Shown(input["value"]),
        [.. (input["choices"]?.AsArray() ?? [])
            .Select(choice => new CardChoice((string)choice!["title"]!, (string)choice["value"]!))]);

    static CardButton Button(JsonObject action) => new(
        (string)action["title"]!, (string?)action["verb"] ?? "", action["data"] as JsonObject ?? []);

    static string Shown(JsonNode? value) => value switch
    {
        null => "",
        JsonValue number when number.TryGetValue<double>(out var amount) =>
            amount.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // "07-K3QX9 · Mathematics at …" above the heading, or the id alone.
    [GeneratedRegex(@"^(\d\d-[0-9A-Z]{5})( · |$)")]
    private static partial Regex RequestLine();
}
