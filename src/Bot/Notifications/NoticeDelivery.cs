using System.Net;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Tells one person: the card is drawn from the case as it stands now, and sent or updated. Interrupted between the
/// sending and the writing down, it is delivered again: a person may be told twice but is never left untold.
/// </summary>
public sealed class NoticeDelivery(
    CaseAccess cases, Registry registry, WorkLists workLists, SentCards sentCards, TeamsMessenger messenger,
    CurrentAuthority current)
{
    /// <returns>Null when it is delivered, or else why it cannot be.</returns>
    public async Task<string?> DeliverAsync(NoticeItem item, CancellationToken cancel)
    {
        if (await cases.ReadAsync(item.Case, cancel) is not { } now) return null;

        // Before the card: whoever reads it may ask for their list at once.
        await workLists.PutAsync(item.Person, now, cancel);
        return registry.Workflows.Of(now).IsStillTrue(item.Notice, now, current.Authority)
            ? await TellAsync(item, now, cancel)
            : null;
    }

    async Task<string?> TellAsync(NoticeItem item, Case now, CancellationToken cancel)
    {
        var notice = item.Notice;
        var viewer = current.Authority.ActorFor(notice.To);
        var isAsked = notice.Kind is NoticeKind.YourTurn or NoticeKind.Reminder
            && now.Turns.Any(turn => turn.Person.Id == notice.To);
        if (isAsked && (viewer is null || now.TurnOf(viewer) is null)) return DeadLetter.Left;
        if (viewer is null) return null;

        var view = await cases.ViewAsync(now, viewer, cancel);
        var shown = await sentCards.FindAsync(now.Id, notice.To, cancel);
        if (notice.Kind is NoticeKind.Update) await UpdateAsync(item, view, shown, cancel);
        else await SendAsync(item, view, shown, cancel);

        // Another instance may have shown a newer version meanwhile, which this card has just replaced.
        return await cases.FindAsync(now.Id, viewer, cancel) is { } newer
            && newer.Case.Version > now.Version
            ? await TellAsync(
                item with { Notice = notice with { Kind = NoticeKind.Update, Version = newer.Case.Version } },
                newer.Case, cancel)
            : null;
    }

    async Task UpdateAsync(NoticeItem item, View view, CurrentCard? shown, CancellationToken cancel)
    {
        var notice = item.Notice;
        if (shown is null || shown.SentFor >= notice.Version) return;

        // Whoever has a turn, or a field, may be typing in that card; it still works, so it is left alone.
        if (shown.InUse || view.Case.TurnOf(view.Viewer) is not null) return;
        if (view.Card() is not { } card || Fields.AreIn(card)) return;

        try
        {
            await messenger.UpdateAsync(notice.To, shown.Card, card, cancel);
        }
        catch (ConnectorException gone) when (gone.Status is HttpStatusCode.NotFound)
        {
            await SendAsync(item, view, shown: null, cancel);
        }
    }

    async Task SendAsync(NoticeItem item, View view, CurrentCard? shown, CancellationToken cancel)
    {
        var notice = item.Notice;
        if (shown?.ItemName == item.Name) return;

        // A newer card has been sent since; it says all that this one would.
        if (notice.Kind is not (NoticeKind.Reminder or NoticeKind.Unreached) && shown?.SentFor >= notice.Version)
            return;
        // It is late, and another that says the same comes today or has come.
        if (notice.Until <= view.Facts.Today) return;
        if ((view with { Note = Note(notice, view) }).Card() is not { } card) return;

        var sent = await messenger.SendAsync(notice.To, card, cancel);
        await sentCards.SaveAsync(view.Case.Id, notice.To, sent, view.Case.Version, item.Name, cancel);
        if (shown is { InUse: false } && shown.Card.Activity != sent.Activity)
            await PointAsync(notice, view, shown, cancel);
    }

    async Task PointAsync(Notice notice, View view, CurrentCard shown, CancellationToken cancel)
    {
        try
        {
            await messenger.UpdateAsync(notice.To, shown.Card, MovedCard.For(view), cancel);
        }
        catch (Exception refused)
            when (refused is HttpRequestException or ConnectorException { Status: not HttpStatusCode.TooManyRequests })
        {
            // The item is delivered. The old card, if it is still there, answers a press with the case as it stands.
        }
    }

    static Note? Note(Notice notice, View view) => notice.Kind switch
    {
        NoticeKind.Reminder => new(NoteKind.News, "A reminder: this still waits for you."),
        NoticeKind.Unreached => UnreachedNote.For(view, notice.About),
        _ => History.Newly(view) is { } newest ? new(NoteKind.News, newest) : null,
    };
}
