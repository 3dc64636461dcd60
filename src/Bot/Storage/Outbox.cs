using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Storage;

/// <summary>A promise as it stands in the outbox.</summary>
public sealed record Promise(RequestId Request, Notice Notice, string Name, int Attempts, string Bucket, string RowKey, ETag Tag);

/// <summary>The promises to tell people. They were written with the events that gave rise to them, and go when kept.</summary>
public sealed class Outbox(Tables tables, StorageSettings settings, TimeProvider clock)
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
            due.Add(Read(row));
            if (due.Count == most) break;
        }
        return due;
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

    async Task MoveAsync(Promise promise, TableEntity to, CancellationToken cancel)
    {
        try
        {
            await tables.Requests.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, new TableEntity(promise.Bucket, promise.RowKey), ETag.All),
                    new(TableTransactionActionType.UpsertReplace, to),
                ],
                cancel);
        }
        catch (RequestFailedException gone) when (gone.Status is 404)
        {
            // Another instance has kept or moved it meanwhile, so there is nothing left to move.
        }
    }

    internal static Promise Read(TableEntity row)
    {
        var parts = row.RowKey.Split('|', 4);
        var id = RequestId.TryParse(parts[2], out var parsed) ? parsed : throw new InvalidDataException("A promise without a request.");
        var notice = new Notice(
            PersonId.Parse(row.GetString("To"))!.Value,
            Enum.Parse<NoticeKind>(row.GetString("Kind")!),
            row.GetInt32("Version")!.Value);
        return new(id, notice, parts[3], row.GetInt32("Attempts") ?? 0, row.PartitionKey, row.RowKey, row.ETag);
    }
}
