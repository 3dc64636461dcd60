using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Verification;
using OutreachBot.Bot.Workflows;
using OutreachBot.Channel;
using OutreachBot.Rehearsal;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// The bot as it runs, on a free loopback port, with storage of its own, the sample authority and a Teams.
/// </summary>
sealed class BotHost(
    StorageSettings storage, FakeTeams teams, string environment = "Development") : WebApplicationFactory<Program>
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("bot-").FullName;
    RehearsalClock? time;

    public FakeTeams Teams => teams;

    public FakeLogCollector Log { get; } = new();

    public Wire Wire { get; } = new();

    /// <summary>Settings that differ from those of a developer's machine.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Parts that stand in for the bot's own.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>What time it is for the bot.</summary>
    public RehearsalClock Time => time ??= TermTime.Running(folder);

    public static async Task<BotHost> StartAsync(AzuriteFixture azurite, IEnumerable<TeamsUser> people)
    {
        var host = new BotHost(azurite.NewAccount(), await FakeTeams.StartAsync(people));
        await host.StartAsync();
        return host;
    }

    /// <summary>Lets later days come when a story waits for one. For bots that nobody else speaks to.</summary>
    public BotHost WithDays()
    {
        teams.Calendar = new(() => DateOnly.FromDateTime(Time.GetUtcNow().Date), day =>
        {
            Time.MoveTo(new(day, new TimeOnly(9, 0), TimeSpan.Zero));
            return Task.CompletedTask;
        });
        return this;
    }

    /// <summary>Starts, and waits until the bot says that it is ready.</summary>
    public async Task StartAsync()
    {
        Listen();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await teams.Bot!.GetAsync("/health/ready", limit.Token)).IsSuccessStatusCode) await Task.Yield();
    }

    /// <summary>Starts and does not wait.</summary>
    public HttpClient Listen()
    {
        UseKestrel();
        StartServer();
        teams.Bot = CreateClient();
        return teams.Bot;
    }

    /// <summary>Waits until nothing is due in the outbox any more.</summary>
    public async Task SettledAsync()
    {
        var outbox = Services.GetRequiredService<Outbox>();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await Task.WhenAll(outbox.Buckets.Select(IsAnythingDueAsync))).Any(due => due)) await Task.Yield();

        async Task<bool> IsAnythingDueAsync(string bucket)
        {
            await foreach (var _ in outbox.DueAsync(bucket, limit.Token)) return true;
            return false;
        }
    }

    /// <summary>Whatever must never be, of everything that is in the store.</summary>
    public async Task<IEnumerable<Violation>> ViolationsAsync()
    {
        var store = new WholeStore(
            Services.GetRequiredService<Tables>(), Services.GetRequiredService<CaseWorkflows>());
        var requests = await store.CasesAsync(CancellationToken.None);
        var authority = Services.GetRequiredService<CurrentAuthority>().Authority;
        return requests.Values.SelectMany(StoreChecks.Check)
            .Concat(OutreachBookings.Check(requests, await store.BookingsAsync(CancellationToken.None), authority));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseUrls("http://127.0.0.1:0");
        builder.UseSetting("Storage:ConnectionString", storage.ConnectionString);
        builder.UseSetting("Rehearsal:DataFolder", folder);
        builder.UseSetting("Teams:ServiceUrl", teams.ServiceUrl.ToString());
        builder.UseSetting("Storage:AnswersWithin", storage.AnswersWithin.ToString());
        builder.UseSetting("Teams:WaitsFor", storage.AnswersWithin.ToString());
        foreach (var (name, value) in Settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(logging =>
            logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Log)));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time).AddSingleton<HttpPipelineTransport>(_ => Wire.Transport());
            Replace?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await teams.DisposeAsync();
        if (System.IO.Directory.Exists(folder)) System.IO.Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
