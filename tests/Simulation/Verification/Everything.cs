using OutreachBot.Bot.Storage;
using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Simulation.Verification;

/// <summary>What a check of both sides rests on: the store, what the connector received, and who is who.</summary>
/// <param name="Requests">The whole store.</param>
/// <param name="Received">The connector's side, the oldest first.</param>
/// <param name="FactsFor">What cards rest on besides the case.</param>
/// <param name="Now">Items that are due by then are overdue.</param>
public sealed record Everything(
    IReadOnlyDictionary<CaseId, WholeCase> Requests, IReadOnlyList<Received> Received,
    Func<Case, Facts> FactsFor, DateTimeOffset Now)
{
    // The worlds run one workflow.
    static readonly WorkflowCards Cards = new OutreachCards();

    /// <summary>Every workflow there is.</summary>
    public static CaseWorkflows Workflows { get; } = new([Cards.Workflow]);

    /// <summary>Whether a verb asks for a decision, as against showing something.</summary>
    public static bool Decides(string verb) =>
        verb is Verbs.Next or Verbs.Back or Verbs.Send || Cards.Commands.ContainsKey(verb);

    public Authority Authority => FactsFor(Cards.Workflow.New(default)).Authority;

    /// <summary>What took effect in one person's chat about one request.</summary>
    public IReadOnlyList<Received> Of(PersonId person, CaseId request) => byChat[(person.Key, request)].ToList();

    readonly ILookup<(string, CaseId), Received> byChat = Received
        .Where(one => one.TookEffect && one.Shown?.Request is not null)
        .ToLookup(one => (one.Person, one.Shown!.Request!.Value));

    /// <summary>Whether a card shows this version of a request to this person, or a newer one.</summary>
    public bool Shows(ShownCard card, WholeCase whole, PersonId person, int atLeast) => card.Version is { } version
        ? version >= atLeast
        : whole.Versions.Skip(atLeast).Any(request => Drawn(request, person) is { } drawn && card.Has(drawn));

    /// <summary>The card of a request as this person may see it. Null: it is none of their business.</summary>
    public ShownCard? Drawn(Case one, PersonId person) =>
        Authority.ActorFor(person) is { } viewer
            && Cards.View(one, viewer, FactsFor(one)).Card() is { } card
            ? new(System.Text.Json.Nodes.JsonNode.Parse(card.ToJson())!.AsObject())
            : null;
}
