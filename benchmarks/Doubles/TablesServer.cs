using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using OutreachBot.Rehearsal;
using OutreachBot.Simulation;
using OutreachBot.Simulation.Tables;

namespace OutreachBot.Benchmarks.Doubles;

/// <summary>
/// The tables in memory behind HTTP, for a bot in another process. The sample authority has been loaded into them.
/// </summary>
sealed class TablesServer : IAsyncDisposable
{
    readonly MemoryTables tables = Stores.With(Path.Combine(Repository.Root, "samples")).Copy(TimeProvider.System);
    readonly WebApplication app;

    TablesServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public static async Task<TablesServer> StartAsync()
    {
        var server = new TablesServer();
        await server.app.StartAsync();
        return server;
    }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=memory;AccountKey=bWVtb3J5;TableEndpoint={app.Urls.Single()}/memory;";

    async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new(http.Request.Method), new Uri($"{app.Urls.Single()}{target}"));
        if (http.Request.Headers.IfMatch is { Count: > 0 } tag)
            request.Headers.TryAddWithoutValidation("If-Match", $"{tag}");

        using var answer = tables.Answer(request, body.ToArray());
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated) http.Response.Headers[name] = values.ToString();
        if (answer.StatusCode is System.Net.HttpStatusCode.NoContent) return;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(http.Response.Body);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
