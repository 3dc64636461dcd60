using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Bot.Conversation;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot;

/// <summary>What the parts of the bot are made of.</summary>
static class Composition
{
    /// <summary>Cases, their events and their outbox, in Azure Tables.</summary>
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddSingleton(Random.Shared)
            .AddSingleton(builder.Settings<StorageSettings>("Storage").Checked())
            .AddSingleton<Tables>()
            .AddSingleton<CaseStore>()
            .AddSingleton<Bookings>()
            .AddSingleton<Diaries>()
            .AddSingleton<WorkLists>()
            .AddSingleton<SentCards>()
            .AddSingleton<Conversations>()
            .AddSingleton<ChatOwners>()
            .AddSingleton<Outbox>()
            .AddSingleton<DeadLetters>()
            .AddSingleton<UndeliveredReports>();
    }

    /// <summary>People, schools and leading teachers, and the schemes.</summary>
    public static void AddDirectory(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton(builder.Settings<DirectorySettings>("Directory"))
        .AddSingleton<CurrentAuthority>()
        .AddSingleton<AuthorityTable>()
        .AddSingleton<StoredSchemes>()
        .AddSingleton<AuthorityImport>()
        .AddHostedService<AuthorityWatch>();

    /// <summary>What cases there are, and how each kind of them goes. A workflow is one line.</summary>
    public static IServiceCollection AddWorkflows(this IServiceCollection services)
    {
        services
            .AddWorkflow<OutreachCards, OutreachFacts>();

        return services
            .AddSingleton(all => new CaseWorkflows(
                [.. all.GetServices<WorkflowCards>().Select(one => one.Workflow)]))
            .AddSingleton<Registry>()
            .AddSingleton<CaseAccess>()
            .AddSingleton<Handovers>();
    }

    /// <summary>The workflows alone, for a command that needs nothing else.</summary>
    public static CaseWorkflows Workflows() =>
        new ServiceCollection().AddWorkflows().BuildServiceProvider().GetRequiredService<CaseWorkflows>();

    /// <summary>A workflow that rests on the case and the directory alone.</summary>
    public static IServiceCollection AddWorkflow<TCards>(this IServiceCollection services)
        where TCards : WorkflowCards => services.AddSingleton<WorkflowCards, TCards>();

    /// <summary>A workflow that needs something from storage besides.</summary>
    public static IServiceCollection AddWorkflow<TCards, TFacts>(this IServiceCollection services)
        where TCards : WorkflowCards
        where TFacts : FactSource => services.AddWorkflow<TCards>().AddSingleton<FactSource, TFacts>();

    /// <summary>Activities in, cards out, and proof of who sent them.</summary>
    public static void AddTeams(this WebApplicationBuilder builder)
    {
        var settings = TeamsSettings.Read(builder.Configuration, builder.Environment);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton<IHttpClientFactory, DirectClients>()
            .AddSingleton<BotConnector>()
            .AddTurns()
            .AddSingleton<Lists>()
            .AddSingleton<UndeliveredMessages>()
            .AddSingleton<RefusalLog>()
            .AddSingleton<CardActions>()
            .AddSingleton<TypedCommands>()
            .AddSingleton<MessagingEndpoint>();
        if (settings.IsLocal) return;

        builder.AddChannelTokens();
        builder.Services.AddSingleton(AppCredential.From(builder.Configuration)).AddSingleton<AppToken>();
    }

    /// <summary>The outbox dispatcher.</summary>
    public static void AddNotifications(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton(builder.Settings<NotificationSettings>("Notifications"))
        .AddSingleton<DispatchSignals>()
        .AddSingleton(services => new TeamsRateLimit(
            services.GetRequiredService<NotificationSettings>().Instances, services.GetRequiredService<TimeProvider>()))
        .AddSingleton<TeamsMessenger>()
        .AddSingleton<FanOut>()
        .AddSingleton<UndeliveredReportDelivery>()
        .AddSingleton<AlignmentDelivery>()
        .AddSingleton<NoticeDelivery>()
        .AddSingleton<ItemDelivery>()
        .AddSingleton<OutboxClaims>()
        .AddSingleton<RetryPolicy>()
        .AddSingleton<DeadLettering>()
        .AddSingleton<DeliveryAttempt>()
        .AddSingleton<OutboxDispatcher>()
        .AddHostedService(services => services.GetRequiredService<OutboxDispatcher>());

    /// <summary>The messaging endpoint. But in local mode only the channel comes in.</summary>
    public static void MapTeams(this WebApplication app, string path)
    {
        var endpoint = app.MapPost(path, app.Services.GetRequiredService<MessagingEndpoint>().AnswerAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MessagingEndpoint.LargestBody));
        if (!app.Services.GetRequiredService<TeamsSettings>().IsLocal)
            endpoint.RequireAuthorization(ChannelTokens.Policy);
    }

    static T Settings<T>(this WebApplicationBuilder builder, string section) where T : new() =>
        builder.Configuration.GetSection(section).Get<T>() ?? new T();
}
