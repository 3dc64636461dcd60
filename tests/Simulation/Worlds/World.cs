using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Simulation.Tables;
using OutreachBot.Simulation.Teams;
using OutreachBot.Simulation.Time;

namespace OutreachBot.Simulation;

/// <summary>
/// People, a Teams, storage and instances of the bot, in virtual time on one thread. Every wait of the bot ends when
/// the seed says so; the same seed plays the same again.
/// </summary>
public sealed partial class World
{
    readonly Random random;
    readonly InstanceContext outside;
    readonly List<SimInstance> instances = [];
    readonly List<Exception> broken = [];
    readonly List<string> notes = [];
    int calls;

    public World(int seed, WorldSettings settings)
    {
        Settings = settings;
        random = new(seed);
        Loop = new(settings.Start);
        outside = new(Loop);
        Clock = new VirtualClock(Loop, outside);
        Teams = new(this, settings.People);
        Tables = settings.Tables?.Copy(Clock) ?? new(Clock);
        if (settings.Past is not { } past) return;

        Teams.Remember(past);
        delivered.AddRange(past.Delivered);
    }

    /// <summary>A world could begin like this one stands now, with no instance running.</summary>
    public WorldSettings Snapshot() =>
        Settings with { Start = Now, Tables = Tables.Copy(Clock), Past = Teams.Past(delivered) };

    /// <summary>Whether an instance that is killed is started again, and after how long.</summary>
    public TimeSpan? RestartsAfter { get; set; }

    internal void Died()
    {
        if (RestartsAfter is { } wait) After(wait, () => Start());
    }

    public WorldSettings Settings { get; }

    /// <summary>The right time.</summary>
    public TimeProvider Clock { get; }

    public DateTimeOffset Now => Loop.Date;

    /// <summary>The time that has passed, without the days that nobody waited for.</summary>
    public TimeSpan Passed => Loop.Now - Settings.Start;

    /// <summary>
    /// Lets a later day come, and nothing happen meanwhile: whoever waits for the day would wait long.
    /// </summary>
    internal Task BecomesAsync(DateOnly day)
    {
        var morning = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);
        if (morning > Now) Loop.Ahead += morning - Now;
        return Task.CompletedTask;
    }

    public MemoryTables Tables { get; }

    public MemoryTeams Teams { get; }

    public WorldLog Log { get; } = new();

    /// <summary>All that were started; killed ones stay here.</summary>
    public IReadOnlyList<SimInstance> Instances => instances;

    /// <summary>What becomes of a call; null, and where it says null: nothing bad.</summary>
    public Func<Call, Fate?>? Fates { get; set; }

    /// <summary>How many calls there have been, and who is told of each.</summary>
    public int Calls => calls;

    /// <summary>How many messages may have come twice, because a send or its record was interrupted.</summary>
    public int ForgivenCopies => openSends.Forgiven;

    readonly OpenSends openSends = new();

    /// <summary>What an instance let through that nobody caught.</summary>
    public IReadOnlyList<Exception> Broken => broken;

    public IReadOnlyList<string> Notes => notes;

    /// <summary>How often code went on in another thread, where a seed does not rule: never.</summary>
    public int Strays => Loop.Strays;

    /// <summary>Whether every call is noted, for whoever looks for a cause.</summary>
    public bool Trace { get; set; }

    internal EventLoop Loop { get; }

    internal bool IsHere => Loop.IsHere;

    /// <summary>Services of the bot that are replaced in every instance.</summary>
    public Action<IServiceCollection>? Substitute { get; set; }

    /// <summary>Serves calls in another way than the service does: how mutants are made.</summary>
    public Func<SimInstance, Call, HttpRequestMessage, Func<HttpRequestMessage, byte[], HttpResponseMessage>,
        HttpResponseMessage>? Serves
    { get; set; }

    /// <summary>Alters what an instance hears from the connector.</summary>
    public Action<HttpResponseMessage>? Hears { get; set; }

    /// <summary>What is done with an instance before it begins.</summary>
    public Action<SimInstance>? Begins { get; set; }

    /// <summary>An instance more.</summary>
    /// <param name="substitute">Services of the bot that are replaced in this instance alone.</param>
    public SimInstance Start(Action<IServiceCollection>? substitute = null)
    {
        var instance = new SimInstance(this, $"i{instances.Count + 1}", substitute ?? Substitute);
        instances.Add(instance);
        Begins?.Invoke(instance);
        instance.Start();
        return instance;
    }

    /// <summary>Plays a story to its end, with all that goes on meanwhile.</summary>
    public void Run(Func<Task> story, TimeSpan? limit = null)
    {
        Task? task = null;
        outside.Post(_ => task = story(), null);
        Loop.RunUntil(() => task?.IsCompleted is true, limit ?? TimeSpan.FromHours(6), () => "The story does not end.");
        task!.GetAwaiter().GetResult();
    }

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time)
    {
        var over = false;
        Loop.After(time, () => over = true);
        Loop.RunUntil(() => over, time, () => "Time stands still.");
    }

    /// <summary>Waits, within a story.</summary>
    public Task DelayAsync(TimeSpan time) => Task.Delay(time, Clock);

    /// <summary>Lets things happen until something is so.</summary>
    public void Until(Func<bool> isSo, TimeSpan limit, string missing) => Loop.RunUntil(isSo, limit, () => missing);

    /// <summary>The same, looked at now and then, for what takes long to see.</summary>
    public void Until(Func<bool> isSo, TimeSpan limit, string missing, TimeSpan Every)
    {
        for (var end = Now + limit; !isSo(); Pass(Every))
            if (Now > end) throw new TimeoutException(missing);
    }

    internal void After(TimeSpan wait, Action happen) => Loop.After(wait, happen);

    internal Call Count(SimInstance instance, CallKind kind, string method, string path, byte[] body) =>
        new(++calls, instance.Name, kind, method, path, body);

    internal Fate? FateOf(Call call)
    {
        var fate = Fates?.Invoke(call);
        openSends.Began(call, fate);
        if (Trace) Note($"{call} {fate}");
        return fate;
    }

    /// <summary>One way.</summary>
    internal TimeSpan Latency(CallKind kind) => kind switch
    {
        CallKind.Storage => TimeSpan.FromMilliseconds(0.5 + (random.NextDouble() * 5)),
        CallKind.Connector => TimeSpan.FromMilliseconds(20 + (random.NextDouble() * 100)),
        _ => TimeSpan.FromMilliseconds(20 + (random.NextDouble() * 50)),
    };

    internal void Served(Call call, int status, ReadOnlyMemory<byte> answer) => openSends.Done(call, status, answer);

    internal void GaveUp(Call call) => openSends.GivenUp(call);

    internal void Interrupted(SimInstance instance) => openSends.Interrupted(instance.Name);

    /// <summary>Another order of everything from here on.</summary>
    public void Skip(int choices)
    {
        for (var one = 0; one < choices; one++) random.Next();
    }

    internal int NextSeed() => random.Next();

    internal void Broke(Exception failure) => broken.Add(failure);

    internal void Note(string what) => notes.Add($"{Now:O} {what}");
}
