using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// The loop that keeps promises: at once when this instance has written some, and in a sweep for what is due later or
/// was left by an instance that died.
/// </summary>
public sealed partial class OutboxDispatcher(
    Outbox outbox, Delivery delivery, Wakeups wakeups, CurrentAuthority current, TimeProvider clock, ILogger<OutboxDispatcher> log) : BackgroundService
{
    const int AtOnce = 50;
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(60);

    // A connector that does not answer must not hold up everybody behind.
    static readonly TimeSpan KeptWithin = TimeSpan.FromSeconds(20);
    static readonly TimeSpan ClocksDiffer = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan UntilReady = TimeSpan.FromMilliseconds(200);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enumerable.Range(0, Wakeups.Lanes).Select(lane => KeepLaneAsync(lane, stoppingToken)).Append(SweepAsync(stoppingToken)));

    async Task SweepAsync(CancellationToken cancel)
    {
        while (!current.IsLoaded) await Task.Delay(UntilReady, clock, cancel);
        while (true)
        {
            foreach (var bucket in outbox.Buckets) wakeups.Wake(bucket);

            // A little earlier or later each time, so that several instances do not all look at once.
            await Task.Delay(Sweep * (0.75 + (Random.Shared.NextDouble() / 2)), clock, cancel);
        }
    }

    async Task KeepLaneAsync(int lane, CancellationToken cancel)
    {
        await foreach (var bucket in wakeups.ReadAsync(lane, cancel))
        {
            try
            {
                await DrainAsync(bucket, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // Nothing is lost: what is due is still in the outbox when the next sweep comes.
                LogNotDrained(bucket, failure.GetType().Name);
            }
        }
    }

    /// <summary>Keeps all that is due in one bucket now.</summary>
    public async Task DrainAsync(string bucket, CancellationToken cancel)
    {
        while (await outbox.DueAsync(bucket, AtOnce, cancel) is { Count: > 0 } due)
        {
            foreach (var promise in due) await KeepAsync(promise, cancel);
        }
    }

    // The dispatcher's edge: the other place where an exception is caught. One bad promise never delays the others.
    async Task KeepAsync(Promise promise, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(KeptWithin, clock);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            await delivery.KeepAsync(promise, bounded.Token);
            await outbox.KeepAsync(promise, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            switch (Failures.After(failure, promise.Attempts, Random.Shared.NextDouble()))
            {
                case AfterFailure.TryAgain { After: var pause }:
                    LogPutOff(promise.Request.Value, promise.Notice.Kind, failure.GetType().Name, pause.TotalSeconds);
                    await outbox.DeferAsync(promise, pause, cancel);
                    _ = WakeAsync(promise.Bucket, pause, cancel);
                    break;
                case AfterFailure.GiveUp { Reason: var reason }:
                    LogGivenUp(promise.Request.Value, promise.Notice.Kind, reason);
                    await outbox.BuryAsync(promise, reason, cancel);
                    break;
            }
        }
    }

    // A short pause ends long before the next sweep. A wake-up that is lost costs no more than the wait for that sweep.
    async Task WakeAsync(string bucket, TimeSpan pause, CancellationToken cancel)
    {
        if (pause > Sweep) return;
        await Task.Delay(pause + ClocksDiffer, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        wakeups.Wake(bucket);
    }

    [LoggerMessage(20, LogLevel.Warning, "Bucket {Bucket} could not be worked through: {Kind}.")]
    partial void LogNotDrained(string bucket, string kind);

    [LoggerMessage(21, LogLevel.Information, "Request {Request}: a notice ({Notice}) failed with {Kind}; again in {Seconds} s.")]
    partial void LogPutOff(string request, Workflow.Outreach.NoticeKind notice, string kind, double seconds);

    [LoggerMessage(22, LogLevel.Error, "Request {Request}: a notice ({Notice}) cannot be delivered: {Reason}.")]
    partial void LogGivenUp(string request, Workflow.Outreach.NoticeKind notice, string reason);
}
