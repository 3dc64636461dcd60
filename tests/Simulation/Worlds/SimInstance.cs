using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OutreachBot.Bot;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Teams;
using OutreachBot.Channel;
using OutreachBot.Simulation.Tables;
using OutreachBot.Simulation.Time;

namespace OutreachBot.Simulation;

/// <summary>
/// One instance of the bot as it is composed, with its time, storage, connector and tokens replaced by the world's. It
/// can be killed at any moment, and paused.
/// </summary>
public sealed class SimInstance
{
    public const string AppId = TokenIssuer.AppId;

    readonly World world;
    readonly WebApplication app;
    readonly CancellationTokenSource stopping = new();
    readonly VirtualClock clock;

    internal SimInstance(World world, string name, Action<IServiceCollection>? substitute)
    {
        (this.world, Name) = (world, name);
        Context = new(world.Loop);
        clock = new(world.Loop, Context);
        app = Compose(substitute);
    }

    public string Name { get; }

    internal InstanceContext Context { get; }

    public IServiceProvider Services => app.Services;

    public bool IsAlive => !Context.HasEnded;

    public bool IsPaused { get; private set; }

    /// <summary>Whether it can answer activities.</summary>
    public bool IsReady => Services.GetRequiredService<CurrentAuthority>().IsLoaded;

    /// <summary>How far its clock is ahead of the world's.</summary>
    public TimeSpan Skew
    {
        get => clock.Skew;
        set => clock.Skew = value;
    }

    /// <summary>As <c>kill -9</c>: nothing of it happens any more. What was on its way to a service arrives.</summary>
    public void Kill()
    {
        if (!IsAlive) return;
        world.Interrupted(this);
        Context.End();
        world.Died();
    }

    /// <summary>
    /// Stands still, as a virtual machine does that is moved: no code runs, no timer rings, no answer comes in.
    /// </summary>
    public void Pause()
    {
        IsPaused = true;
        world.Interrupted(this);
        Context.Pause();
    }

    public void Resume()
    {
        IsPaused = false;
        Context.Resume();
    }

    /// <summary>Asks its hosted services to end, as a deployment does.</summary>
    public void Stop() => Context.Enter(stopping.Cancel);

    internal void Start()
    {
        foreach (var service in Services.GetServices<IHostedService>()
            .Where(service => service.GetType().Namespace!.StartsWith("OutreachBot", StringComparison.Ordinal)))
            Context.Post(_ => Run(service), null);
    }

    // The host would start it in the thread pool, where its order is not ours to say.
    void Run(IHostedService service)
    {
        var task = service is BackgroundService
            ? (Task)service.GetType().GetMethod("ExecuteAsync", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(
                service, [stopping.Token])!
            : service.StartAsync(stopping.Token);
        task.ContinueWith(
            ended => world.Broke(ended.Exception!), CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>
    /// Takes an activity in and answers it; under no context, because the Bot Framework waits for the bot's turn.
    /// </summary>
    internal void Receive(JsonNode activity, Action<BotAnswer> answered) =>
        world.After(TimeSpan.Zero, () => Context.Enter(() => _ = AnswerAsync(activity, answered)));

    async Task AnswerAsync(JsonNode activity, Action<BotAnswer> answered)
    {
        var http = new DefaultHttpContext { RequestServices = Services };
        http.Request.Method = "POST";
        http.Request.ContentType = "application/json";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        using var body = new MemoryStream();
        http.Response.Body = body;
        http.Features.Set(new ChannelToken(world.Teams.ServiceUrl.ToString(), ["msteams"]));
        await Services.GetRequiredService<MessagingEndpoint>().AnswerAsync(http);
        var text = Encoding.UTF8.GetString(body.ToArray());
        answered(new(http.Response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null));
    }

    WebApplication Compose(Action<IServiceCollection>? substitute)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        builder.WebHost.UseKestrelCore();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = MemoryTables.ConnectionString,
            ["Storage:Buckets"] = $"{world.Settings.Buckets}",
            // The library would measure it in real time; a wire gives up in the world's.
            ["Storage:AnswersWithin"] = Timeout.InfiniteTimeSpan.ToString(),
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppPassword"] = "none",
            ["Teams:ServiceUrl"] = world.Teams.ServiceUrl.ToString(),
        });
        builder.Configuration.AddInMemoryCollection(world.Settings.People
            .Select(person => person.Tenant).Distinct().Where(tenant => Guid.TryParseExact(tenant, "D", out _))
            .Select((tenant, index) => KeyValuePair.Create<string, string?>($"Teams:Tenants:{index}", tenant)));
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(world.Log);
        builder.AddStorage();
        builder.AddDirectory();
        builder.Services.AddWorkflows();
        builder.AddTeams();
        builder.AddNotifications();

        var storage = new Wire(world, this, CallKind.Storage, (request, body) => world.Tables.Answer(request, body));
        var connector =
            new Wire(world, this, CallKind.Connector, (request, body) => world.Teams.Answer(Name, request, body));
        var tokens = new Wire(world, this, CallKind.Token, (_, _) => new());
        builder.Services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new Random(world.NextSeed()))
            .AddSingleton<HttpPipelineTransport>(new HttpClientTransport(storage))
            .AddSingleton<IHttpClientFactory>(new OneClient(connector))
            .AddSingleton<Func<TokenCredential>>(() => new SimCredential(tokens, clock));
        substitute?.Invoke(builder.Services);
        return builder.Build();
    }

    sealed class OneClient(HttpMessageHandler handler) : IHttpClientFactory
    {
        readonly HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

        public HttpClient CreateClient(string name) => client;
    }
}
