using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Workflows;

/// <summary>
/// What a workflow needs from storage before it decides, and what it claims there. A workflow that rests on the case
/// and the directory alone has none.
/// </summary>
public abstract class FactSource
{
    /// <summary>The name of its workflow.</summary>
    public abstract string Workflow { get; }

    /// <summary>The facts with what this person's command rests on besides, or what their card shows.</summary>
    /// <param name="facts">The scheme, the day and the directory.</param>
    /// <param name="now">The case.</param>
    /// <param name="actor">Who asks or looks.</param>
    /// <param name="asked">What is asked. Null: nothing, it is only shown.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public abstract Task<Facts> AddAsync(
        Facts facts, Case now, Actor actor, Command? asked, CancellationToken cancel);

    /// <summary>Claims what has been decided, before it is recorded.</summary>
    /// <returns>False: what the decision rests on has changed, and it is decided again.</returns>
    public abstract Task<bool> ClaimAsync(Case now, Decision decision, CancellationToken cancel);

    /// <summary>What must never be in a store, and is there.</summary>
    public abstract IEnumerable<Violation> Check(
        IReadOnlyDictionary<CaseId, WholeCase> cases,
        IEnumerable<(PersonId Person, Booking Booking)> bookings, Authority authority);

    /// <summary>Brings what is derived in line with the case. Done twice, it comes to the same.</summary>
    public abstract Task AlignAsync(Alignment alignment, Case now, CancellationToken cancel);
}
