using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Storage;

/// <summary>Everything the store holds about one request.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">The state row; null when only other rows are there.</param>
/// <param name="Events">In the order of their numbers.</param>
/// <param name="Operations">Each accepted action: its operation's id, and the version after it.</param>
/// <param name="Outbox">What waits in the outbox.</param>
/// <param name="Dead">What was laid aside.</param>
public sealed record WholeRequest(
    RequestId Id, Request? State, IReadOnlyList<Recorded> Events, IReadOnlyList<(string Id, int Version)> Operations,
    IReadOnlyList<OutboxItem> Outbox, IReadOnlyList<(PersonId? To, string? Kind, int Version)> Dead)
{
    /// <summary>Where each person's newest card of this request stands.</summary>
    public IReadOnlyDictionary<PersonId, SentCard> Cards { get; init; } = new Dictionary<PersonId, SentCard>();

    /// <summary>The request after each number of events, from none to all.</summary>
    public IReadOnlyList<Request> Versions => versions ??= [.. Fold()];

    IReadOnlyList<Request>? versions;

    /// <summary>Every item that the actions so far call for.</summary>
    public IEnumerable<Notice> Notices(Func<Request, Facts> factsFor)
    {
        var before = 0;
        foreach (var after in Operations.Select(operation => operation.Version)
            .Where(version => version < Versions.Count).Order())
        {
            Recorded[] happened = [.. Events.Skip(before).Take(after - before)];
            var notices = happened.Length == 0
                ? []
                : Workflow.Outreach.Notices.After(
                    Versions[before], Versions[after], happened, factsFor(Versions[after]));
            foreach (var notice in notices) yield return notice;
            before = after;
        }
    }

    IEnumerable<Request> Fold()
    {
        var request = new Request(Id);
        yield return request;
        foreach (var recorded in Events) yield return request = Evolution.Evolve(request, recorded);
    }
}
