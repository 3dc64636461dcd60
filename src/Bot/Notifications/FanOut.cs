using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// When too many people are to be told for one transaction, one promise stands for all of theirs. Expanding it twice
/// writes the same rows twice.
/// </summary>
public sealed class FanOut(Requests requests, Outbox outbox, Wakeups wakeups, CurrentAuthority current)
{
    public async Task ExpandAsync(Promise fanOut, CancellationToken cancel)
    {
        var events = await requests.EventsAsync(fanOut.Request, cancel);
        var before = events.Take(fanOut.Before!.Value).Aggregate(new Request(fanOut.Request), Evolution.Evolve);
        Recorded[] happened = [.. events.Skip(before.Version).Take(fanOut.Notice.Version - before.Version)];
        var after = happened.Aggregate(before, Evolution.Evolve);

        var notices = Notices.After(before, after, happened, current.FactsFor(after));
        await outbox.SpreadAsync(
            fanOut,
            notices.Select(notice => new Promise(fanOut.Request, notice, Name(fanOut, notice), notice.Due ?? fanOut.Due)),
            cancel);
        wakeups.Wake(fanOut.Bucket);
    }

    // The same for the same notice, whoever is in the directory by then.
    static string Name(Promise fanOut, Notice notice) =>
        $"{notice.Version:D6}-{OperationId.For(fanOut.Request, notice.Version, $"{notice.Kind} {notice.Due:O}", notice.To)}";
}
