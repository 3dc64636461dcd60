using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Teams;
using OutreachBot.Channel;

namespace OutreachBot.Bot.Tests;

/// <summary>A host with nothing but the check of tokens. What its middleware throws reaches whoever posts.</summary>
sealed class TokenGate : IAsyncDisposable
{
    readonly WebApplication app;
    HttpClient? http;

    public TokenGate(Published published)
    {
        var settings = new TeamsSettings { MicrosoftAppId = GuardedBot.AppId };
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Log));
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(settings).AddSingleton<TimeProvider>(Clock).AddSingleton<RefusalLog>()
            .AddSingleton<IHttpClientFactory>(new DirectClients(settings, published));
        builder.AddChannelTokens();
        app = builder.Build();
        app.MapPost("/", (HttpContext http) => http.Features.Get<ChannelToken>()!.ServiceUrl ?? "none")
            .RequireAuthorization(ChannelTokens.Policy);
        SetClock();
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public FakeLogCollector Log { get; } = new();

    public IEnumerable<string> Refusals =>
        Log.Lines.Where(line => line.StartsWith(typeof(RefusalLog).FullName!, StringComparison.Ordinal));

    public async ValueTask StartAsync()
    {
        await app.StartAsync();
        http = app.GetTestClient();
    }

    public async Task<HttpResponseMessage> PostAsync(Forgery? forgery = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", TokenIssuer.Sign(GuardedBot.ServiceUrl, forgery));
        return await http!.SendAsync(request);
    }

    public async Task<int> StatusAsync(Forgery? forgery = null)
    {
        using var answer = await PostAsync(forgery);
        return (int)answer.StatusCode;
    }

    // The library's own clock, which nobody else may set.
    void SetClock()
    {
        var keys =
            app.Services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>()
                .Get(ChannelTokens.Scheme).ConfigurationManager;
        typeof(ConfigurationManager<OpenIdConnectConfiguration>).GetField(
            "TimeProvider", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(keys, Clock);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
