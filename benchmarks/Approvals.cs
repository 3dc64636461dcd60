using Azure;
using Azure.Data.Tables;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using Operation = OutreachBot.Bot.Storage.Operation;

namespace OutreachBot.Benchmarks;

/// <summary>
/// Open requests of which each waits for one approval: the providing headteacher's release. They stand in a store of
/// the bot's, with what has happened last and a reminder that is due much later.
/// </summary>
sealed class Approvals
{
    public const int Buckets = 16;

    static readonly Scenario Before = Given.ARelease;
    static readonly Actor Head = Some.ProvidingHeadteacher;

    static readonly OutreachCards Cards = new();

    readonly Tables tables;
    readonly CaseAccess cases;

    /// <summary>The workflows of the benchmarks.</summary>
    public static CaseWorkflows Workflows { get; } = new([Cards.Workflow]);

    /// <param name="tables">The store; its tables are there.</param>
    public Approvals(Tables tables)
    {
        this.tables = tables;
        var current = new CurrentAuthority(new DirectorySettings(), TimeProvider.System);
        current.Replace(Some.Authority);
        var bookings = new Bookings(tables, TimeProvider.System);
        var store = new CaseStore(tables, Workflows, TimeProvider.System, new DispatchSignals());
        var facts = new OutreachFacts(store, bookings, new Diaries(tables, bookings));
        cases = new(store, new(Workflows, [Cards], [facts]), current);
    }

    public static CaseId Id(int number) => CaseId.From((ulong)number, Buckets);

    /// <summary>Writes the requests of these numbers.</summary>
    /// <returns>The tag of each.</returns>
    public async Task<Dictionary<int, ETag>> OpenAsync(int from, int many)
    {
        var tags = new Dictionary<int, ETag>(many);
        var chunks =
            Enumerable.Range(from, many).GroupBy(number => Id(number).Bucket).SelectMany(bucket => bucket.Chunk(33));
        foreach (var chunk in chunks)
        {
            var answer = await tables.Cases.SubmitTransactionAsync(chunk.SelectMany(Rows)
                    .Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
            foreach (var (index, number) in chunk.Index()) tags[number] = answer.Value[index * 3].Headers.ETag!.Value;
        }
        return tags;
    }

    static IEnumerable<TableEntity> Rows(int number)
    {
        var request = Before.Request with { Id = Id(number) };
        var later = DateTimeOffset.UtcNow.AddDays(3);
        yield return CaseRows.State(request, Cards.Workflow);
        yield return CaseRows.Event(request.Id, Before.Events[^1]);
        yield return new NoticeItem(
            request.Id, new Notice(Head.Person.Id, NoticeKind.Reminder, request.Version), "later", later).ToRow();
    }

    /// <summary>The bot's own way: one read, the decision, one transaction.</summary>
    public async Task DecideAsync(int number)
    {
        var version = Before.Request.Version;
        var operation = new Operation($"op-{number}", Head.Person.Id, "agree-release", "hash", version);
        var outcome = await cases.DecideAsync(
            Id(number), workflow: null, operation, Place(number), Head, _ =>
                new RequestCommand.AgreeRelease(""), CancellationToken.None);
        if (outcome?.Decision is not Decision.Accepted) throw new InvalidOperationException("An approval was refused.");
    }

    /// <summary>The read alone.</summary>
    public Task ReadAsync(int number) =>
        tables.Cases.GetEntityIfExistsAsync<TableEntity>(Id(number).Bucket, Keys.State(Id(number)));

    /// <summary>The transaction alone.</summary>
    public Task WriteAsync(IReadOnlyList<TableTransactionAction> rows) => tables.Cases.SubmitTransactionAsync(rows);

    /// <summary>What the approval writes, as the bot writes it.</summary>
    public static List<TableTransactionAction> Transaction(int number, ETag tag)
    {
        var (before, after) = (Before.Request with { Id = Id(number) },
            Before.After(Head, new RequestCommand.AgreeRelease("")));
        Recorded[] recorded = [.. after.Events.Skip(before.Version)];
        var request = after.Request with { Id = before.Id };
        var operation = new Operation($"op-{number}", Head.Person.Id, "agree-release", "hash", before.Version);
        return
        [
            new(TableTransactionActionType.UpdateReplace, CaseRows.State(request, Cards.Workflow), tag),
            new(TableTransactionActionType.Add, CaseRows.Operation(before.Id, operation, request.Version)),
            .. recorded.Select(
                one => new TableTransactionAction(TableTransactionActionType.Add, CaseRows.Event(before.Id, one))),
            new(TableTransactionActionType.UpsertMerge, CaseRows.Card(before.Id, Head.Person.Id, Place(number))),
            new(TableTransactionActionType.Add,
                (FanOutItem.Of(
                    before.Id, before.Version, recorded[^1],
                    RequestConsequences.Of(before, request, recorded, Before.Facts)) with { Claim = "0123456789ab" })
                        .ToRow()),
        ];
    }

    static SentCard Place(int number) => new("a:head", $"m{number}");
}
