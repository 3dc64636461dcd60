using System.Net;
using AdaptiveCards;
using Microsoft.Bot.Schema;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;
using OutreachBot.Cards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Keeps one promise: the card is drawn from the request as it stands now, and sent or updated. Interrupted between the
/// sending and the striking out, it is kept again: a person may be told twice but is never left untold.
/// </summary>
public sealed class Delivery(
    Requests requests, Outreaches outreaches, Bookings bookings, WorkLists workLists, HeldCards heldCards,
    TeamsMessenger messenger, CurrentAuthority current)
{
    public async Task KeepAsync(Promise promise, CancellationToken cancel)
    {
        if (await requests.FindAsync(promise.Request, cancel) is not { Request: var request }) return;

        var notice = promise.Notice;
        if (notice.Kind is NoticeKind.Diary)
        {
            await bookings.SettleAsync(notice.To, request, cancel);
            return;
        }

        await workLists.PutAsync(notice.To, request, cancel);
        if (notice.Kind is NoticeKind.Listed || !notice.StillTrue(request)) return;
        if (current.Authority.ActorFor(notice.To) is not { } viewer) return;

        var view = await outreaches.ViewAsync(request, viewer, cancel);
        var held = await heldCards.FindAsync(request.Id, notice.To, cancel);
        if (notice.Kind is NoticeKind.Update) await UpdateAsync(notice, view, held, cancel);
        else await SendAsync(notice, view, held, cancel);
    }

    async Task UpdateAsync(Notice notice, View view, HeldCard? held, CancellationToken cancel)
    {
        if (held is null || held.SentFor >= notice.Version) return;

        // Whoever has a turn, or a field, may be typing in that card; it still works, so it is left alone.
        if (view.Request.TurnOf(view.Viewer) is not null) return;
        if (CardFor.Request(view) is not { } card || card.Body.Any(element => element is AdaptiveInput)) return;

        try
        {
            await messenger.UpdateAsync(notice.To, held.Place, card, cancel);
        }
        catch (ErrorResponseException gone) when (gone.Response?.StatusCode is HttpStatusCode.NotFound)
        {
            await SendAsync(notice, view, held: null, cancel);
        }
    }

    async Task SendAsync(Notice notice, View view, HeldCard? held, CancellationToken cancel)
    {
        // A newer card has been sent since; it says all that this one would.
        if (notice.Kind is not NoticeKind.Reminder && held?.SentFor >= notice.Version) return;
        if (CardFor.Request(view with { Note = Note(notice, view) }) is not { } card) return;

        var place = await messenger.SendAsync(notice.To, card, cancel);
        await heldCards.KeepAsync(view.Request.Id, notice.To, place, view.Request.Version, cancel);
        if (held is not null && held.Place.Activity != place.Activity) await PointAsync(notice, view, held, cancel);
    }

    async Task PointAsync(Notice notice, View view, HeldCard held, CancellationToken cancel)
    {
        try
        {
            await messenger.UpdateAsync(notice.To, held.Place, MovedCard.For(view), cancel);
        }
        catch (Exception refused) when (refused is ErrorResponseException or HttpRequestException)
        {
            // The promise is kept. The old card, if it is still there, answers a press with the request as it stands.
        }
    }

    static Note? Note(Notice notice, View view) => notice.Kind switch
    {
        NoticeKind.Reminder => new(NoteKind.News, "A reminder: this still waits for you."),
        _ => Story.Newly(view) is { } newest ? new(NoteKind.News, newest) : null,
    };
}
