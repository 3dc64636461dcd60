using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// Which cases a person has a part in. Derived: the outbox writes it, and it may lag behind; what it names is read
/// again before it is shown.
/// </summary>
public sealed class WorkLists(Tables tables)
{
    // What ended longer ago is found by its id.
    const int Ended = 50;

    public Task PutAsync(PersonId person, Case one, CancellationToken cancel) =>
        tables.WorkLists.UpsertEntityAsync(
            new TableEntity(person.Key, one.Id.Value) { ["Open"] = !one.IsOver, ["Drafting"] = one.IsBegun },
            TableUpdateMode.Replace,
            cancel);

    /// <summary>Open cases, and those that ended last.</summary>
    public async Task<IReadOnlyList<CaseId>> OfAsync(PersonId person, CancellationToken cancel)
    {
        var rows = await RowsAsync(person, cancel);
        return
        [
            .. rows.Where(IsOpen)
                .Concat(rows.Where(row => !IsOpen(row)).OrderByDescending(row => row.Timestamp).Take(Ended)).Select(Id)
        ];
    }

    public async Task<IReadOnlyList<CaseId>> OpenAsync(PersonId person, CancellationToken cancel) =>
        [.. (await RowsAsync(person, cancel)).Where(IsOpen).Select(Id)];

    /// <summary>Cases that the person has begun and not shown to anybody yet.</summary>
    public async Task<IReadOnlyList<CaseId>> DraftsAsync(PersonId person, CancellationToken cancel) =>
        [.. (await RowsAsync(person, cancel)).Where(row => row.GetBoolean("Drafting") is true).Select(Id)];

    /// <summary>Every case that is open for anybody, once. Reads the whole table.</summary>
    public async Task<IReadOnlySet<CaseId>> AllOpenAsync(CancellationToken cancel)
    {
        var open = new HashSet<CaseId>();
        var filter = TableClient.CreateQueryFilter($"Open eq {true}");
        await foreach (var row in tables.WorkLists.QueryAsync<TableEntity>(
            filter, select: ["RowKey"], cancellationToken: cancel))
            open.Add(Id(row));
        return open;
    }

    async Task<List<TableEntity>> RowsAsync(PersonId person, CancellationToken cancel)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {person.Key}");
        await foreach (var row in tables.WorkLists.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            rows.Add(row);
        return rows;
    }

    static bool IsOpen(TableEntity row) => row.GetBoolean("Open") is true;

    static CaseId Id(TableEntity row) =>
        CaseId.TryParse(row.RowKey, out var id)
            ? id
            : throw new InvalidDataException("A work list without a case.");
}
