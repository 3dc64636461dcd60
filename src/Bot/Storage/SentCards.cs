using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>The newest card of a case in a person's chat.</summary>
/// <param name="Card">The message.</param>
/// <param name="SentFor">The version of the request for which a card was last sent anew.</param>
/// <param name="ItemName">The name of the item that was delivered with it.</param>
/// <param name="InUse">The person has opened a field in it, and may be typing.</param>
public sealed record CurrentCard(SentCard Card, int SentFor, string? ItemName = null, bool InUse = false);

/// <summary>Which message in whose chat shows a case, so that it can be updated when the state moves on.</summary>
public sealed class SentCards(Tables tables)
{
    const int Tries = 3;

    public async Task<CurrentCard?> FindAsync(CaseId id, PersonId person, CancellationToken cancel) =>
        await RowAsync(id, person, cancel) is { } row ? Read(row) : null;

    /// <summary>
    /// Remembers whether the person has a field open in this card. One that is not their newest stays as it is anyway.
    /// </summary>
    public async Task UseAsync(CaseId id, PersonId person, SentCard card, bool inUse, CancellationToken cancel)
    {
        if (await RowAsync(id, person, cancel) is not { } row
            || Read(row) is var current && (current.Card != card || current.InUse == inUse)) return;
        try
        {
            await tables.Cases.UpdateEntityAsync(
                CaseRows.Card(id, person, card, inUse), row.ETag, TableUpdateMode.Merge, cancel);
        }
        catch (RequestFailedException newer) when (newer.Status is 412)
        {
            // Another card has been sent meanwhile.
        }
    }

    /// <summary>Remembers a card that answered something the person typed.</summary>
    public Task SaveAsync(CaseId id, PersonId person, SentCard card, CancellationToken cancel) =>
        tables.Cases.UpsertEntityAsync(CaseRows.Card(id, person, card), TableUpdateMode.Merge, cancel);

    /// <summary>
    /// Remembers a card that was sent to deliver an item, drawn from this version. Tried more than once: a card that is
    /// not remembered is sent again.
    /// </summary>
    public async Task SaveAsync(
        CaseId id, PersonId person, SentCard card, int sentFor, string item, CancellationToken cancel)
    {
        var row = CaseRows.Card(id, person, card);
        (row["SentFor"], row["Promise"]) = (sentFor, item);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await tables.Cases.UpsertEntityAsync(row, TableUpdateMode.Merge, cancel);
                return;
            }
            catch (Exception lost)
                when (Tables.MayHaveHappened(lost) && attempt < Tries && !cancel.IsCancellationRequested)
            {
                // The same row again is the same.
            }
        }
    }

    async Task<TableEntity?> RowAsync(CaseId id, PersonId person, CancellationToken cancel)
    {
        var row = await tables.Cases.GetEntityIfExistsAsync<TableEntity>(
            id.Bucket, Keys.Card(id, person), cancellationToken: cancel);
        return row.HasValue ? row.Value : null;
    }

    static CurrentCard Read(TableEntity row) => new(
        new(row.GetString("Conversation")!, row.GetString("Activity")!), row.GetInt32("SentFor") ?? 0,
        row.GetString("Promise"), row.GetBoolean("InUse") ?? false);
}
