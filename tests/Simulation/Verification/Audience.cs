using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Simulation.Verification;

/// <summary>I8: a card about a request reaches only people whose business it is, and was drawn for them.</summary>
static class Audience
{
    public static IEnumerable<Violation> Check(Everything all)
    {
        foreach (var one in all.Received.Where(one => one.Shown?.Request is not null))
        {
            var card = one.Shown!;
            if (PersonId.Parse(one.Person) is not { } person)
                yield return Wrong("a card about it went to nobody the directory could know");
            else if (all.Requests.GetValueOrDefault(card.Request!.Value) is not { State: not null } whole)
                yield return Wrong("a card is about a request that is not there");
            else if (card.Operations.Any(button => button.Request is not { } id
                    || button.Operation != OperationId.For(id, button.Version, button.Verb, person)))
                yield return Wrong("a card went to somebody for whom it was not drawn");
            else if (!card.Operations.Any() && !MayRead(all, whole, person, card))
                yield return Wrong("a card went to somebody who has no part in it");

            Violation Wrong(string what) => new("I8", card.Request!.Value.Value, $"{what} (message {one.Message})");
        }
    }

    // A coordinator hears that a message has not arrived, and nothing of the request.
    static bool MayRead(Everything all, WholeCase whole, PersonId person, ShownCard card) =>
        all.Authority.ActorFor(person)?.Is(Role.Coordinator) is true
        || whole.Versions.Any(
            request => all.Drawn(request, person) is { } drawn && (card.Has(drawn) || card.Version is not null));
}
