using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// What is to be done behind the answer. One item for all of it was written with the events that gave rise to it, and
/// is spread into one for each person and each thing; they go when they are done.
/// </summary>
public sealed partial class Outbox(Tables tables, StorageSettings settings, TimeProvider clock, ILogger<Outbox> log)
{
    /// <summary>How many items are written in the transaction that takes away what they came from.</summary>
    public const int MostAtOnce = 99;

    public IEnumerable<string> Buckets => Enumerable.Range(0, settings.Buckets).Select(bucket => $"{bucket:D2}");

    /// <summary>What is due now in one bucket, the oldest first, claimed or not. A range read, page by page.</summary>
    public async IAsyncEnumerable<OutboxItem> DueAsync(string bucket, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (first, last) = (Keys.OutboxStart, Keys.OutboxAfter(clock.GetUtcNow()));
        var filter =
            TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey ge {first} and RowKey lt {last}");
        await foreach (var row in tables.Cases.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
        {
            if (OutboxItem.TryRead(row) is { } item) yield return item;
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

    /// <summary>Takes items of one bucket upon an instance, in one transaction if nobody else has come first.</summary>
    /// <returns>Those that are this instance's now.</returns>
    public async Task<IReadOnlyList<OutboxItem>> ClaimAsync(
        IReadOnlyList<OutboxItem> items, string instance, CancellationToken cancel)
    {
        if (items.Count == 0) return [];
        try
        {
            var answer = await tables.Cases.SubmitTransactionAsync(
                items.Select(item => new TableTransactionAction(
                    TableTransactionActionType.UpdateMerge,
                    new TableEntity(item.Bucket, item.RowKey) { ["Claim"] = instance },
                    item.Tag)),
                cancel);
            return
            [
                .. items.Zip(answer.Value, (item, row) => item with { Claim = instance, Tag = row.Headers.ETag!.Value })
            ];
        }
        catch (RequestFailedException taken) when (taken.Status is 404 or 412)
        {
            // Another instance has taken one of them, or delivered it already: the others are claimed one by one.
            var claimed = new List<OutboxItem>();
            foreach (var item in items.Count == 1 ? [] : items)
                claimed.AddRange(await ClaimAsync([item], instance, cancel));
            return claimed;
        }
    }

    /// <summary>Strikes an item out. That another instance has done so, or has taken it over, is as good.</summary>
    public async Task CompleteAsync(OutboxItem item, CancellationToken cancel)
    {
        try
        {
            await tables.Cases.DeleteEntityAsync(item.Bucket, item.RowKey, item.Tag, cancel);
        }
        catch (RequestFailedException taken) when (taken.Status is 404 or 412)
        {
            // What was sent is known by the item's name, so that it is not sent again.
        }
    }

    /// <summary>Puts an item off; it moves to its new moment in one transaction, and is anybody's again.</summary>
    public Task DeferAsync(OutboxItem item, TimeSpan delay, int attempts, CancellationToken cancel) =>
        MoveAsync(item, [(item with { Attempts = attempts }).At(clock.GetUtcNow() + delay).ToRow()], cancel);

    /// <summary>Lays an item aside that cannot be delivered, and writes others to tell of it.</summary>
    public Task DeadLetterAsync(OutboxItem item, string reason, IEnumerable<Notice> tell, CancellationToken cancel)
    {
        var dead = (item with { Attempts = item.Attempts + 1 }).ToDeadRow(reason);
        dead["At"] = clock.GetUtcNow();
        var told = tell.Select(
            (notice, index) => new NoticeItem(item.Case, notice, $"{item.Name}-{index}", clock.GetUtcNow()).ToRow());
        return MoveAsync(item, [dead, .. told], cancel);
    }

    /// <summary>
    /// Writes the items of a fan-out, as many at a time as a transaction holds, and strikes it out with the last of
    /// them. Interrupted, it is done again with the same rows.
    /// </summary>
    /// <returns>The last of them, as they stand now. None: another instance has come first.</returns>
    public async Task<IReadOnlyList<OutboxItem>> SpreadAsync(
        OutboxItem fanOut, IReadOnlyList<OutboxItem> items, CancellationToken cancel)
    {
        var chunks = items.Chunk(MostAtOnce).ToList();
        foreach (var chunk in chunks.SkipLast(1))
            await tables.Cases.SubmitTransactionAsync(chunk.Select(Put), cancel);

        var last = chunks.LastOrDefault([]);
        var answers = await MoveAsync(
            new TableEntity(fanOut.Bucket, fanOut.RowKey), fanOut.Tag, last.Select(item => item.ToRow()), cancel);
        return [.. last.Zip(answers.Skip(1), (item, row) => item with { Tag = row.Headers.ETag!.Value })];
    }

    Task MoveAsync(OutboxItem item, IReadOnlyList<TableEntity> to, CancellationToken cancel) =>
        MoveAsync(new TableEntity(item.Bucket, item.RowKey), item.Tag, to, cancel);

    /// <returns>The answer for each row, what is taken away first. None: nothing was moved.</returns>
    async Task<IReadOnlyList<Response>> MoveAsync(
        TableEntity from, ETag tag, IEnumerable<TableEntity> to, CancellationToken cancel)
    {
        try
        {
            return (await tables.Cases.SubmitTransactionAsync(
                    [new(TableTransactionActionType.Delete, from, tag), .. to.Select(Put)], cancel)).Value;
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            // Another instance has delivered, moved or taken it meanwhile, so there is nothing left to move.
            return [];
        }
    }

    static TableTransactionAction Put(OutboxItem item) => Put(item.ToRow());

    static TableTransactionAction Put(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    [LoggerMessage(30, LogLevel.Error, "Bucket {Bucket}: the item {RowKey} cannot be read and is laid aside.")]
    partial void LogUnreadable(string bucket, string rowKey);
}
