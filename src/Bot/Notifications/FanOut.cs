using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Spreads the item that stands for all that a press calls for into one for each person and each thing, so that nobody
/// waits for another. Spreading it twice writes the same rows twice.
/// </summary>
public sealed class FanOut(
    CaseStore store, Outbox outbox, DispatchSignals signals, CurrentAuthority current, CaseWorkflows workflows)
{
    public async Task SpreadAsync(FanOutItem fanOut, CancellationToken cancel)
    {
        var (all, happened) = fanOut.InHand is { } inHand
            ? (inHand, fanOut.Due)
            : await DeriveAsync(fanOut, cancel);

        // Claims of too many would end before their turn comes.
        var mine = all.Notices.Count + all.Alignments.Count <= Outbox.MostAtOnce ? signals.Instance : null;
        List<OutboxItem> items =
        [
            .. all.Alignments.Select(one => AlignmentItem.Of(fanOut.Case, one, happened) with { Claim = mine }),
            .. all.Notices.Select(one => NoticeItem.Of(fanOut.Case, one, happened) with
            {
                Claim = one.Due is null ? mine : null,
            }),
        ];
        foreach (var item in await outbox.SpreadAsync(fanOut, items, cancel))
            if (item.Claim is not null) signals.Hand(item);
        if (mine is null) signals.Wake(fanOut.Bucket);
    }

    // Whoever wrote it has died, or has put it off. Who has come into an office meanwhile is told in place of who left
    // it.
    async Task<(Consequences All, DateTimeOffset Happened)> DeriveAsync(FanOutItem fanOut, CancellationToken cancel)
    {
        var events = await store.EventsAsync(fanOut.Case, cancel);
        if (events.Count == 0) throw new InvalidDataException("An item rests on events that are not there.");

        var workflow = workflows.StartedBy(events[0].What);
        var before = workflow.Fold(workflow.New(fanOut.Case), events.Take(fanOut.Before));
        Recorded[] happened = [.. events.Skip(before.Version).Take(fanOut.Last - before.Version)];
        if (happened is not [.., { Number: var last, At: var at }] || last != fanOut.Last)
            throw new InvalidDataException("An item rests on events that are not there.");

        var after = workflow.Fold(before, happened);
        return (workflow.After(before, after, happened, current.FactsFor(after)), at);
    }
}
