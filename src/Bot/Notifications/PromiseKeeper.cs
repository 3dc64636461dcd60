using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Notifications;

/// <summary>Keeps a promise that this instance has taken upon itself, or puts it off, or lays it aside and says so.</summary>
public sealed partial class PromiseKeeper(
    Outbox outbox, DeadLetters deadLetters, Requests requests, FanOut fanOut, Delivery delivery, Pace pace, Wakeups wakeups, CurrentAuthority current,
    NotificationSettings settings, TimeProvider clock, Random random, ILogger<PromiseKeeper> log)
{
    // Beyond this a chat that has to wait is put off, so that its promises are not claimed for nothing.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // What sends a promise off sooner or later than its moment by a timer's grain.
    static readonly TimeSpan ClocksDiffer = TimeSpan.FromMilliseconds(20);

    // A connector that does not answer is given up before the claim ends, so that nobody sends at the same time.
    TimeSpan KeptWithin => settings.ClaimHolds * 0.7;

    TimeSpan IsFresh => settings.ClaimHolds * 0.2;

    // The dispatcher's edge: the other place where an exception is caught. One bad promise never delays the others.
    public async Task KeepAsync(Taken taken, CancellationToken cancel)
    {
        try
        {
            if (await StillMineAsync(taken, cancel) is { } promise) await TryAsync(promise, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // Nothing is lost: it is in the outbox, and is found when its claim has ended.
            LogLeft(taken.Promise.Request.Value, taken.Promise.Notice.Kind, failure.GetType().Name);
            _ = WakeAsync(taken.Promise.Bucket, TimeSpan.Zero, cancel);
        }
    }

    async Task<Promise?> StillMineAsync(Taken taken, CancellationToken cancel) =>
        clock.GetElapsedTime(taken.At) <= IsFresh
            ? taken.Promise
            : (await outbox.ClaimAsync([taken.Promise], wakeups.Instance, cancel)).SingleOrDefault();

    async Task TryAsync(Promise promise, CancellationToken cancel)
    {
        if (!promise.IsFanOut && pace.Until(promise.Notice.To) is var wait && wait > Patience)
        {
            await PutOffAsync(promise, wait, promise.Attempts, cancel);
            return;
        }

        using var limit = new CancellationTokenSource(KeptWithin, clock);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        AfterFailure? after;
        try
        {
            after = promise.IsFanOut ? await SpreadAsync(promise, bounded.Token) : await DeliverAsync(promise, bounded.Token, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            after = Failures.After(failure, promise.Attempts, clock.GetUtcNow(), random.NextDouble());
            if (after is AfterFailure.TryAgain again)
                LogPutOff(promise.Request.Value, promise.Notice.Kind, failure.GetType().Name, again.After.TotalSeconds);
        }

        switch (after)
        {
            case AfterFailure.TryAgain { After: var pause, Throttled: var throttled }:
                if (throttled) pace.Refused(promise.Notice.To, pause);
                await PutOffAsync(promise, pause, promise.Attempts + 1, cancel);
                break;
            case AfterFailure.GiveUp { Reason: var reason }:
                await GiveUpAsync(promise, reason, cancel);
                break;
        }
    }

    async Task<AfterFailure?> SpreadAsync(Promise promise, CancellationToken cancel)
    {
        await fanOut.SpreadAsync(promise, cancel);
        return null;
    }

    // What has been sent is struck out, however long the sending took.
    async Task<AfterFailure?> DeliverAsync(Promise promise, CancellationToken bounded, CancellationToken cancel)
    {
        if (await delivery.KeepAsync(promise, bounded) is { } undeliverable) return new AfterFailure.GiveUp(undeliverable);
        await outbox.KeepAsync(promise, cancel);
        return null;
    }

    async Task PutOffAsync(Promise promise, TimeSpan pause, int attempts, CancellationToken cancel)
    {
        await outbox.DeferAsync(promise, pause, attempts, cancel);
        _ = WakeAsync(promise.Bucket, pause, cancel);
    }

    async Task GiveUpAsync(Promise promise, string reason, CancellationToken cancel)
    {
        LogGivenUp(promise.Request.Value, promise.Notice.Kind, reason);
        var request = reason is Delivery.Unreachable or Delivery.Left ? (await requests.FindAsync(promise.Request, cancel))?.Request : null;
        var known = (await deadLetters.OfAsync(promise.Request, cancel))
            .Any(letter => letter.Promise.Notice.To == promise.Notice.To && Unreachable.After(letter.Promise.Notice, request: null, current.Authority).Any());
        var tell = Unreachable.After(promise.Notice, request, current.Authority)
            .Where(notice => !known || notice.Kind is not NoticeKind.Undelivered);

        await outbox.BuryAsync(promise, reason, tell, cancel);
        wakeups.Wake(promise.Bucket);
    }

    // A short pause ends long before the next sweep. A wake-up that is lost costs no more than the wait for that sweep.
    async Task WakeAsync(string bucket, TimeSpan pause, CancellationToken cancel)
    {
        if (pause > OutboxDispatcher.Sweep) return;
        await Task.Delay(pause + ClocksDiffer, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        wakeups.Wake(bucket);
    }

    [LoggerMessage(21, LogLevel.Information, "Request {Request}: a notice ({Notice}) failed with {Kind}; again in {Seconds} s.")]
    partial void LogPutOff(string request, NoticeKind notice, string kind, double seconds);

    [LoggerMessage(22, LogLevel.Error, "Request {Request}: a notice ({Notice}) cannot be delivered: {Reason}.")]
    partial void LogGivenUp(string request, NoticeKind notice, string reason);

    [LoggerMessage(23, LogLevel.Warning, "Request {Request}: a notice ({Notice}) is left for later after {Kind}.")]
    partial void LogLeft(string request, NoticeKind notice, string kind);
}
