using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Delivers an item that this instance has taken upon itself, or puts it off, or lays it aside and says so.
/// </summary>
public sealed partial class DeliveryAttempt(
    Outbox outbox, DeadLetters deadLetters, Requests requests, FanOut fanOut, Delivery delivery,
    TeamsRateLimit rateLimit, DispatchSignals signals, CurrentAuthority current,
    NotificationSettings settings, TimeProvider clock, Random random, ILogger<DeliveryAttempt> log)
{
    // Beyond this a chat that has to wait is put off, so that its items are not claimed for nothing.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // What sends an item off sooner or later than its moment by a timer's grain.
    static readonly TimeSpan ClocksDiffer = TimeSpan.FromMilliseconds(20);

    // A connector that does not answer is given up before the claim ends, so that nobody sends at the same time.
    TimeSpan DeliveredWithin => settings.ClaimHolds * 0.7;

    TimeSpan IsFresh => settings.ClaimHolds * 0.2;

    // The dispatcher's edge: the other place where an exception is caught. One bad item never delays the others.
    public async Task RunAsync(ClaimedItem taken, CancellationToken cancel)
    {
        try
        {
            if (await StillMineAsync(taken, cancel) is { } item) await TryAsync(item, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // Nothing is lost: it is in the outbox, and is found when its claim has ended.
            LogLeft(taken.Item.Request.Value, taken.Item.Notice.Kind, failure.GetType().Name);
            _ = WakeAsync(taken.Item.Bucket, TimeSpan.Zero, cancel);
        }
    }

    async Task<OutboxItem?> StillMineAsync(ClaimedItem taken, CancellationToken cancel) =>
        clock.GetElapsedTime(taken.At) <= IsFresh
            ? taken.Item
            : (await outbox.ClaimAsync([taken.Item], signals.Instance, cancel)).SingleOrDefault();

    async Task TryAsync(OutboxItem item, CancellationToken cancel)
    {
        if (!item.IsFanOut && rateLimit.Until(item.Notice.To) is var wait && wait > Patience)
        {
            await PutOffAsync(item, wait, item.Attempts, cancel);
            return;
        }

        using var limit = new CancellationTokenSource(DeliveredWithin, clock);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        AfterFailure? after;
        try
        {
            after = item.IsFanOut
                ? await SpreadAsync(item, bounded.Token)
                : await DeliverAsync(item, bounded.Token, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            after = RetryPolicy.After(failure, item.Attempts, clock.GetUtcNow(), random.NextDouble());
            if (after is AfterFailure.TryAgain again)
                LogPutOff(item.Request.Value, item.Notice.Kind, failure.GetType().Name, again.After.TotalSeconds);
        }

        switch (after)
        {
            case AfterFailure.TryAgain { After: var pause, Throttled: var throttled }:
                if (throttled) rateLimit.Refused(item.Notice.To, pause);
                await PutOffAsync(item, pause, item.Attempts + 1, cancel);
                break;
            case AfterFailure.GiveUp { Reason: var reason }:
                await GiveUpAsync(item, reason, cancel);
                break;
        }
    }

    async Task<AfterFailure?> SpreadAsync(OutboxItem item, CancellationToken cancel)
    {
        await fanOut.SpreadAsync(item, cancel);
        return null;
    }

    // What has been sent is struck out, however long the sending took.
    async Task<AfterFailure?> DeliverAsync(OutboxItem item, CancellationToken bounded, CancellationToken cancel)
    {
        if (await delivery.DeliverAsync(item, bounded) is { } undeliverable)
            return new AfterFailure.GiveUp(undeliverable);
        await outbox.CompleteAsync(item, cancel);
        return null;
    }

    async Task PutOffAsync(OutboxItem item, TimeSpan pause, int attempts, CancellationToken cancel)
    {
        await outbox.DeferAsync(item, pause, attempts, cancel);
        _ = WakeAsync(item.Bucket, pause, cancel);
    }

    async Task GiveUpAsync(OutboxItem item, string reason, CancellationToken cancel)
    {
        LogGivenUp(item.Request.Value, item.Notice.Kind, reason);
        var request = reason is DeadLetter.Unreachable or DeadLetter.Left
            ? (await requests.FindAsync(item.Request, cancel))?.Request
            : null;
        var known = (await deadLetters.OfAsync(item.Request, cancel))
            .Any(letter => letter.Item.Notice.To == item.Notice.To
                && Unreachable.After(letter.Item.Notice, request: null, current.Authority).Any());
        var tell = Unreachable.After(item.Notice, request, current.Authority)
            .Where(notice => !known || notice.Kind is not NoticeKind.Undelivered);

        await outbox.DeadLetterAsync(item, reason, tell, cancel);
        signals.Wake(item.Bucket);
    }

    // A short pause ends long before the next sweep. A wake-up that is lost costs no more than the wait for that sweep.
    async Task WakeAsync(string bucket, TimeSpan pause, CancellationToken cancel)
    {
        if (pause > OutboxDispatcher.Sweep) return;
        await Task.Delay(pause + ClocksDiffer, clock, cancel)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        signals.Wake(bucket);
    }

    [LoggerMessage(
        21, LogLevel.Information, "Request {Request}: a notice ({Notice}) failed with {Kind}; again in {Seconds} s.")]
    partial void LogPutOff(string request, NoticeKind notice, string kind, double seconds);

    [LoggerMessage(22, LogLevel.Error, "Request {Request}: a notice ({Notice}) cannot be delivered: {Reason}.")]
    partial void LogGivenUp(string request, NoticeKind notice, string reason);

    [LoggerMessage(23, LogLevel.Warning, "Request {Request}: a notice ({Notice}) is left for later after {Kind}.")]
    partial void LogLeft(string request, NoticeKind notice, string kind);
}
