using System.Text.Json;
using System.Text.Json.Nodes;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Verification;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests.Rows;

/// <summary>
/// Rows that earlier versions of the code wrote, one folder for each. They are kept for ever and never written again.
/// Whoever adds a kind of row, event, stage, item or property adds a version with <c>ROWS=v5 dotnet test --project
/// tests/Bot.Tests --filter-class "*RowsTests"</c>, reads what has been written there, and commits it.
/// </summary>
public sealed class RowsTests(AzuriteFixture azurite)
{
    static readonly string Folder = Path.Combine(Repository.Root, "tests", "Bot.Tests", "Storage", "Rows");

    public static TheoryData<string> Versions =>
        [.. System.IO.Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Everything_that_the_code_of_today_writes_is_kept_in_some_version()
    {
        var today = await StoreOfToday.RowsAsync(azurite);
        if (Environment.GetEnvironmentVariable("ROWS") is { Length: > 0 } version) await AddAsync(version, today);

        var kept = Versions.SelectMany(one => Shapes.Of(RowFile.Read(PathOf(one.Data, "store.jsonl")))).ToHashSet();

        Assert.Empty(Shapes.Of(today).Except(kept));
        Assert.Empty(Shapes.Everything.Except(kept));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task What_an_earlier_version_wrote_means_what_it_meant(string version)
    {
        var (bot, rows) = await LoadAsync(version);

        Assert.Equal(File.ReadLines(PathOf(version, "meaning.txt")), await new Meaning(bot).ReadAsync(rows));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Nothing_that_an_earlier_version_wrote_is_lost_in_reading(string version)
    {
        var (bot, rows) = await LoadAsync(version);

        foreach (var row in rows.Where(row => row.Kind is "state" or "event" or "directory person"))
        {
            var stored = JsonNode.Parse(StoredJson.Get(row.Row))!;
            object read = row.Kind switch
            {
                "state" => Read(row),
                "event" => StoredEvents.Read(
                    row.Row.GetString("Kind")!, StoredJson.Get(row.Row), Instance.Workflows),
                _ => JsonSerializer.Deserialize<Member>(StoredJson.Get(row.Row), StoredJson.Format)!,
            };
            var written = JsonSerializer.SerializeToNode(read, read.GetType(), StoredJson.Format)!;
            Assert.Empty(Missing(stored, written, row.Row.RowKey));
        }
        foreach (var whole in (await new WholeStore(bot.Tables, Instance.Workflows).CasesAsync(CancellationToken.None))
            .Values)
            Assert.Empty(StoreChecks.Check(whole));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_press_that_an_earlier_version_took_is_known_again(string version)
    {
        var (bot, rows) = await LoadAsync(version);
        foreach (var one in rows.Where(row => row.Kind is "op").DistinctBy(row => row.Row.GetString("Action")))
        {
            var (row, actor) = (one.Row,
                Some.Everybody.Single(person => person.Person.Id.Key == one.Row.GetString("Actor")));
            var press = new Operation(
                row.RowKey.Split('|')[^1], actor.Person.Id, row.GetString("Action")!, row.GetString("InputHash")!,
                Version: 0);

            var outcome = await bot.Cases.DecideAsync(
                    one.Request, workflow: null, press, pressed: null, actor, _ => new RequestCommand.CloseRequest(""),
                    CancellationToken.None);

            Assert.True(outcome!.Repeated, row.RowKey);
        }
    }

    // Whatever an earlier version began is not stuck: it can at least be ended, and what is written then is sound.
    [Theory, MemberData(nameof(Versions))]
    public async Task What_an_earlier_version_began_goes_on(string version)
    {
        var (bot, rows) = await LoadAsync(version);
        var ended = 0;
        foreach (var request in rows.Where(row => row.Kind is "state").Select(Read))
        {
            var asking = Some.Everybody.Single(one => one.Person.Id == request.Requester!.Id);
            Command end = !request.IsReleased
                ? new RequestCommand.WithdrawRequest("Enough.")
                : new RequestCommand.CancelProgramme("Enough.");
            if (Decider.MayBeAskedBy(request, end) is null) continue;

            var press = new Operation(
                OperationId.For(request.Id, request.Version, "end", asking.Person.Id), asking.Person.Id, "end", "",
                request.Version);
            var outcome = await bot.Cases.DecideAsync(
                request.Id, workflow: null, press, pressed: null, asking, _ => end, CancellationToken.None);

            Assert.IsType<Decision.Accepted>(outcome!.Decision);
            ended++;
        }

        Assert.InRange(ended, 10, rows.Count);
        foreach (var whole in (await new WholeStore(bot.Tables, Instance.Workflows).CasesAsync(CancellationToken.None))
            .Values)
            Assert.Empty(StoreChecks.Check(whole));
    }

    async Task<(Instance Bot, IReadOnlyList<StoredRow> Rows)> LoadAsync(string version)
    {
        var bot = await Instance.StartAsync(azurite);
        var rows = RowFile.Read(PathOf(version, "store.jsonl"));
        await RowFile.FillAsync(bot.Tables, rows);

        // What a store keeps of a scheme is an authority's own; here it only has to be known.
        bot.Current.Know([Some.Scheme with { Version = 2 }]);
        return (bot, rows);
    }

    async Task AddAsync(string version, IReadOnlyList<StoredRow> rows)
    {
        if (System.IO.Directory.Exists(Path.Combine(Folder, version)))
            throw new InvalidOperationException($"{version} is there already, and stays as it is.");

        System.IO.Directory.CreateDirectory(Path.Combine(Folder, version));
        RowFile.Write(PathOf(version, "store.jsonl"), rows);
        var (bot, read) = await LoadAsync(version);
        await File.WriteAllLinesAsync(PathOf(version, "meaning.txt"), await new Meaning(bot).ReadAsync(read));
    }

    static Request Read(StoredRow state) =>
        JsonSerializer.Deserialize<Request>(StoredJson.Get(state.Row), StoredJson.Format)!;

    static string PathOf(string version, string file) => Path.Combine(Folder, version, file);

    // What is stored and does not stand in what would be written now; more may stand there.
    static IEnumerable<string> Missing(JsonNode? stored, JsonNode? written, string where) => (stored, written) switch
    {
        (JsonObject before, JsonObject now) =>
            before.SelectMany(one => Missing(one.Value, now[one.Key], $"{where}.{one.Key}")),
        (JsonArray before, JsonArray now) when before.Count == now.Count =>
            before.Zip(now).SelectMany((one, index) => Missing(one.First, one.Second, $"{where}[{index}]")),
        _ => JsonNode.DeepEquals(stored, written) ? [] : [where],
    };
}
