using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OutreachBot.Bot;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Teams;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Benchmarks.Doubles;

/// <summary>
/// The bot as it is composed, without its background loops, in Production between doubles; and presses with which a
/// headteacher releases a leading teacher, each on a request of its own.
/// </summary>
static class PressedBot
{
    /// <summary>A connection string for a double that is never connected to.</summary>
    public const string NoStorage =
        "DefaultEndpointsProtocol=http;AccountName=double;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:1/double";

    /// <param name="issuer">Signs its tokens and publishes the keys.</param>
    /// <param name="tables">Its storage.</param>
    /// <param name="map">What else is to be found at its address.</param>
    public static async Task<WebApplication> StartAsync(
        Issuer issuer, CannedTables tables, Action<WebApplication>? map = null)
    {
        var builder = Builder();
        builder.AddStorage();
        builder.AddDirectory();
        builder.Services.AddWorkflows();
        builder.AddTeams();
        builder.AddNotifications();
        foreach (var hosted in builder.Services
            .Where(service => service.ServiceType == typeof(IHostedService)
                && service.ImplementationType?.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal) is not true)
            .ToList())
            builder.Services.Remove(hosted);
        builder.Services.AddSingleton<HttpPipelineTransport>(tables).AddSingleton<IHttpClientFactory>(issuer);
        var app = builder.Build();
        app.MapTeams("/api/messages");
        map?.Invoke(app);
        app.Services.GetRequiredService<CurrentAuthority>().Replace(Some.Authority);
        await app.StartAsync();
        return app;
    }

    public static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["MicrosoftAppId"] = Issuer.AppId;
        builder.Configuration["Storage:ConnectionString"] = NoStorage;
        builder.Configuration["Teams:Tenants:0"] = Some.ProvidingHeadteacher.Person.Id.Tenant;
        return builder;
    }

    /// <summary>A press as a web server would bring it.</summary>
    public static HttpContext Http(WebApplication bot, string authorization, byte[] press, Stream answer) =>
        new DefaultHttpContext
        {
            ServiceScopeFactory = bot.Services.GetRequiredService<IServiceScopeFactory>(),
            Request =
            {
                Method = "POST",
                Headers = { Authorization = authorization },
                ContentLength = press.Length,
                Body = new MemoryStream(press)
            },
            Response = { Body = answer },
        };

    /// <summary>Checks the token of a press and answers it, without a web server.</summary>
    public static async Task AnswerAsync(WebApplication bot, HttpContext http)
    {
        await TokenAsync(http);
        await bot.Services.GetRequiredService<MessagingEndpoint>().AnswerAsync(http);
    }

    /// <exception cref="InvalidOperationException">The token was refused.</exception>
    public static async Task<ChannelToken> TokenAsync(HttpContext http)
    {
        await http.AuthenticateAsync(ChannelTokens.Policy.AuthenticationSchemes[0]);
        return http.Features.Get<ChannelToken>() ?? throw new InvalidOperationException("The token was refused.");
    }

    // On the card that the bot would have sent.
    public static string Press(int number)
    {
        var release = Given.ARelease;
        var view = new RequestView(
            release.Request with { Id = CaseId.From((ulong)number * 16 + 3, 16) }, Some.ProvidingHeadteacher,
            release.Facts);
        var button = JsonNode.Parse(CardFor.Request(view)!.ToJson())!["actions"]!.AsArray()
            .First(action => (string?)action!["verb"] == RequestVerbs.AgreeRelease)!;
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
            ["from"] = new JsonObject
            {
                ["id"] = $"29:{head.Id.Object}",
                ["name"] = head.Name,
                ["aadObjectId"] = head.Id.Object
            },
            ["recipient"] = new JsonObject { ["id"] = $"28:{Issuer.AppId}", ["name"] = "OutreachBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = "a:head",
                ["conversationType"] = "personal",
                ["tenantId"] = head.Id.Tenant
            },
            ["channelData"] = new JsonObject
            {
                ["tenant"] = new JsonObject { ["id"] = head.Id.Tenant },
                ["source"] = new JsonObject { ["name"] = "message" }
            },
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = (string)button["verb"]!,
                    ["data"] = button["data"]!.DeepClone()
                },
                ["trigger"] = "manual",
            },
        };
    }
}
