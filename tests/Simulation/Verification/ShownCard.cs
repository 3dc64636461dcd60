using System.Globalization;
using System.Text.Json.Nodes;
using OutreachBot.Cards.Elements;
using OutreachBot.Channel;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Simulation.Verification;

/// <summary>
/// What a check reads of a card that somebody was sent: which request it is about, and what its buttons carry.
/// </summary>
public sealed class ShownCard
{
    readonly CardReader card;

    public ShownCard(JsonObject json)
    {
        card = new(json);
        Body = [.. json["body"]?.AsArray().OfType<JsonNode>() ?? []];
        Request = card.Buttons.Select(button => Id((string?)button.Data[ActionData.Request]))
            .FirstOrDefault(id => id is not null) ?? Id(card.Request);
        Version = card.Buttons.Select(button => Number(button.Data[ActionData.Version]))
            .FirstOrDefault(version => version is not null);
    }

    /// <summary>Null: it is about none, such as a list or a welcome.</summary>
    public CaseId? Request { get; }

    /// <summary>The version that its buttons were made for. Null: it has none.</summary>
    public int? Version { get; }

    /// <summary>Somebody may be typing in it.</summary>
    public bool HasFields => card.Fields.Count > 0;

    public bool IsReminder => card.Lines is [var first, ..] && first.StartsWith("A reminder", StringComparison.Ordinal);

    /// <summary>It tells of everything that has not arrived, whatever request that is about.</summary>
    public bool SendsAllAgain => card.Buttons.Any(
        button => button.Verb is Verbs.SendAgain && button.Data[ActionData.Request] is null);

    public IReadOnlyList<JsonNode> Body { get; }

    /// <summary>What each button that acts on a request carries; those of a list are about several.</summary>
    public IEnumerable<(CaseId? Request, int Version, string Verb, string Operation)> Operations =>
        from button in card.Buttons
        let operation = (string?)button.Data[ActionData.Operation]
        where operation is not null
        select (Id((string?)button.Data[ActionData.Request]), Number(button.Data[ActionData.Version]) ?? -1,
            button.Verb, operation);

    /// <summary>Every element of another card stands in this one, which may have a line more on top.</summary>
    public bool Has(ShownCard other)
    {
        var mine = Body.Select(element => element.ToJsonString()).ToHashSet();
        return other.Body.All(element => mine.Contains(element.ToJsonString()));
    }

    static CaseId? Id(string? text) => CaseId.TryParse(text, out var id) ? id : null;

    static int? Number(JsonNode? node) =>
        int.TryParse(node?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
