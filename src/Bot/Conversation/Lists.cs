using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Conversation;

/// <summary>A card, and the request it is about, if it is about one.</summary>
/// <param name="IsAgain">Another delivery of the same message opened the request, and has shown it or is about
/// to.</param>
public sealed record Reply(AdaptiveCard Card, RequestId? About = null, bool IsAgain = false);

/// <summary>What a person has to do, what they have asked for, and a new request.</summary>
public sealed class Lists(
    Outreaches outreaches, WorkLists workLists, DeadLetters deadLetters, StorageSettings settings, RefusalLog refusals)
{
    const int Tries = 8;

    public async Task<AdaptiveCard> TasksAsync(Actor viewer, int page, CancellationToken cancel)
    {
        var views = await ViewsAsync(await workLists.OpenAsync(viewer.Person.Id, cancel), viewer, cancel);
        var undelivered = viewer.Is(Role.Coordinator) ? (await deadLetters.AllAsync(cancel)).Count : 0;
        return ListCard.Tasks(
            [.. views.Where(view => view.Request.TurnOf(viewer) is not null || VacancyCard.Concerns(view))],
            viewer.AsksAs is not null,
            undelivered,
            page);
    }

    public async Task<AdaptiveCard> StatusAsync(Actor viewer, int page, CancellationToken cancel) =>
        ListCard.Status(
            await ViewsAsync(await workLists.OfAsync(viewer.Person.Id, cancel), viewer, cancel),
            viewer.AsksAs is not null, page);

    /// <summary>Form 1: the one that was begun and not sent, or a new one.</summary>
    public async Task<Reply> StartAsync(Actor requester, string activityId, SentCard? pressed, CancellationToken cancel)
    {
        if (requester.AsksAs is null)
            return new(HelpCard.Problem("Requests come from schools", new Refusal.MayNotAsk().Words()));

        var drafts = await ViewsAsync(await workLists.DraftsAsync(requester.Person.Id, cancel), requester, cancel);
        if (drafts.FirstOrDefault(view => view.Request.Stage is Stage.Drafting) is { } draft)
        {
            var note = new Note(NoteKind.News, "You began this request before. Here it goes on.");
            return new(
                Replies.Current(draft with { Note = note }), draft.Request.Id,
                IsAgain: Ids(requester, activityId).Contains(draft.Request.Id));
        }

        foreach (var id in Ids(requester, activityId))
        {
            var operation = new Operation(
                OperationId.For(id, 0, Verbs.Start, requester.Person.Id), requester.Person.Id, Verbs.Start,
                InputHash: "", Version: 0);
            var outcome =
                await outreaches.DecideAsync(
                    id, operation, pressed, requester, _ => new Command.StartRequest(), cancel);
            if (outcome.Request.Requester?.Id != requester.Person.Id
                || (outcome.Request.Stage is not Stage.Drafting && !outcome.Repeated)) continue;

            // The outbox lists it as well, but the next message may come before that.
            await workLists.PutAsync(requester.Person.Id, outcome.Request, cancel);
            return new(
                Replies.Current(await outreaches.ViewAsync(outcome.Request, requester, cancel)), id,
                IsAgain: outcome.Repeated);
        }
        throw new InvalidOperationException("Every id that was tried is in use.");
    }

    // An id comes from the activity, so that an activity that is delivered twice opens one request.
    IEnumerable<RequestId> Ids(Actor requester, string activityId) =>
        from attempt in Enumerable.Range(0, Tries)
        let seed = SHA256.HashData(Encoding.UTF8.GetBytes($"{requester.Person.Id.Key}\n{activityId}\n{attempt}"))
        select RequestId.From(BitConverter.ToUInt64(seed), settings.Buckets);

    async Task<IReadOnlyList<View>> ViewsAsync(IEnumerable<RequestId> ids, Actor viewer, CancellationToken cancel)
    {
        var views = await Task.WhenAll(ids.Select(id => FindAsync(id, viewer, cancel)));
        return [.. views.OfType<View>().Where(view => view.Parts.Count > 0 || VacancyCard.Concerns(view))];
    }

    // One request that cannot be read keeps nobody from the others.
    async Task<View?> FindAsync(RequestId id, Actor viewer, CancellationToken cancel)
    {
        try
        {
            return await outreaches.FindAsync(id, viewer, cancel);
        }
        catch (NewerRowException)
        {
            refusals.Unreadable(id);
            return null;
        }
    }
}
