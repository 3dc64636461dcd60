using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>Everything a directory holds, as lists.</summary>
public sealed record AuthorityData(
    IReadOnlyCollection<Member> People,
    IReadOnlyCollection<SchoolEntry> Schools,
    IReadOnlyCollection<LeadingTeacher> LeadingTeachers,
    IReadOnlyCollection<Inspectorate> Inspectors,
    IReadOnlyCollection<District> Districts,
    IReadOnlyCollection<TermEntry> Terms)
{
    /// <summary>An authority of which nothing is known.</summary>
    public static AuthorityData Empty { get; } = new([], [], [], [], [], []);

    public Authority ToAuthority() => new(People, Schools, LeadingTeachers, Inspectors, Districts, Terms);

    /// <summary>How many rows it has.</summary>
    public int Count => People.Count + Schools.Count + LeadingTeachers.Count + Inspectors.Count + Districts.Count
        + Terms.Count;
}

/// <summary>Which directory is in use: a new stamp for each, and the partitions that it is in.</summary>
/// <param name="Rows">What the names of its partitions end in. Null: an earlier version wrote it, and they end in
/// nothing.</param>
public sealed record Stamp(string Value, string? Rows);

/// <summary>
/// The directory in its table: one row for each person, school and so on. A newer one is written beside the one in use,
/// read back, and only then pointed at by the stamp, so that there is always a whole one.
/// </summary>
public sealed class AuthorityTable(Tables tables)
{
    const int TransactionRows = 100;
    const string Stamps = "stamp";
    static readonly TimeSpan Interrupted = TimeSpan.FromHours(1);

    /// <summary>Makes whatever table is not there yet.</summary>
    public Task CreateAsync(CancellationToken cancel) => tables.CreateAsync(cancel);

    /// <summary>The stamp of what is stored. Null: nothing has been stored yet.</summary>
    public async Task<Stamp?> StampAsync(CancellationToken cancel) =>
        await StampRowAsync(Stamps, cancel) is { } row ? new(row.GetString("Stamp"), row.GetString("Rows")) : null;

    /// <summary>Whether storage answers just now.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            return await StampAsync(cancel) is not null;
        }
        catch (Exception away)
            when (away is RequestFailedException or AuthenticationFailedException or OperationCanceledException
                && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>The fingerprint of the files that were last read at a start. Null: none were.</summary>
    public async Task<string?> FingerprintAsync(CancellationToken cancel) =>
        (await StampRowAsync("files", cancel))?.GetString("Stamp");

    public Task SaveFingerprintAsync(string fingerprint, CancellationToken cancel) =>
        PutAsync("files", fingerprint, cancel);

    /// <summary>
    /// The stamp of the directory that running requests have last been brought in line with. Null: none yet.
    /// </summary>
    public async Task<string?> FollowedAsync(CancellationToken cancel) =>
        (await StampRowAsync("followed", cancel))?.GetString("Stamp");

    public Task FollowAsync(string stamp, CancellationToken cancel) => PutAsync("followed", stamp, cancel);

    /// <summary>The directory in use, or nothing where there is none.</summary>
    /// <exception cref="JsonException">A row of it cannot be read.</exception>
    public async Task<AuthorityData> ReadAsync(CancellationToken cancel) =>
        await ReadAsync((await StampAsync(cancel))?.Rows, cancel);

    async Task<AuthorityData> ReadAsync(string? rows, CancellationToken cancel) => new(
        await ReadAsync<Member>(Partition("person", rows), cancel),
        await ReadAsync<SchoolEntry>(Partition("school", rows), cancel),
        await ReadAsync<LeadingTeacher>(Partition("leading-teacher", rows), cancel),
        await ReadAsync<Inspectorate>(Partition("inspector", rows), cancel),
        await ReadAsync<District>(Partition("district", rows), cancel),
        await ReadAsync<TermEntry>(Partition("term", rows), cancel));

    /// <summary>
    /// Puts a directory in the place of the one in use: all of it, or where anything fails, nothing. Of two that are
    /// put there at once the later stays.
    /// </summary>
    /// <param name="data">The directory.</param>
    /// <param name="stamp">Another one than before.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="InvalidDataException">What was written cannot be read back.</exception>
    public async Task WriteAsync(AuthorityData data, string stamp, CancellationToken cancel)
    {
        var (before, rows) = (await StampAsync(cancel), Guid.NewGuid().ToString("N")[..8]);
        await WriteAsync(Partition("person", rows), data.People, member => member.Person.Id.Key, cancel);
        await WriteAsync(Partition("school", rows), data.Schools, entry => entry.School.Urn, cancel);
        await WriteAsync(Partition("leading-teacher", rows), data.LeadingTeachers, one => one.Id.Key, cancel);
        await WriteAsync(Partition("inspector", rows), data.Inspectors, one => one.Id.Key, cancel);
        await WriteAsync(Partition("district", rows), data.Districts, district => district.Name, cancel);
        await WriteAsync(
            Partition("term", rows), data.Terms,
            term => $"{term.SchoolUrn ?? "all"} {term.From:yyyy-MM-dd} {term.To:yyyy-MM-dd} {term.Kind}", cancel);

        var read = await ReadAsync(rows, cancel);
        if (read.Count != data.Count || read.ToAuthority().IsEmpty != (data.People.Count == 0))
            throw new InvalidDataException("What was written of the directory cannot be read back.");
        await tables.Directory.UpsertEntityAsync(
            new TableEntity(Stamps, Stamps) { ["Stamp"] = stamp, ["Rows"] = rows }, TableUpdateMode.Replace, cancel);
        await ForgetAsync(before?.Rows, rows, cancel);
    }

    async Task<List<T>> ReadAsync<T>(string partition, CancellationToken cancel)
    {
        var read = new List<T>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in tables.Directory.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            read.Add(JsonSerializer.Deserialize<T>(StoredJson.Get(row), StoredJson.Format)!);
        return read;
    }

    async Task WriteAsync<T>(string partition, IEnumerable<T> all, Func<T, string> key, CancellationToken cancel)
    {
        foreach (var chunk in all.Chunk(TransactionRows))
            await tables.Directory.SubmitTransactionAsync(
                chunk.Select(one => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, Row(partition, Key(key(one)), one))), cancel);
    }

    // The one before stays until the next, for instances that are just reading it. What is younger than an hour may be
    // another import's; what is older was left behind by one that was interrupted.
    async Task ForgetAsync(string? before, string rows, CancellationToken cancel)
    {
        var now = (await StampRowAsync(Stamps, cancel))!.Timestamp;
        var old = new List<TableEntity>();
        await foreach (var row in tables.Directory.QueryAsync<TableEntity>(
            select: ["PartitionKey", "RowKey", "Timestamp"], cancellationToken: cancel))
            if (row.PartitionKey is not (Stamps or StoredSchemes.Partition)
                && RowsOf(row.PartitionKey) is var whose && whose != rows && whose != before
                && row.Timestamp < now - Interrupted)
                old.Add(row);
        foreach (var partition in old.GroupBy(row => row.PartitionKey))
            foreach (var chunk in partition.Chunk(TransactionRows))
                await tables.Directory.SubmitTransactionAsync(
                    chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)),
                    cancel);
    }

    async Task<TableEntity?> StampRowAsync(string name, CancellationToken cancel)
    {
        var row = await tables.Directory.GetEntityIfExistsAsync<TableEntity>(Stamps, name, cancellationToken: cancel);
        return row.HasValue ? row.Value : null;
    }

    Task PutAsync(string name, string stamp, CancellationToken cancel) => tables.Directory.UpsertEntityAsync(
        new TableEntity(Stamps, name) { ["Stamp"] = stamp }, TableUpdateMode.Replace, cancel);

    static string? RowsOf(string partition) => partition.Split('@') is [_, var rows] ? rows : null;

    static string Partition(string kind, string? rows) => rows is null ? kind : $"{kind}@{rows}";

    // A district may be called "Overwold/East", and a key may not.
    static string Key(string name) =>
        name.IndexOfAny(['/', '\\', '#', '?']) < 0 && !name.Any(char.IsControl) ? name : Uri.EscapeDataString(name);

    static TableEntity Row<T>(string partition, string key, T value)
    {
        var row = new TableEntity(partition, key);
        StoredJson.Put(row, JsonSerializer.Serialize(value, StoredJson.Format));
        return row;
    }
}
