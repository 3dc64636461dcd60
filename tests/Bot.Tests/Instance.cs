using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// One instance of the bot without its web server: its storage on a real Azurite, the authority of the scenarios.
/// </summary>
sealed class Instance
{
    static readonly OutreachCards Cards = new();

    readonly StorageSettings settings;

    Instance(StorageSettings settings, FakeTimeProvider clock)
    {
        this.settings = settings;
        Clock = clock;
        Tables = new(settings, Wire.Transport());
        Store = new(Tables, Workflows, clock, Signals);
        Bookings = new(Tables, clock);
        Diaries = new(Tables, Bookings);
        WorkLists = new(Tables);
        SentCards = new(Tables);
        Conversations = new(Tables, clock);
        Outbox = new(Tables, settings, clock, NullLogger<Outbox>.Instance);
        DeadLetters = new(Tables, settings, clock);
        Current = new(new DirectorySettings(), clock);
        Current.Replace(Some.Authority);
        Registry = new(Workflows, [Cards], [new OutreachFacts(Store, Bookings, Diaries)]);
        Cases = new(Store, Registry, Current);
        FanOut = new(Store, Outbox, Signals, Current, Workflows);
    }

    public static CaseWorkflows Workflows { get; } = new([Cards.Workflow]);

    public FakeTimeProvider Clock { get; }
    public Wire Wire { get; } = new();
    public Tables Tables { get; }
    public CaseStore Store { get; }
    public Bookings Bookings { get; }
    public Diaries Diaries { get; }
    public WorkLists WorkLists { get; }
    public SentCards SentCards { get; }
    public Conversations Conversations { get; }
    public DispatchSignals Signals { get; } = new();
    public Outbox Outbox { get; }
    public DeadLetters DeadLetters { get; }
    public CurrentAuthority Current { get; }
    public CaseAccess Cases { get; }
    public Registry Registry { get; }
    public FanOut FanOut { get; }

    public static async Task<Instance> StartAsync(AzuriteFixture azurite, FakeTimeProvider? clock = null)
    {
        var instance = new Instance(azurite.NewAccount(), clock ?? TermTime.Standing());
        await instance.Tables.CreateAsync(CancellationToken.None);
        return instance;
    }

    /// <summary>Another instance on the same tables, or this one after a restart.</summary>
    public Instance Another(FakeTimeProvider? clock = null)
    {
        var another = new Instance(settings, clock ?? Clock);
        another.Current.Replace(Current.Authority);
        return another;
    }

    /// <summary>Writes a scenario's events, each by whom it was, and empties its outbox.</summary>
    public async Task<Request> HaveAsync(Scenario scenario)
    {
        var request = scenario.Request;
        foreach (var happened in scenario.Events)
        {
            var actor = Some.Everybody.First(one => one.Person.Id == happened.By.Id);
            var deciding = new Deciding(Decision.Accept(happened.What), actor, scenario.Facts);
            await Store.DecideAsync(
                request.Id, Cards.Workflow, Press(actor, $"seed-{happened.Number}", happened.Number - 1), pressed: null,
                _ => Task.FromResult(deciding), CancellationToken.None);
        }
        await EmptyOutboxAsync();
        return (Request)(await Store.FindAsync(request.Id, CancellationToken.None))!.Case;
    }

    public async Task EmptyOutboxAsync()
    {
        while (Signals.Written.TryRead(out _))
        {
        }
        foreach (var row in await RowsAsync("outbox|"))
            await Tables.Cases.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    /// <summary>
    /// Spreads what has been written into an item for each person, and lets nobody have them in hand.
    /// </summary>
    public async Task SpreadAsync()
    {
        while (Signals.Written.TryRead(out var item))
            if (item is FanOutItem all) await FanOut.SpreadAsync(all, CancellationToken.None);
    }

    /// <summary>Decides a command of somebody who presses a card of this version.</summary>
    public async Task<Bot.Storage.Outcome> PressAsync(
        Actor by, Command command, int version, string input = "", SentCard? pressed = null) =>
        (await Cases.DecideAsync(
            Some.Id, Cards.Workflow, Press(by, command.GetType().Name, version, input), pressed, by, _ => command,
            CancellationToken.None))!;

    public static Operation Press(Actor by, string verb, int version, string input = "") =>
        new(OperationId.For(Some.Id, version, verb, by.Person.Id), by.Person.Id, verb, input, version);

    public async Task<Request> RequestAsync() =>
        (Request)(await Store.FindAsync(Some.Id, CancellationToken.None))!.Case;

    /// <summary>Rows of the table of requests whose keys begin like this, in the order of their keys.</summary>
    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string prefix)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Tables.Cases.QueryAsync<TableEntity>())
            if (row.RowKey.StartsWith(prefix, StringComparison.Ordinal)) rows.Add(row);
        return rows;
    }

    /// <summary>What is due in the outbox, claimed or not.</summary>
    public async Task<IReadOnlyList<OutboxItem>> DueAsync()
    {
        var due = new List<OutboxItem>();
        await foreach (var item in Outbox.DueAsync(Some.Id.Bucket, CancellationToken.None)) due.Add(item);
        return due;
    }

    public Task<IReadOnlyList<TableEntity>> OperationsAsync() => RowsAsync($"request|{Some.Id}|op|");
}
