using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Verification;

/// <summary>Everything the store holds about one request.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">The state row; null when only other rows are there.</param>
/// <param name="Events">In the order of their numbers.</param>
/// <param name="OperationVersions">The version after each accepted action, one for each operation row.</param>
/// <param name="Promises">What waits in the outbox.</param>
/// <param name="Dead">What was laid aside, by kind and version.</param>
public sealed record WholeRequest(
    RequestId Id, Request? State, IReadOnlyList<Recorded> Events, IReadOnlyList<int> OperationVersions,
    IReadOnlyList<Promise> Promises, IReadOnlyList<(NoticeKind Kind, int Version)> Dead);

/// <summary>Something that must never be, and where it was found. It names ids and numbers, and no person.</summary>
public sealed record Violation(string Invariant, string Where, string What);
