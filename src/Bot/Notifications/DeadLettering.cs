using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Notifications;

/// <summary>Lays an item aside that cannot be delivered, and has those told who can do something about it.</summary>
public sealed class DeadLettering(
    Outbox outbox, DeadLetters deadLetters, Requests requests, DispatchSignals signals, CurrentAuthority current)
{
    public async Task GiveUpAsync(OutboxItem item, string reason, CancellationToken cancel)
    {
        var request = reason is DeadLetter.Unreachable or DeadLetter.Left
            ? (await requests.FindAsync(item.Request, cancel))?.Request
            : null;

        // Of the same person and request coordinators hear once.
        var known = (await deadLetters.OfAsync(item.Request, cancel))
            .Any(letter => letter.Item.Person == item.Person && Told(letter.Item, request: null).Any());
        var told = Told(item, request).Where(notice => !known || notice.Kind is not NoticeKind.Undelivered);

        await outbox.DeadLetterAsync(item, reason, told, cancel);
        signals.Wake(item.Bucket);
    }

    IEnumerable<Notice> Told(OutboxItem item, Request? request) => item switch
    {
        NoticeItem { Notice: var notice } => Unreachable.After(notice, request, current.Authority),
        FanOutItem => Unreachable.Coordinators(item.Person, item.Version, current.Authority),
        _ => [],
    };
}
