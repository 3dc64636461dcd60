using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Workflows;

/// <summary>
/// One person's command on one case: the facts are gathered, its workflow decides, and what came of it is recorded.
/// </summary>
public sealed class CaseAccess(CaseStore store, Registry registry, CurrentAuthority current)
{
    /// <param name="id">A case that need not exist yet.</param>
    /// <param name="workflow">The workflow of one that does not exist yet. Null: nothing is begun.</param>
    /// <param name="operation">The press or message that asks.</param>
    /// <param name="pressed">The card that was pressed, if it was one.</param>
    /// <param name="actor">Who asks, as the directory knows them now.</param>
    /// <param name="commandFor">The command on the case as it stands; null when it asks for nothing there.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>Null: there is no such case, and none was begun.</returns>
    public Task<Outcome?> DecideAsync(
        CaseId id, CaseWorkflow? workflow, Operation operation, SentCard? pressed, Actor actor,
        Func<Case, Command?> commandFor, CancellationToken cancel) =>
        store.DecideAsync(
            id, workflow, operation, pressed, now => DecideAsync(now, commandFor(now), actor, cancel), cancel);

    async Task<Deciding> DecideAsync(Case now, Command? command, Actor actor, CancellationToken cancel)
    {
        if (command is null)
            return new(Decision.Reject(new Refusal.NotAtThisStage()), actor, current.FactsFor(now));

        while (true)
        {
            var facts = await FactsAsync(now, actor, command, cancel);
            var decision = registry.Workflows.Of(now).Decide(now, command, actor, facts);
            if (registry.FactsOf(now) is not { } source || await source.ClaimAsync(now, decision, cancel))
                return new(decision, actor, facts);
        }
    }

    /// <summary>The case as it stands. Null: there is none of that id.</summary>
    public async Task<Case?> ReadAsync(CaseId id, CancellationToken cancel) =>
        (await store.FindAsync(id, cancel))?.Case;

    /// <summary>The case as this person may see it. Null: there is none of that id.</summary>
    public async Task<View?> FindAsync(CaseId id, Actor viewer, CancellationToken cancel) =>
        await store.FindAsync(id, cancel) is { Case: var now } ? await ViewAsync(now, viewer, cancel) : null;

    public async Task<View> ViewAsync(Case now, Actor viewer, CancellationToken cancel) =>
        registry.CardsOf(now).View(now, viewer, await FactsAsync(now, viewer, asked: null, cancel));

    async Task<Facts> FactsAsync(Case now, Actor actor, Command? asked, CancellationToken cancel) =>
        registry.FactsOf(now) is { } source
            ? await source.AddAsync(current.FactsFor(now), now, actor, asked, cancel)
            : current.FactsFor(now);
}
