using System.Threading.Channels;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Finds the promises that are to be kept: those this instance has just written, at once; and in a sweep what is due
/// later, or was left by an instance that died. Several instances do so on the same tables.
/// </summary>
public sealed partial class OutboxDispatcher : BackgroundService
{
    // How often what others left is looked for; a little more or less each time, so that instances do not look at once.
    internal static readonly TimeSpan Sweep = TimeSpan.FromSeconds(70);
    static readonly TimeSpan UntilReady = TimeSpan.FromMilliseconds(200);

    // More than Teams takes in a second from all of them, and few enough that a claim is still fresh when its turn comes.
    const int AtOnce = 64;
    const int Batch = 16;

    readonly Outbox outbox;
    readonly Wakeups wakeups;
    readonly CurrentAuthority current;
    readonly NotificationSettings settings;
    readonly TimeProvider clock;
    readonly Random random;
    readonly ILogger<OutboxDispatcher> log;
    readonly Queues queues;

    // A place for each that was taken and has not been tried yet. Who waits for a place in a channel goes on where it was;
    // who waits for a semaphore goes on in the thread pool, where a simulation cannot follow.
    readonly Channel<Promise> room = Channel.CreateBounded<Promise>(AtOnce);
    readonly Dictionary<string, ClaimWatch> watches;
    CancellationToken stopping;

    public OutboxDispatcher(
        Outbox outbox, PromiseKeeper keeper, Wakeups wakeups, CurrentAuthority current, NotificationSettings settings, TimeProvider clock,
        Random random, ILogger<OutboxDispatcher> log)
    {
        (this.outbox, this.wakeups, this.current, this.settings, this.clock, this.random, this.log) = (outbox, wakeups, current, settings, clock, random, log);
        queues = new(taken => keeper.KeepAsync(taken, stopping));
        watches = outbox.Buckets.ToDictionary(bucket => bucket, _ => new ClaimWatch(settings.ClaimHolds, clock));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        stopping = stoppingToken;
        while (!current.IsLoaded) await Task.Delay(UntilReady, clock, stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, Wakeups.Lanes).Select(LookAsync).Append(TakeWrittenAsync()).Append(SweepAsync()));
    }

    async Task SweepAsync()
    {
        while (true)
        {
            foreach (var bucket in outbox.Buckets) wakeups.Wake(bucket);
            await Task.Delay(Sweep * (0.9 + (random.NextDouble() * 0.2)), clock, stopping);
        }
    }

    async Task TakeWrittenAsync()
    {
        while (await wakeups.Written.WaitToReadAsync(stopping)) TakeWritten();
    }

    async Task LookAsync(int lane)
    {
        var buckets = wakeups.Buckets(lane);
        while (await buckets.WaitToReadAsync(stopping))
        {
            while (buckets.TryRead(out var bucket)) await LookAsync(bucket);
        }
    }

    async Task LookAsync(string bucket)
    {
        wakeups.Begin(bucket);
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
        while (wakeups.Written.TryRead(out var promise)) queues.Add(new(promise, clock.GetTimestamp()));
    }

    /// <summary>Takes upon this instance whatever is due in a bucket and nobody else has taken.</summary>
    public async Task TakeDueAsync(string bucket, CancellationToken cancel)
    {
        var free = new List<Promise>(Batch);
        await foreach (var promise in outbox.DueAsync(bucket, cancel))
        {
            if (queues.Has(promise) || !watches[bucket].IsFree(promise)) continue;
            free.Add(promise);
            if (free.Count < Batch) continue;
            await TakeAsync(free, cancel);
            free.Clear();
        }
        await TakeAsync(free, cancel);
        if (watches[bucket].EndOfPass()) _ = LookAgainAsync(bucket, cancel);
    }

    /// <summary>Waits until all that was taken has been tried.</summary>
    public Task WhenIdle() => queues.WhenIdle();

    async Task TakeAsync(List<Promise> free, CancellationToken cancel)
    {
        foreach (var promise in free) await room.Writer.WriteAsync(promise, cancel);
        IReadOnlyList<Promise> claimed = [];
        try
        {
            claimed = await outbox.ClaimAsync(free, wakeups.Instance, cancel);
        }
        finally
        {
            // Whatever came of it, also a storage that does not answer: a place that nobody left would be lost for good.
            for (var left = claimed.Count; left < free.Count; left++) Leave();
        }
        foreach (var promise in claimed) queues.Add(new(promise, clock.GetTimestamp()), Leave);
    }

    void Leave() => room.Reader.TryRead(out _);

    async Task LookAgainAsync(string bucket, CancellationToken cancel)
    {
        await Task.Delay(settings.ClaimHolds, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        wakeups.Wake(bucket);
    }

    [LoggerMessage(20, LogLevel.Warning, "Bucket {Bucket} could not be looked through: {Kind}.")]
    partial void LogNotDrained(string bucket, string kind);
}
