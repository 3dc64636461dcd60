using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Bot;

/// <summary>What the parts of the bot are made of.</summary>
static class Composition
{
    /// <summary>Requests, their events and their outbox, in Azure Tables.</summary>
    public static void AddStorage(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(builder.Settings<StorageSettings>("Storage"))
        .AddSingleton<Tables>()
        .AddSingleton<Requests>()
        .AddSingleton<Bookings>()
        .AddSingleton<WorkLists>()
        .AddSingleton<HeldCards>()
        .AddSingleton<Conversations>()
        .AddSingleton<Outbox>()
        .AddSingleton<DeadLetters>();

    /// <summary>People, schools and leading teachers, and the schemes.</summary>
    public static void AddDirectory(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton(builder.Settings<DirectorySettings>("Directory"))
        .AddSingleton<CurrentAuthority>()
        .AddSingleton<AuthorityTable>()
        .AddHostedService<AuthorityWatch>();

    /// <summary>Activities in, cards out, and proof of who sent them.</summary>
    public static void AddTeams(this WebApplicationBuilder builder)
    {
        var settings = builder.Settings<TeamsSettings>("Teams") with { MicrosoftAppId = builder.Configuration["MicrosoftAppId"] ?? "" };
        settings.Check(builder.Environment);

        builder.Services
            .AddSingleton(settings)
            .AddSingleton<BotFrameworkAuthentication>(services => settings.IsLocal
                ? new LoopbackAuthentication(Original(services))
                : Original(services))
            .AddSingleton(services => new CloudAdapter(
                services.GetRequiredService<BotFrameworkAuthentication>(), services.GetRequiredService<ILogger<CloudAdapter>>()))
            .AddSingleton<Outreaches>()
            .AddSingleton<Lists>()
            .AddSingleton<UndeliveredMessages>()
            .AddSingleton<CardActions>()
            .AddSingleton<Messages>()
            .AddSingleton<IBot, Teams.OutreachBot>();
    }

    /// <summary>The outbox dispatcher.</summary>
    public static void AddNotifications(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton(builder.Settings<NotificationSettings>("Notifications"))
        .AddSingleton<Wakeups>()
        .AddSingleton<Pace>()
        .AddSingleton<TeamsMessenger>()
        .AddSingleton<FanOut>()
        .AddSingleton<Delivery>()
        .AddSingleton<PromiseKeeper>()
        .AddSingleton<OutboxDispatcher>()
        .AddHostedService(services => services.GetRequiredService<OutboxDispatcher>());

    public static void MapTeams(this WebApplication app, string path) => app.MapPost(path, AnswerAsync);

    /// <summary>The messaging endpoint. Before the bot knows its people it says that it is not ready, and Teams tries again.</summary>
    internal static Task AnswerAsync(HttpContext http, CloudAdapter adapter, IBot bot, CurrentAuthority current)
    {
        if (current.IsLoaded) return adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted);

        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    /// <summary>Live as soon as it answers; ready when it knows its people, which it has from storage.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "live");
        app.MapGet("/health/ready", (CurrentAuthority current) =>
            current.IsLoaded ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable));
    }

    // Whoever has registered a factory of HTTP clients or of credentials has the bot use it.
    static ConfigurationBotFrameworkAuthentication Original(IServiceProvider services) => new(
        services.GetRequiredService<IConfiguration>(),
        services.GetService<ServiceClientCredentialsFactory>(),
        httpClientFactory: services.GetService<IHttpClientFactory>());

    static T Settings<T>(this WebApplicationBuilder builder, string section) where T : new() =>
        builder.Configuration.GetSection(section).Get<T>() ?? new T();
}
