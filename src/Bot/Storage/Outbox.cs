using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Storage;

/// <summary>A promise as it stands in the outbox.</summary>
public sealed record Promise(RequestId Request, Notice Notice, string Name, int Attempts, string Bucket, string RowKey, ETag Tag);

/// <summary>The promises to tell people. They were written with the events that gave rise to them, and go when kept.</summary>
public sealed partial class Outbox(Tables tables, StorageSettings settings, TimeProvider clock, ILogger<Outbox> log)
{
    public IEnumerable<string> Buckets => Enumerable.Range(0, settings.Buckets).Select(bucket => $"{bucket:D2}");

    /// <summary>What is due now in one bucket, the oldest first. One range read.</summary>
    public async Task<IReadOnlyList<Promise>> DueAsync(string bucket, int most, CancellationToken cancel)
    {
        var (first, last) = (Keys.OutboxStart, Keys.OutboxAfter(clock.GetUtcNow()));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey ge {first} and RowKey lt {last}");
        var due = new List<Promise>();
        await foreach (var row in tables.Requests.QueryAsync<TableEntity>(filter, most, cancellationToken: cancel))
        {
            if (TryRead(row) is { } promise) due.Add(promise);
            else await LayAsideAsync(row, cancel);
            if (due.Count == most) break;
        }
        return due;
    }

    // A newer version has written it, or it is damaged. It would stand in the way of all behind it for ever.
    async Task LayAsideAsync(TableEntity row, CancellationToken cancel)
    {
        LogUnreadable(row.PartitionKey, row.RowKey);
        var dead = new TableEntity(row) { RowKey = Keys.Dead(row.RowKey), ["Reason"] = "unreadable" };
        await MoveAsync(row.PartitionKey, row.RowKey, dead, cancel);
    }

    /// <summary>Strikes a promise out. That it is gone already is as good.</summary>
    public Task KeepAsync(Promise promise, CancellationToken cancel) =>
        tables.Requests.DeleteEntityAsync(promise.Bucket, promise.RowKey, ETag.All, cancel);

    /// <summary>Puts a promise off; it moves to its new moment in one transaction.</summary>
    public Task DeferAsync(Promise promise, TimeSpan delay, CancellationToken cancel) => MoveAsync(
        promise,
        RequestRows.Outbox(promise.Request, promise.Notice, clock.GetUtcNow() + delay, promise.Name, promise.Attempts + 1),
        cancel);

    /// <summary>Lays a promise aside that cannot be kept, with the kind of reason and no text.</summary>
    public Task BuryAsync(Promise promise, string reason, CancellationToken cancel)
    {
        var row = new TableEntity(promise.Bucket, Keys.Dead(promise.Request, promise.Name))
        {
            ["To"] = promise.Notice.To.Key,
            ["Kind"] = promise.Notice.Kind.ToString(),
            ["Version"] = promise.Notice.Version,
            ["Attempts"] = promise.Attempts + 1,
            ["Reason"] = reason,
        };
        return MoveAsync(promise, row, cancel);
    }

    Task MoveAsync(Promise promise, TableEntity to, CancellationToken cancel) => MoveAsync(promise.Bucket, promise.RowKey, to, cancel);

    async Task MoveAsync(string bucket, string rowKey, TableEntity to, CancellationToken cancel)
    {
        try
        {
            await tables.Requests.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, new TableEntity(bucket, rowKey), ETag.All),
                    new(TableTransactionActionType.UpsertReplace, to),
                ],
                cancel);
        }
        catch (RequestFailedException gone) when (gone.Status is 404)
        {
            // Another instance has kept or moved it meanwhile, so there is nothing left to move.
        }
    }

    /// <exception cref="InvalidDataException">The row is no promise that this version knows.</exception>
    internal static Promise Read(TableEntity row) => TryRead(row) ?? throw new InvalidDataException("A promise that cannot be read.");

    static Promise? TryRead(TableEntity row) =>
        row.RowKey.Split('|', 4) is [_, _, var request, var name]
        && RequestId.TryParse(request, out var id)
        && PersonId.Parse(row.GetString("To")) is { } to
        && Enum.TryParse<NoticeKind>(row.GetString("Kind"), out var kind)
        && row.GetInt32("Version") is { } version
            ? new(id, new Notice(to, kind, version), name, row.GetInt32("Attempts") ?? 0, row.PartitionKey, row.RowKey, row.ETag)
            : null;

    [LoggerMessage(30, LogLevel.Error, "Bucket {Bucket}: the promise {RowKey} cannot be read and is laid aside.")]
    partial void LogUnreadable(string bucket, string rowKey);
}
