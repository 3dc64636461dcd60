using OutreachBot.Bot.Storage;
using OutreachBot.Cards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Simulation.Verification;

/// <summary>What a check of both sides rests on: the store, what the connector received, and who is who.</summary>
/// <param name="Requests">The whole store.</param>
/// <param name="Received">The connector's side, the oldest first.</param>
/// <param name="FactsFor">What cards rest on besides the request.</param>
/// <param name="Now">Items that are due by then are overdue.</param>
public sealed record Everything(
    IReadOnlyDictionary<RequestId, WholeRequest> Requests, IReadOnlyList<Received> Received,
    Func<Request, Facts> FactsFor, DateTimeOffset Now)
{
    public Authority Authority => FactsFor(new Request(default)).Authority;

    /// <summary>What took effect in one person's chat about one request.</summary>
    public IReadOnlyList<Received> Of(PersonId person, RequestId request) => byChat[(person.Key, request)].ToList();

    readonly ILookup<(string, RequestId), Received> byChat = Received
        .Where(one => one.TookEffect && one.Shown?.Request is not null)
        .ToLookup(one => (one.Person, one.Shown!.Request!.Value));

    /// <summary>Whether a card shows this version of a request to this person, or a newer one.</summary>
    public bool Shows(ShownCard card, WholeRequest whole, PersonId person, int atLeast) => card.Version is { } version
        ? version >= atLeast
        : whole.Versions.Skip(atLeast).Any(request => Drawn(request, person) is { } drawn && card.Has(drawn));

    /// <summary>The card of a request as this person may see it. Null: it is none of their business.</summary>
    public ShownCard? Drawn(Request request, PersonId person) =>
        Authority.ActorFor(person) is { } viewer
            && CardFor.Request(new View(request, viewer, FactsFor(request))) is { } card
            ? new(System.Text.Json.Nodes.JsonNode.Parse(card.ToJson())!.AsObject())
            : null;
}
