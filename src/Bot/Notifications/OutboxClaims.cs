using System.Runtime.CompilerServices;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// The items that this instance takes upon itself, as long as its claims hold: taken, finished, or put off for whoever
/// comes first.
/// </summary>
public sealed class OutboxClaims(
    Outbox outbox, DispatchSignals signals, NotificationSettings settings, TimeProvider clock, Random random)
{
    // How often what others left is looked for; a little more or less each time, so that instances do not look at once.
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(70);

    // What sends an item off sooner or later than its moment by a timer's grain.
    static readonly TimeSpan ClocksDiffer = TimeSpan.FromMilliseconds(20);

    readonly Dictionary<string, ClaimExpiry> expiries =
        outbox.Buckets.ToDictionary(bucket => bucket, _ => new ClaimExpiry(settings.ClaimHolds, clock));

    public IEnumerable<string> Buckets => outbox.Buckets;

    public TimeSpan UntilNextSweep => Sweep * (0.9 + (random.NextDouble() * 0.2));

    TimeSpan IsFresh => settings.ClaimHolds * 0.2;

    /// <summary>What is due in a bucket and nobody has taken, or has taken and died.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="isHere">What this instance is at work on.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async IAsyncEnumerable<OutboxItem> FreeAsync(
        string bucket, Func<OutboxItem, bool> isHere, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var item in outbox.DueAsync(bucket, cancel))
            if (!isHere(item) && expiries[bucket].IsFree(item)) yield return item;
    }

    /// <summary>
    /// A bucket has been looked through, and what was free in it has been taken. Where others have taken something, it
    /// is looked into again when their claims would end.
    /// </summary>
    public void EndOfPass(string bucket, CancellationToken cancel)
    {
        if (expiries[bucket].EndOfPass()) _ = WakeAsync(bucket, settings.ClaimHolds, cancel);
    }

    /// <returns>Those that are this instance's now.</returns>
    public Task<IReadOnlyList<OutboxItem>> ClaimAsync(IReadOnlyList<OutboxItem> items, CancellationToken cancel) =>
        outbox.ClaimAsync(items, signals.Instance, cancel);

    /// <summary>An item that was taken a while ago is taken again, if nobody else has it.</summary>
    public async Task<OutboxItem?> StillMineAsync(ClaimedItem taken, CancellationToken cancel) =>
        clock.GetElapsedTime(taken.At) <= IsFresh
            ? taken.Item
            : (await ClaimAsync([taken.Item], cancel)).SingleOrDefault();

    /// <summary>Ends before the claim does, so that nobody else sends at the same time.</summary>
    public CancellationTokenSource Limit() => new(settings.ClaimHolds * 0.7, clock);

    public Task CompleteAsync(OutboxItem item, CancellationToken cancel) => outbox.CompleteAsync(item, cancel);

    public async Task PutOffAsync(OutboxItem item, TimeSpan pause, int attempts, CancellationToken cancel)
    {
        await outbox.DeferAsync(item, pause, attempts, cancel);

        // A short pause ends long before the next sweep.
        if (pause <= Sweep) _ = WakeAsync(item.Bucket, pause, cancel);
    }

    /// <summary>Has the bucket looked into. One that is lost costs no more than the wait for the next sweep.</summary>
    public async Task WakeAsync(string bucket, TimeSpan after, CancellationToken cancel)
    {
        await Task.Delay(after + ClocksDiffer, clock, cancel)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        signals.Wake(bucket);
    }
}
