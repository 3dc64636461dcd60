using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Conversation;

/// <summary>A card, and the case it is about, if it is about one.</summary>
/// <param name="IsAgain">Another delivery of the same message opened the case, and has shown it or is about
/// to.</param>
public sealed record Reply(AdaptiveCard Card, CaseId? About = null, bool IsAgain = false);

/// <summary>What a person has to do, what they have a part in, and a new case.</summary>
public sealed class Lists(
    CaseAccess cases, Registry registry, WorkLists workLists, DeadLetters deadLetters, StorageSettings settings,
    RefusalLog refusals)
{
    const int Tries = 8;

    public async Task<AdaptiveCard> TasksAsync(Actor viewer, int page, CancellationToken cancel)
    {
        var views = await ViewsAsync(await workLists.OpenAsync(viewer.Person.Id, cancel), viewer, cancel);
        var undelivered = viewer.Is(Role.Coordinator) ? (await deadLetters.AllAsync(cancel)).Count : 0;
        return ListCard.Tasks(
            [.. views.Where(view => view.IsWaitedFor)], registry.MenuFor(viewer), undelivered, page);
    }

    public async Task<AdaptiveCard> StatusAsync(Actor viewer, int page, CancellationToken cancel) =>
        ListCard.Status(
            await ViewsAsync(await workLists.OfAsync(viewer.Person.Id, cancel), viewer, cancel),
            registry.MenuFor(viewer), page);

    /// <summary>The case that was begun and not shown to anybody, or a new one.</summary>
    public async Task<Reply> StartAsync(
        WorkflowCards started, Actor by, string activityId, SentCard? pressed, CancellationToken cancel)
    {
        var workflow = started.Workflow;
        if (!workflow.MayStart(by)) return new(started.MayNotStart());

        var drafts = await ViewsAsync(await workLists.DraftsAsync(by.Person.Id, cancel), by, cancel);
        if (drafts.FirstOrDefault(view => view.Case.IsBegun && IsOf(workflow, view.Case)) is { } draft)
        {
            var note = new Note(NoteKind.News, "You began this request before. Here it goes on.");
            return new(
                Replies.Current(draft with { Note = note }), draft.Case.Id,
                IsAgain: Ids(by, activityId).Contains(draft.Case.Id));
        }

        foreach (var id in Ids(by, activityId))
        {
            var operation = new Operation(
                OperationId.For(id, 0, started.Start.Verb, by.Person.Id), by.Person.Id, started.Start.Verb,
                InputHash: "", Version: 0);
            var outcome = await cases.DecideAsync(id, workflow, operation, pressed, by, _ => workflow.Start, cancel);
            if (outcome!.Decision is Decision.Rejected { Why: var why } && outcome.Case.Version == 0)
                return new(Replies.NotStarted(await cases.ViewAsync(outcome.Case, by, cancel), why));
            var isOpened = outcome.Decision is Decision.Accepted { Events.Count: > 0 };
            if (!isOpened && !outcome.Repeated) continue;

            // The outbox lists it as well, but the next message may come before that.
            await workLists.PutAsync(by.Person.Id, outcome.Case, cancel);
            return new(
                Replies.Current(await cases.ViewAsync(outcome.Case, by, cancel)), id, IsAgain: outcome.Repeated);
        }
        throw new InvalidOperationException("Every id that was tried is in use.");
    }

    bool IsOf(CaseWorkflow workflow, Case one) => registry.Workflows.Of(one) == workflow;

    // An id comes from the activity, so that an activity that is delivered twice opens one case.
    IEnumerable<CaseId> Ids(Actor by, string activityId) =>
        from attempt in Enumerable.Range(0, Tries)
        let seed = SHA256.HashData(Encoding.UTF8.GetBytes($"{by.Person.Id.Key}\n{activityId}\n{attempt}"))
        select CaseId.From(BitConverter.ToUInt64(seed), settings.Buckets);

    async Task<IReadOnlyList<View>> ViewsAsync(IEnumerable<CaseId> ids, Actor viewer, CancellationToken cancel)
    {
        var views = await Task.WhenAll(ids.Select(id => FindAsync(id, viewer, cancel)));
        return [.. views.OfType<View>().Where(view => view.IsListed)];
    }

    // One case that cannot be read keeps nobody from the others.
    async Task<View?> FindAsync(CaseId id, Actor viewer, CancellationToken cancel)
    {
        try
        {
            return await cases.FindAsync(id, viewer, cancel);
        }
        catch (NewerRowException)
        {
            refusals.Unreadable(id);
            return null;
        }
    }
}
