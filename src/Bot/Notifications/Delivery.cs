using System.Net;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;
using OutreachBot.Cards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Keeps one promise: the card is drawn from the request as it stands now, and sent or updated. Interrupted between the
/// sending and the writing down, it is kept again: a person may be told twice but is never left untold.
/// </summary>
public sealed class Delivery(
    Requests requests, Outreaches outreaches, Bookings bookings, WorkLists workLists, HeldCards heldCards,
    ReportDelivery reports, TeamsMessenger messenger, CurrentAuthority current)
{
    /// <summary>Teams says that the person cannot be reached.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>It was their turn, and the directory does not know them any more, or not in that office.</summary>
    public const string Left = "left";

    /// <returns>Null when it is kept, or else why it cannot be.</returns>
    public async Task<string?> KeepAsync(Promise promise, CancellationToken cancel)
    {
        var notice = promise.Notice;
        if (notice.Kind is NoticeKind.Undelivered) return await reports.KeepAsync(promise, cancel);
        if (await requests.FindAsync(promise.Request, cancel) is not { Request: var request }) return null;
        if (notice.Kind is NoticeKind.Diary)
        {
            await bookings.SettleAsync(notice.To, request, cancel);
            return null;
        }

        await workLists.PutAsync(notice.To, request, cancel);
        return notice.Kind is NoticeKind.Listed || !notice.StillTrue(request, current.Authority) ? null : await TellAsync(promise, request, cancel);
    }

    async Task<string?> TellAsync(Promise promise, Request request, CancellationToken cancel)
    {
        var notice = promise.Notice;
        var viewer = current.Authority.ActorFor(notice.To);
        var isAsked = notice.Kind is NoticeKind.YourTurn or NoticeKind.Reminder && request.Waiting.Any(turn => turn.Person.Id == notice.To);
        if (isAsked && (viewer is null || request.TurnOf(viewer) is null)) return Left;
        if (viewer is null) return null;

        var view = await outreaches.ViewAsync(request, viewer, cancel);
        var held = await heldCards.FindAsync(request.Id, notice.To, cancel);
        if (notice.Kind is NoticeKind.Update) await UpdateAsync(promise, view, held, cancel);
        else await SendAsync(promise, view, held, cancel);

        // Another instance may have shown a newer version meanwhile, which this card has just replaced.
        return await outreaches.FindAsync(request.Id, viewer, cancel) is { } newer && newer.Request.Version > request.Version
            ? await TellAsync(promise with { Notice = notice with { Kind = NoticeKind.Update, Version = newer.Request.Version } }, newer.Request, cancel)
            : null;
    }

    async Task UpdateAsync(Promise promise, View view, HeldCard? held, CancellationToken cancel)
    {
        var notice = promise.Notice;
        if (held is null || held.SentFor >= notice.Version) return;

        // Whoever has a turn, or a field, may be typing in that card; it still works, so it is left alone.
        if (held.InUse || view.Request.TurnOf(view.Viewer) is not null) return;
        if (CardFor.Request(view) is not { } card || CardFor.HasFields(card)) return;

        try
        {
            await messenger.UpdateAsync(notice.To, held.Place, card, cancel);
        }
        catch (ConnectorException gone) when (gone.Status is HttpStatusCode.NotFound)
        {
            await SendAsync(promise, view, held: null, cancel);
        }
    }

    async Task SendAsync(Promise promise, View view, HeldCard? held, CancellationToken cancel)
    {
        var notice = promise.Notice;
        if (held?.Promise == promise.Name) return;

        // A newer card has been sent since; it says all that this one would.
        if (notice.Kind is not (NoticeKind.Reminder or NoticeKind.Unreached) && held?.SentFor >= notice.Version) return;
        // It is late, and another that says the same comes today or has come.
        if (notice.Until <= view.Facts.Today) return;
        if (CardFor.Request(view with { Note = Note(notice, view) }) is not { } card) return;

        var place = await messenger.SendAsync(notice.To, card, cancel);
        await heldCards.KeepAsync(view.Request.Id, notice.To, place, view.Request.Version, promise.Name, cancel);
        if (held is { InUse: false } && held.Place.Activity != place.Activity) await PointAsync(notice, view, held, cancel);
    }

    async Task PointAsync(Notice notice, View view, HeldCard held, CancellationToken cancel)
    {
        try
        {
            await messenger.UpdateAsync(notice.To, held.Place, MovedCard.For(view), cancel);
        }
        catch (Exception refused) when (refused is HttpRequestException or ConnectorException { Status: not HttpStatusCode.TooManyRequests })
        {
            // The promise is kept. The old card, if it is still there, answers a press with the request as it stands.
        }
    }

    static Note? Note(Notice notice, View view) => notice.Kind switch
    {
        NoticeKind.Reminder => new(NoteKind.News, "A reminder: this still waits for you."),
        NoticeKind.Unreached => UnreachedNote.For(view, notice.About),
        _ => Story.Newly(view) is { } newest ? new(NoteKind.News, newest) : null,
    };
}
