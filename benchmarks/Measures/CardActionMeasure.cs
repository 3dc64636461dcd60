using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OutreachBot.Benchmarks.Doubles;
using OutreachBot.Bot;
using OutreachBot.Bot.Directory;
using OutreachBot.Cards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P1, P2: a headteacher's press that releases a leading teacher, from the token to the card that answers, beside a bare
/// endpoint that checks the same token, reads the same body and answers in a line. Another process sends them.
/// </summary>
static class CardActionMeasure
{
    /// <summary>A connection string for a double that is never connected to.</summary>
    public const string NoStorage = "DefaultEndpointsProtocol=http;AccountName=double;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:1/double";

    const int Rounds = 15;
    const int PerRound = 2_000;

    // Until the code is compiled as well as it gets: the runtime counts methods of it, recompiles what is hot, and looks on.
    const int WarmUp = 40;

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        using var issuer = new Issuer();
        var tables = new CannedTables(Given.ARelease.Request);
        await using var bot = await StartAsync(issuer, tables);
        await using var bare = await StartBareAsync(issuer);
        var written = bot.Services.GetRequiredService<OutreachBot.Bot.Notifications.Wakeups>().Written;
        using var load = new Load(issuer.Header, PressFile((Rounds + WarmUp) * PerRound));

        var ratios = new List<double>();
        var (bytes, cpu, trips) = (new List<double>(), new List<double>(), 0.0);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var plain = await Meter.RunAsync(() => load.SendAsync(bare.Urls.Single() + "/bare", PerRound, again: true));
            var before = tables.Trips;
            var ours = await Meter.RunAsync(() => load.SendAsync(bot.Urls.Single() + "/api/messages", PerRound));
            while (written.TryRead(out _)) ;
            if (round < 0) continue;

            ratios.Add(ours.Seconds / plain.Seconds);
            cpu.Add(ours.Seconds * 1e6 / PerRound);
            bytes.Add(ours.Bytes / PerRound / 1024);
            trips = (tables.Trips - before) / (double)PerRound;
        }
        using var parts = new StringWriter();
        await PartsMeasure.RunAsync(parts);
        return
        [
            new("P1", "CPU per card action, over a bare endpoint with the same token check", "≤ 2.0", Spread.Of(ratios), $"{Spread.Of(cpu).Median:F0} µs")
            {
                Micros = Spread.Of(cpu).Median,
                Details = parts.ToString(),
            },
            new("P2", "memory allocated per card action, KB, the web server's included", "≤ 40", Spread.Of(bytes), $"{trips:F1} storage round trips"),
        ];
    }

    static async Task<WebApplication> StartAsync(Issuer issuer, CannedTables tables)
    {
        var builder = Builder();
        builder.AddStorage();
        builder.AddDirectory();
        builder.AddTeams();
        builder.AddNotifications();
        foreach (var hosted in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal) is not true).ToList())
            builder.Services.Remove(hosted);
        builder.Services.AddSingleton<HttpPipelineTransport>(tables).AddSingleton<IHttpClientFactory>(issuer);
        var app = builder.Build();
        app.MapTeams("/api/messages");
        app.Services.GetRequiredService<CurrentAuthority>().Replace(Some.Authority);
        await app.StartAsync();
        return app;
    }

    static async Task<WebApplication> StartBareAsync(Issuer issuer)
    {
        var builder = Builder();
        builder.Services.AddSingleton<IHttpClientFactory>(issuer);
        var app = builder.Build();
        var tokens = new Microsoft.Bot.Builder.Integration.AspNet.Core.ConfigurationBotFrameworkAuthentication(
            builder.Configuration, httpClientFactory: issuer);
        app.MapPost("/bare", async (HttpContext http, BareActivity activity) =>
        {
            var identity = await tokens.AuthenticateChannelRequestAsync(http.Request.Headers.Authorization!, http.RequestAborted);
            return new BareAnswer(200, activity.Type, identity.IsAuthenticated);
        });
        await app.StartAsync();
        return app;
    }

    static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["MicrosoftAppId"] = Issuer.AppId;
        builder.Configuration["Storage:ConnectionString"] = NoStorage;
        builder.Configuration["Teams:Tenants:0"] = Some.ProvidingHeadteacher.Person.Id.Tenant;
        return builder;
    }

    public static string APress => Press(0);

    // One press for each request.
    static string PressFile(int many)
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, Enumerable.Range(0, many).Select(number => Press(number)));
        return file;
    }

    // On the card that the bot would have sent.
    static string Press(int number)
    {
        var release = Given.ARelease;
        var view = new View(release.Request with { Id = RequestId.From((ulong)number * 16 + 3, 16) }, Some.ProvidingHeadteacher, release.Facts);
        var button = JsonNode.Parse(CardFor.Request(view)!.ToJson())!["actions"]!.AsArray()
            .First(action => (string?)action!["verb"] == Verbs.AgreeRelease)!;
        return Press(number, button).ToJsonString();
    }

    static JsonObject Press(int number, JsonNode button)
    {
        var head = Some.ProvidingHeadteacher.Person;
        return new()
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = $"f:{number}",
            ["timestamp"] = "2026-03-02T09:00:00.000Z",
            ["localTimestamp"] = "2026-03-02T09:00:00.000+00:00",
            ["localTimezone"] = "Europe/London",
            ["channelId"] = "msteams",
            ["serviceUrl"] = Issuer.ServiceUrl,
            ["locale"] = "en-GB",
            ["replyToId"] = $"m{number}",
            ["from"] = new JsonObject { ["id"] = $"29:{head.Id.Object}", ["name"] = head.Name, ["aadObjectId"] = head.Id.Object },
            ["recipient"] = new JsonObject { ["id"] = $"28:{Issuer.AppId}", ["name"] = "OutreachBot" },
            ["conversation"] = new JsonObject { ["id"] = "a:head", ["conversationType"] = "personal", ["tenantId"] = head.Id.Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = head.Id.Tenant }, ["source"] = new JsonObject { ["name"] = "message" } },
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = (string)button["verb"]!, ["data"] = button["data"]!.DeepClone() },
                ["trigger"] = "manual",
            },
        };
    }

    sealed record BareActivity(string Type, string? Name, string? Id, string? ServiceUrl, JsonElement Value, [property: JsonPropertyName("from")] BareFrom? From);

    sealed record BareFrom(string? AadObjectId);

    sealed record BareAnswer(int StatusCode, string Type, bool Known);
}
