using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Storage;

/// <summary>An item that could not be delivered, and the kind of reason.</summary>
public sealed record DeadLetter(OutboxItem Item, string Reason)
{
    /// <summary>Teams says that the person cannot be reached.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>It was their turn, and the directory does not know them any more, or not in that office.</summary>
    public const string Left = "left";
}

/// <summary>What was laid aside, until somebody has it sent again.</summary>
public sealed class DeadLetters(Tables tables, StorageSettings settings, TimeProvider clock)
{
    public async Task<IReadOnlyList<DeadLetter>> AllAsync(CancellationToken cancel)
    {
        var buckets =
            Enumerable.Range(0, settings.Buckets).Select(bucket => ReadAsync($"{bucket:D2}", Keys.DeadStart, cancel));
        return [.. (await Task.WhenAll(buckets)).SelectMany(letters => letters)];
    }

    public Task<IReadOnlyList<DeadLetter>> OfAsync(CaseId request, CancellationToken cancel) =>
        ReadAsync(request.Bucket, Keys.Dead(request, ""), cancel);

    /// <summary>Puts it back into the outbox, due now. That somebody else has done so is as good.</summary>
    public async Task SendAgainAsync(DeadLetter letter, CancellationToken cancel)
    {
        var item = letter.Item;
        try
        {
            await tables.Cases.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, new TableEntity(item.Bucket, item.RowKey), item.Tag),
                    new(TableTransactionActionType.UpsertReplace,
                        (item with { Attempts = 0 }).At(clock.GetUtcNow()).ToRow()),
                ],
                cancel);
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            // It is on its way already.
        }
    }

    async Task<IReadOnlyList<DeadLetter>> ReadAsync(string bucket, string prefix, CancellationToken cancel)
    {
        var after = prefix + "~";
        var filter =
            TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey ge {prefix} and RowKey lt {after}");
        var letters = new List<DeadLetter>();
        await foreach (var row in tables.Cases.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            if (OutboxItem.TryRead(row) is { } item) letters.Add(new(item, row.GetString("Reason") ?? ""));
        return letters;
    }
}
