using Azure.Data.Tables;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Storage;

/// <summary>The newest card of a request in a person's chat, and the version for which it was last sent anew.</summary>
public sealed record HeldCard(Held Place, int SentFor);

/// <summary>Which message in whose chat shows a request, so that it can be updated when the state moves on.</summary>
public sealed class HeldCards(Tables tables)
{
    public async Task<HeldCard?> FindAsync(RequestId id, PersonId person, CancellationToken cancel)
    {
        var row = await tables.Requests.GetEntityIfExistsAsync<TableEntity>(id.Bucket, Keys.Card(id, person), cancellationToken: cancel);
        return row.HasValue
            ? new(new(row.Value!.GetString("Conversation")!, row.Value.GetString("Activity")!), row.Value.GetInt32("SentFor") ?? 0)
            : null;
    }

    public Task KeepAsync(RequestId id, PersonId person, Held place, int? sentFor, CancellationToken cancel)
    {
        var row = RequestRows.Card(id, person, place);
        if (sentFor is { } version) row["SentFor"] = version;
        return tables.Requests.UpsertEntityAsync(row, TableUpdateMode.Merge, cancel);
    }
}
