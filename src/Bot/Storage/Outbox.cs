using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// The promises to tell people. One for all was written with the events that gave rise to it and is spread into one for
/// each; they go when kept.
/// </summary>
public sealed partial class Outbox(Tables tables, StorageSettings settings, TimeProvider clock, ILogger<Outbox> log)
{
    /// <summary>How many promises are written in the transaction that takes away what they came from.</summary>
    public const int MostAtOnce = 99;

    public IEnumerable<string> Buckets => Enumerable.Range(0, settings.Buckets).Select(bucket => $"{bucket:D2}");

    /// <summary>What is due now in one bucket, the oldest first, claimed or not. A range read, page by page.</summary>
    public async IAsyncEnumerable<Promise> DueAsync(string bucket, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (first, last) = (Keys.OutboxStart, Keys.OutboxAfter(clock.GetUtcNow()));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey ge {first} and RowKey lt {last}");
        await foreach (var row in tables.Requests.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
        {
            if (Promise.TryRead(row) is { } promise) yield return promise;
            else await LayAsideAsync(row, cancel);
        }
    }

    // A newer version has written it, or it is damaged. It would stand in the way of all behind it for ever.
    async Task LayAsideAsync(TableEntity row, CancellationToken cancel)
    {
        LogUnreadable(row.PartitionKey, row.RowKey);
        var dead = new TableEntity(row) { RowKey = Keys.Dead(row.RowKey), ["Reason"] = "unreadable" };
        await MoveAsync(new TableEntity(row.PartitionKey, row.RowKey), row.ETag, [dead], cancel);
    }

    /// <summary>Takes promises of one bucket upon an instance, in one transaction if nobody else has come first.</summary>
    /// <returns>Those that are this instance's now.</returns>
    public async Task<IReadOnlyList<Promise>> ClaimAsync(IReadOnlyList<Promise> promises, string instance, CancellationToken cancel)
    {
        if (promises.Count == 0) return [];
        try
        {
            var answer = await tables.Requests.SubmitTransactionAsync(
                promises.Select(promise => new TableTransactionAction(
                    TableTransactionActionType.UpdateMerge,
                    new TableEntity(promise.Bucket, promise.RowKey) { ["Claim"] = instance },
                    promise.Tag)),
                cancel);
            return [.. promises.Zip(answer.Value, (promise, row) => promise with { Claim = instance, Tag = row.Headers.ETag!.Value })];
        }
        catch (RequestFailedException taken) when (taken.Status is 404 or 412)
        {
            // Another instance has taken one of them, or kept it already: the others are claimed one by one.
            var claimed = new List<Promise>();
            foreach (var promise in promises.Count == 1 ? [] : promises) claimed.AddRange(await ClaimAsync([promise], instance, cancel));
            return claimed;
        }
    }

    /// <summary>Strikes a promise out. That another instance has done so, or has taken it over, is as good.</summary>
    public async Task KeepAsync(Promise promise, CancellationToken cancel)
    {
        try
        {
            await tables.Requests.DeleteEntityAsync(promise.Bucket, promise.RowKey, promise.Tag, cancel);
        }
        catch (RequestFailedException taken) when (taken.Status is 404 or 412)
        {
            // What was sent is known by the promise's name, so that it is not sent again.
        }
    }

    /// <summary>Puts a promise off; it moves to its new moment in one transaction, and is anybody's again.</summary>
    public Task DeferAsync(Promise promise, TimeSpan delay, int attempts, CancellationToken cancel) =>
        MoveAsync(promise, [(promise with { Attempts = attempts }).At(clock.GetUtcNow() + delay).ToRow()], cancel);

    /// <summary>Lays a promise aside that cannot be kept, and promises others to tell them so.</summary>
    public Task BuryAsync(Promise promise, string reason, IEnumerable<Notice> tell, CancellationToken cancel)
    {
        var dead = (promise with { Attempts = promise.Attempts + 1 }).ToDeadRow(reason);
        dead["At"] = clock.GetUtcNow();
        var told = tell.Select((notice, index) => new Promise(promise.Request, notice, $"{promise.Name}-{index}", clock.GetUtcNow()).ToRow());
        return MoveAsync(promise, [dead, .. told], cancel);
    }

    /// <summary>
    /// Writes the promises of a fan-out, as many at a time as a transaction holds, and strikes it out with the last of
    /// them. Interrupted, it is done again with the same rows.
    /// </summary>
    /// <returns>The last of them, as they stand now. None: another instance has come first.</returns>
    public async Task<IReadOnlyList<Promise>> SpreadAsync(Promise fanOut, IReadOnlyList<Promise> promises, CancellationToken cancel)
    {
        var chunks = promises.Chunk(MostAtOnce).ToList();
        foreach (var chunk in chunks.SkipLast(1)) await tables.Requests.SubmitTransactionAsync(chunk.Select(Put), cancel);

        var last = chunks.LastOrDefault([]);
        var answers = await MoveAsync(new TableEntity(fanOut.Bucket, fanOut.RowKey), fanOut.Tag, last.Select(promise => promise.ToRow()), cancel);
        return [.. last.Zip(answers.Skip(1), (promise, row) => promise with { Tag = row.Headers.ETag!.Value })];
    }

    Task MoveAsync(Promise promise, IReadOnlyList<TableEntity> to, CancellationToken cancel) =>
        MoveAsync(new TableEntity(promise.Bucket, promise.RowKey), promise.Tag, to, cancel);

    /// <returns>The answer for each row, what is taken away first. None: nothing was moved.</returns>
    async Task<IReadOnlyList<Response>> MoveAsync(TableEntity from, ETag tag, IEnumerable<TableEntity> to, CancellationToken cancel)
    {
        try
        {
            return (await tables.Requests.SubmitTransactionAsync([new(TableTransactionActionType.Delete, from, tag), .. to.Select(Put)], cancel)).Value;
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            // Another instance has kept, moved or taken it meanwhile, so there is nothing left to move.
            return [];
        }
    }

    static TableTransactionAction Put(Promise promise) => Put(promise.ToRow());

    static TableTransactionAction Put(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    [LoggerMessage(30, LogLevel.Error, "Bucket {Bucket}: the promise {RowKey} cannot be read and is laid aside.")]
    partial void LogUnreadable(string bucket, string rowKey);
}
