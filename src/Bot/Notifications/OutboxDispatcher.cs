using System.Threading.Channels;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Finds the items that are to be delivered: those this instance has just written, at once; and in a sweep what is due
/// later, or was left by an instance that died. Several instances do so on the same tables.
/// </summary>
public sealed partial class OutboxDispatcher : BackgroundService
{
    static readonly TimeSpan UntilReady = TimeSpan.FromMilliseconds(200);

    // More than Teams takes in a second from all of them, and few enough that a claim is still fresh when its turn
    // comes.
    const int AtOnce = 64;
    const int Batch = 16;

    // A place for each that was taken and has not been tried yet. Who waits for a place in a channel goes on where it
    // was; who waits for a semaphore goes on in the thread pool, where a simulation cannot follow.
    readonly Channel<OutboxItem> room = Channel.CreateBounded<OutboxItem>(AtOnce);
    readonly RecipientQueues queues;
    readonly OutboxClaims claims;
    readonly DispatchSignals signals;
    readonly CurrentAuthority current;
    readonly TimeProvider clock;
    readonly ILogger<OutboxDispatcher> log;
    CancellationToken stopping;

    public OutboxDispatcher(
        OutboxClaims claims, DeliveryAttempt attempt, DispatchSignals signals, CurrentAuthority current,
        TimeProvider clock, ILogger<OutboxDispatcher> log)
    {
        (this.claims, this.signals, this.current, this.clock, this.log) = (claims, signals, current, clock, log);
        queues = new(taken => attempt.RunAsync(taken, stopping));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        stopping = stoppingToken;
        while (!current.IsLoaded) await Task.Delay(UntilReady, clock, stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, DispatchSignals.Readers)
            .Select(LookAsync).Append(TakeWrittenAsync()).Append(SweepAsync()));
    }

    async Task SweepAsync()
    {
        while (true)
        {
            foreach (var bucket in claims.Buckets) signals.Wake(bucket);
            await Task.Delay(claims.UntilNextSweep, clock, stopping);
        }
    }

    async Task TakeWrittenAsync()
    {
        while (await signals.Written.WaitToReadAsync(stopping)) TakeWritten();
    }

    async Task LookAsync(int reader)
    {
        var buckets = signals.Buckets(reader);
        while (await buckets.WaitToReadAsync(stopping))
        {
            while (buckets.TryRead(out var bucket)) await LookAsync(bucket);
        }
    }

    async Task LookAsync(string bucket)
    {
        signals.Begin(bucket);
        try
        {
            await TakeDueAsync(bucket, stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            // Nothing is lost: what is due is still in the outbox when the next sweep comes.
            LogNotDrained(bucket, failure.GetType().Name);
        }
    }

    /// <summary>Takes upon this instance what it has written itself.</summary>
    public void TakeWritten()
    {
        while (signals.Written.TryRead(out var item)) queues.Add(new(item, clock.GetTimestamp()));
    }

    /// <summary>Takes upon this instance whatever is due in a bucket and nobody else has taken.</summary>
    public async Task TakeDueAsync(string bucket, CancellationToken cancel)
    {
        var free = new List<OutboxItem>(Batch);
        await foreach (var item in claims.FreeAsync(bucket, queues.Has, cancel))
        {
            free.Add(item);
            if (free.Count < Batch) continue;
            await TakeAsync(free, cancel);
            free.Clear();
        }
        await TakeAsync(free, cancel);
        claims.EndOfPass(bucket, cancel);
    }

    /// <summary>Waits until all that was taken has been tried.</summary>
    public Task WhenIdle() => queues.WhenIdle();

    async Task TakeAsync(List<OutboxItem> free, CancellationToken cancel)
    {
        foreach (var item in free) await room.Writer.WriteAsync(item, cancel);
        IReadOnlyList<OutboxItem> claimed = [];
        try
        {
            claimed = await claims.ClaimAsync(free, cancel);
        }
        finally
        {
            // Whatever came of it, also a storage that does not answer: a place that nobody left would be lost for
            // good.
            for (var left = claimed.Count; left < free.Count; left++) Leave();
        }
        foreach (var item in claimed) queues.Add(new(item, clock.GetTimestamp()), Leave);
    }

    void Leave() => room.Reader.TryRead(out _);

    [LoggerMessage(20, LogLevel.Warning, "Bucket {Bucket} could not be looked through: {Kind}.")]
    partial void LogNotDrained(string bucket, string kind);
}
