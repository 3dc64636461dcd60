using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Simulation.Verification;

/// <summary>
/// What a check reads of a card that somebody was sent: which request it is about, and what its buttons carry.
/// </summary>
public sealed partial class ShownCard
{
    public ShownCard(JsonObject card)
    {
        Body = [.. card["body"]?.AsArray().OfType<JsonNode>() ?? []];
        Buttons =
        [
            .. Elements(card["body"]).Concat(Elements(card["actions"]))
                .Where(element => (string?)element["type"] == "Action.Execute")
        ];
        HasFields = Elements(card["body"])
            .Any(element => ((string?)element["type"])?.StartsWith("Input.", StringComparison.Ordinal) is true);
        var carried = Buttons.Select(button => button["data"] as JsonObject ?? []).ToList();
        Request = carried.Select(data => Id((string?)data[ActionData.Request])).FirstOrDefault(id => id is not null)
            ?? Words(card["body"]).Select(line => Line().Match(line))
                .Where(match => match.Success).Select(match => Id(match.Groups[1].Value)).FirstOrDefault();
        Version = carried.Select(data => Number(data[ActionData.Version]))
            .FirstOrDefault(version => version is not null);
        SendsAllAgain = Buttons.Any(
            button => (string?)button["verb"] is Verbs.SendAgain && button["data"]?[ActionData.Request] is null);
        IsReminder = Words(card["body"]).FirstOrDefault()?.StartsWith("A reminder", StringComparison.Ordinal) is true;
    }

    /// <summary>Null: it is about none, such as a list or a welcome.</summary>
    public CaseId? Request { get; }

    /// <summary>The version that its buttons were made for. Null: it has none.</summary>
    public int? Version { get; }

    /// <summary>Somebody may be typing in it.</summary>
    public bool HasFields { get; }

    public bool IsReminder { get; }

    /// <summary>It tells of everything that has not arrived, whatever request that is about.</summary>
    public bool SendsAllAgain { get; }

    public IReadOnlyList<JsonNode> Body { get; }

    /// <summary>What each button that acts on a request carries; those of a list are about several.</summary>
    public IEnumerable<(CaseId? Request, int Version, string Verb, string Operation)> Operations =>
        from button in Buttons
        let data = button["data"] as JsonObject ?? []
        let operation = (string?)data[ActionData.Operation]
        where operation is not null
        select (Id((string?)data[ActionData.Request]), Number(data[ActionData.Version]) ?? -1,
            (string?)button["verb"] ?? "", operation);

    IReadOnlyList<JsonObject> Buttons { get; }

    /// <summary>Every element of another card stands in this one, which may have a line more on top.</summary>
    public bool Has(ShownCard other)
    {
        var mine = Body.Select(element => element.ToJsonString()).ToHashSet();
        return other.Body.All(element => mine.Contains(element.ToJsonString()));
    }

    static IEnumerable<string> Words(JsonNode? node) => Elements(node).Select(element => (string?)element["type"] switch
    {
        "TextBlock" => (string?)element["text"] ?? "",
        "RichTextBlock" => string.Concat(element["inlines"]!.AsArray().Select(inline => (string?)inline!["text"])),
        _ => "",
    }).Where(words => words.Length > 0);

    static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Elements),
        JsonObject element => (element.ContainsKey("type") ? [element] : Enumerable.Empty<JsonObject>())
            .Concat(element.Where(property => property.Key is not ("data" or "inlines"))
                .SelectMany(property => Elements(property.Value))),
        _ => [],
    };

    static CaseId? Id(string? text) => CaseId.TryParse(text, out var id) ? id : null;

    static int? Number(JsonNode? node) =>
        int.TryParse(node?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(\d\d-[0-9A-Z]{5})( · |$)")]
    private static partial Regex Line();
}
