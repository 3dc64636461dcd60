using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>Everything the store holds about one case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">The state row; null when only other rows are there.</param>
/// <param name="Events">In the order of their numbers.</param>
/// <param name="Operations">Each accepted action: its operation's id, and the version after it.</param>
/// <param name="Outbox">What waits in the outbox.</param>
/// <param name="Dead">What was laid aside.</param>
public sealed record WholeCase(
    CaseId Id, Case? State, IReadOnlyList<Recorded> Events, IReadOnlyList<(string Id, int Version)> Operations,
    IReadOnlyList<OutboxItem> Outbox, IReadOnlyList<(PersonId? To, string? Kind, int Version)> Dead)
{
    /// <summary>Its workflow. Null: neither its state nor its first event is there.</summary>
    public CaseWorkflow? Workflow { get; init; }

    /// <summary>Where each person's newest card of this case stands.</summary>
    public IReadOnlyDictionary<PersonId, SentCard> Cards { get; init; } = new Dictionary<PersonId, SentCard>();

    /// <summary>The case after each number of events, from none to all.</summary>
    public IReadOnlyList<Case> Versions => versions ??= [.. Fold()];

    IReadOnlyList<Case>? versions;

    /// <summary>Every item that the actions so far call for.</summary>
    public IEnumerable<Notice> Notices(Func<Case, Facts> factsFor)
    {
        var before = 0;
        foreach (var after in Operations.Select(operation => operation.Version)
            .Where(version => version < Versions.Count).Order())
        {
            Recorded[] happened = [.. Events.Skip(before).Take(after - before)];
            var notices = happened.Length == 0
                ? []
                : Workflow!.After(Versions[before], Versions[after], happened, factsFor(Versions[after])).Notices;
            foreach (var notice in notices) yield return notice;
            before = after;
        }
    }

    IEnumerable<Case> Fold()
    {
        if (Workflow is null) yield break;

        var now = Workflow.New(Id);
        yield return now;
        foreach (var recorded in Events) yield return now = Workflow.Evolve(now, recorded);
    }
}
