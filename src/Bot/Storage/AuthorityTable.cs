using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow;

namespace OutreachBot.Bot.Storage;

/// <summary>Everything a directory holds, as lists.</summary>
public sealed record AuthorityData(
    IReadOnlyCollection<Member> People,
    IReadOnlyCollection<SchoolEntry> Schools,
    IReadOnlyCollection<LeadingTeacher> LeadingTeachers,
    IReadOnlyCollection<Inspectorate> Inspectors,
    IReadOnlyCollection<District> Districts)
{
    public Authority ToAuthority() => new(People, Schools, LeadingTeachers, Inspectors, Districts);
}

/// <summary>The directory in its table: one row for each person, school and so on, and a stamp that changes with them.</summary>
public sealed class AuthorityTable(Tables tables)
{
    const int TransactionRows = 100;

    /// <summary>Makes whatever table is not there yet.</summary>
    public Task CreateAsync(CancellationToken cancel) => tables.CreateAsync(cancel);

    /// <summary>The stamp of what is stored. Null: nothing has been stored yet.</summary>
    public async Task<string?> StampAsync(CancellationToken cancel)
    {
        var row = await tables.Directory.GetEntityIfExistsAsync<TableEntity>("stamp", "stamp", cancellationToken: cancel);
        return row.HasValue ? row.Value!.GetString("Stamp") : null;
    }

    /// <summary>The stamp of the directory that running requests have last been brought in line with. Null: none yet.</summary>
    public async Task<string?> FollowedAsync(CancellationToken cancel)
    {
        var row = await tables.Directory.GetEntityIfExistsAsync<TableEntity>("stamp", "followed", cancellationToken: cancel);
        return row.HasValue ? row.Value!.GetString("Stamp") : null;
    }

    public Task FollowAsync(string stamp, CancellationToken cancel) => tables.Directory.UpsertEntityAsync(
        new TableEntity("stamp", "followed") { ["Stamp"] = stamp }, TableUpdateMode.Replace, cancel);

    public async Task<AuthorityData> ReadAsync(CancellationToken cancel) => new(
        await ReadAsync<Member>("person", cancel),
        await ReadAsync<SchoolEntry>("school", cancel),
        await ReadAsync<LeadingTeacher>("leading-teacher", cancel),
        await ReadAsync<Inspectorate>("inspector", cancel),
        await ReadAsync<District>("district", cancel));

    /// <summary>Writes all rows, takes out those that are left over, and the stamp last, so that a half-written directory is not taken for a whole one.</summary>
    public async Task WriteAsync(AuthorityData data, string stamp, CancellationToken cancel)
    {
        await WriteAsync("person", data.People, member => member.Person.Id.Key, cancel);
        await WriteAsync("school", data.Schools, entry => entry.School.Urn, cancel);
        await WriteAsync("leading-teacher", data.LeadingTeachers, one => one.Id.Key, cancel);
        await WriteAsync("inspector", data.Inspectors, one => one.Id.Key, cancel);
        await WriteAsync("district", data.Districts, district => district.Name, cancel);
        await tables.Directory.UpsertEntityAsync(
            new TableEntity("stamp", "stamp") { ["Stamp"] = stamp }, TableUpdateMode.Replace, cancel);
    }

    async Task<List<T>> ReadAsync<T>(string kind, CancellationToken cancel) =>
        [.. (await RowsAsync(kind, cancel)).Select(row => JsonSerializer.Deserialize<T>(StoredJson.Get(row), StoredJson.Format)!)];

    async Task<List<TableEntity>> RowsAsync(string kind, CancellationToken cancel)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {kind}");
        await foreach (var row in tables.Directory.QueryAsync<TableEntity>(filter, cancellationToken: cancel)) rows.Add(row);
        return rows;
    }

    async Task WriteAsync<T>(string kind, IEnumerable<T> all, Func<T, string> key, CancellationToken cancel)
    {
        var rows = all.Select(one => Row(kind, key(one), one)).ToList();
        var kept = rows.Select(row => row.RowKey).ToHashSet();
        var left = (await RowsAsync(kind, cancel)).Where(row => !kept.Contains(row.RowKey));
        var changes = rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))
            .Concat(left.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)));
        foreach (var chunk in changes.Chunk(TransactionRows)) await tables.Directory.SubmitTransactionAsync(chunk, cancel);
    }

    static TableEntity Row<T>(string kind, string key, T value)
    {
        var row = new TableEntity(kind, key);
        StoredJson.Put(row, JsonSerializer.Serialize(value, StoredJson.Format));
        return row;
    }
}
