using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace OutreachBot.Sdk.Tests.Bots;

/// <summary>An adapter and a bot behind a real HTTP server on a free loopback port.</summary>
sealed class BotHost(WebApplication app, CloudAdapter adapter) : IAsyncDisposable
{
    readonly HttpClient http = new() { BaseAddress = new(app.Urls.Single()) };

    public CloudAdapter Adapter => adapter;

    public static readonly IConfiguration NoAppId = new ConfigurationBuilder().Build();

    public static Task<BotHost> StartAsync(IBot bot) => StartAsync(bot, new CloudAdapter(NoAppId));

    public static Task<BotHost> StartAsync(IBot bot, BotFrameworkAuthentication authentication) =>
        StartAsync(bot, new CloudAdapter(authentication));

    public static async Task<BotHost> StartAsync(IBot bot, CloudAdapter adapter)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Map("/api/messages", context =>
            adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted));
        await app.StartAsync();
        return new(app, adapter);
    }

    public Task<HttpResponseMessage> PostAsync(string json, params string[] authorization) =>
        PostAsync(new StringContent(json, Encoding.UTF8, "application/json"), authorization);

    public async Task<HttpResponseMessage> PostAsync(HttpContent body, params string[] authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        foreach (var value in authorization)
            request.Headers.TryAddWithoutValidation("Authorization", value);
        return await http.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync() => http.GetAsync("/api/messages");

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}

/// <summary>A bot of one line.</summary>
sealed class InlineBot(Func<ITurnContext, CancellationToken, Task> turn) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        turn(turnContext, cancellationToken);
}
