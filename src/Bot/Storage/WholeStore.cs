using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>Reads all there is, for a check. It looks at every row and changes none.</summary>
public sealed class WholeStore(Tables tables, CaseWorkflows workflows)
{
    public async Task<IReadOnlyDictionary<CaseId, WholeCase>> CasesAsync(CancellationToken cancel)
    {
        var rows = new List<(CaseId Id, string Kind, TableEntity Row)>();
        await foreach (var row in tables.Cases.QueryAsync<TableEntity>(cancellationToken: cancel))
        {
            var (id, kind) = Keys.Parse(row.RowKey);
            rows.Add((id, kind, row));
        }
        return rows.GroupBy(one => one.Id).ToDictionary(
            group => group.Key, group => Whole(group.Key, group.ToLookup(one => one.Kind, one => one.Row)));
    }

    public async Task<IReadOnlyList<(PersonId LeadingTeacher, Booking Booking)>> BookingsAsync(CancellationToken cancel)
    {
        var bookings = new List<(PersonId, Booking)>();
        await foreach (var row in tables.Bookings.QueryAsync<TableEntity>(cancellationToken: cancel))
            if (PersonId.Parse(row.PartitionKey) is { } person) bookings.Add((person, Bookings.Read(row)));
        return bookings;
    }

    WholeCase Whole(CaseId id, ILookup<string, TableEntity> rows)
    {
        var state = rows["state"].Select(row => CaseRows.Read(row, workflows).Case).FirstOrDefault();
        List<Recorded> events =
            [.. rows["event"].Select(row => CaseRows.ReadEvent(row, workflows)).OrderBy(recorded => recorded.Number)];
        return new(
            id,
            state,
            events,
            [.. rows["op"].Select(row => (row.RowKey.Split('|')[^1], row.GetInt32("Version") ?? 0))],
            [.. rows["outbox"].Select(OutboxItem.Read)],
            [.. rows["dead"].Select(Dead)])
        {
            Workflow = state is not null ? workflows.Of(state)
                : events is [{ What: var first }, ..] ? workflows.StartedBy(first)
                : null,
            Cards = rows["card"].ToDictionary(
                row => PersonId.Parse(row.RowKey.Split('|')[^1])!.Value,
                row => new SentCard(row.GetString("Conversation")!, row.GetString("Activity")!)),
        };
    }

    // A row that could not be read was laid aside as it is.
    static (PersonId? To, string? Kind, int Version) Dead(TableEntity row) =>
        (PersonId.Parse(row.GetString("To")), row.GetString("Kind"), row.GetInt32("Version") ?? 0);
}
