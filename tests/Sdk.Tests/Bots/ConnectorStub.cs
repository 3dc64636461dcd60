using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace OutreachBot.Sdk.Tests.Bots;

/// <summary>A connector that writes down what it is asked and answers as it is told.</summary>
sealed class ConnectorStub : IAsyncDisposable
{
    readonly WebApplication app;

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("""{"id":"m-1"}""");

    public CloudAdapter Adapter { get; } = new(BotHost.NoAppId);

    public string ServiceUrl => app.Urls.Single() + "/uk/";

    ConnectorStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            Requests.Enqueue(new(
                context.Request.Method,
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                await body.ReadToEndAsync(),
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));
            await Answer(context);
        });
    }

    public static async Task<ConnectorStub> StartAsync()
    {
        var stub = new ConnectorStub();
        await stub.app.StartAsync();
        return stub;
    }

    public async Task<ResourceResponse> SayAsync(string text)
    {
        ResourceResponse? response = null;
        await InConversationAsync(async (turn, ct) =>
            response = await turn.SendActivityAsync(text, cancellationToken: ct));
        return response!;
    }

    /// <summary>A proactive turn in a conversation whose id has every letter that is awkward in an address.</summary>
    public Task InConversationAsync(Func<ITurnContext, CancellationToken, Task> turn)
    {
        var reference = new ConversationReference(
            user: new("29:1"), bot: new("28:bot"), conversation: new(id: "a:1/../2"), channelId: "msteams",
            serviceUrl: ServiceUrl);
        return Adapter.ContinueConversationAsync("", reference, new BotCallbackHandler(turn), default);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public sealed record Asked(string Method, string Path, string Body, Dictionary<string, string> Headers);
}
