using System.Text.Json;
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

    /// <summary>The stamp of what is stored. Null: nothing has been stored yet.</summary>
    public async Task<string?> StampAsync(CancellationToken cancel)
    {
        var row = await tables.Directory.GetEntityIfExistsAsync<TableEntity>("stamp", "stamp", cancellationToken: cancel);
        return row.HasValue ? row.Value!.GetString("Stamp") : null;
    }

    public async Task<AuthorityData> ReadAsync(CancellationToken cancel) => new(
        await ReadAsync<Member>("person", cancel),
        await ReadAsync<SchoolEntry>("school", cancel),
        await ReadAsync<LeadingTeacher>("leading-teacher", cancel),
        await ReadAsync<Inspectorate>("inspector", cancel),
        await ReadAsync<District>("district", cancel));

    /// <summary>Writes all rows and the stamp last, so that a half-written directory is not taken for a whole one.</summary>
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

    async Task<List<T>> ReadAsync<T>(string kind, CancellationToken cancel)
    {
        var found = new List<T>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {kind}");
        await foreach (var row in tables.Directory.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            found.Add(JsonSerializer.Deserialize<T>(StoredJson.Get(row), StoredJson.Format)!);
        return found;
    }

    async Task WriteAsync<T>(string kind, IEnumerable<T> all, Func<T, string> key, CancellationToken cancel)
    {
        foreach (var chunk in all.Chunk(TransactionRows))
        {
            await tables.Directory.SubmitTransactionAsync(
                chunk.Select(one =>
                {
                    var row = new TableEntity(kind, key(one));
                    StoredJson.Put(row, JsonSerializer.Serialize(one, StoredJson.Format));
                    return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
                }),
                cancel);
        }
    }
}
