using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Notifications;

/// <summary>Lays an item aside that cannot be delivered, and has those told who can do something about it.</summary>
public sealed class DeadLettering(
    Outbox outbox, DeadLetters deadLetters, CaseStore store, DispatchSignals signals, CurrentAuthority current,
    CaseWorkflows workflows)
{
    public async Task GiveUpAsync(OutboxItem item, string reason, CancellationToken cancel)
    {
        var about = reason is DeadLetter.Unreachable or DeadLetter.Left
            ? (await store.FindAsync(item.Case, cancel))?.Case
            : null;

        // Of the same person and case coordinators hear once.
        var known = (await deadLetters.OfAsync(item.Case, cancel))
            .Any(letter => letter.Item.Person == item.Person && Told(letter.Item, about: null).Any());
        var told = Told(item, about).Where(notice => !known || notice.Kind is not NoticeKind.Undelivered);

        await outbox.DeadLetterAsync(item, reason, told, cancel);
        signals.Wake(item.Bucket);
    }

    IEnumerable<Notice> Told(OutboxItem item, Case? about) => item switch
    {
        NoticeItem { Notice: var notice } => Unreachable.After(
            notice, about is null ? null : (workflows.Of(about), about), current.Authority),
        FanOutItem => Unreachable.Coordinators(item.Person, item.Version, current.Authority),
        _ => [],
    };
}
