using System.Net.Http.Headers;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;
using OutreachBot.Channel;
using OutreachBot.Workflow.Cases;
using Request = OutreachBot.Workflow.Outreach.Request;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// The bot as it is in Production: with an app id, a list of tenants, and tokens that are signed here.
/// </summary>
sealed class GuardedBot : IAsyncDisposable
{
    public const string AppId = TokenIssuer.AppId;
    public const string ServiceUrl = "https://smba.trafficmanager.net/uk/";
    const string OurToken = "CANARY-token-of-the-bot";

    readonly StorageSettings storage;
    readonly FakeTeams teams;
    readonly List<BotHost> others = [];

    GuardedBot(StorageSettings storage, FakeTeams teams, Casts casts)
    {
        (this.storage, this.teams, Casts) = (storage, teams, casts);
        Outside = new(Issuer, teams);
        Host = NewHost();
    }

    public TokenIssuer Issuer { get; } = new();

    public Outside Outside { get; }

    public BotHost Host { get; }

    public Casts Casts { get; }

    /// <summary>Round trips that changed something while somebody was answered, by whichever instance.</summary>
    public int Writes => others.Append(Host).Sum(host => host.Wire.Writes);

    public static async Task<GuardedBot> StartAsync(AzuriteFixture azurite, bool keysAreDown = false)
    {
        var casts = new Casts(Path.Combine(Repository.Root, "samples"), () => Some.Today);
        var teams = await FakeTeams.StartAsync(casts.People);
        (teams.PublicAddress, teams.BotId) = (ServiceUrl, $"28:{AppId}");
        var bot = new GuardedBot(azurite.NewAccount(), teams, casts) { Issuer = { IsDown = keysAreDown } };
        await bot.Host.StartAsync();
        bot.SignIn();
        return bot;
    }

    /// <summary>Another instance on the same tables. The Teams goes on speaking to the first.</summary>
    public async Task<BotHost> AnotherAsync()
    {
        var (first, other) = (teams.Bot, NewHost());
        await other.StartAsync();
        teams.Bot = first;
        others.Add(other);
        return other;
    }

    /// <summary>A story that nobody else plays in, of people whose ids are GUIDs.</summary>
    public OutreachStory NewStory()
    {
        var cast = Casts.Next();
        return Guid.TryParse(cast.Head.Tenant, out _) && Guid.TryParse(cast.ProvidingHead.Tenant, out _)
            ? new(teams, cast)
            : NewStory();
    }

    public async Task<Request> RequestAsync(string id)
    {
        Assert.True(CaseId.TryParse(id, out var request));
        return (await Host.Services.GetRequiredService<CaseStore>()
            .FindAsync(request, CancellationToken.None))!.Request;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    void SignIn() =>
        teams.Bot!.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", TokenIssuer.Sign(ServiceUrl));

    BotHost NewHost() => new(storage, teams, "Production")
    {
        Settings = new()
        {
            ["MicrosoftAppId"] = AppId,
            ["Teams:ServiceUrl"] = "https://smba.trafficmanager.net/teams/",
            ["Directory:Import"] = Path.Combine(Repository.Root, "samples"),
            ["Teams:Tenants:0"] = Casts.People[0].Tenant,
            ["Teams:Tenants:1"] = Casts.People.Select(person => person.Tenant)
                .First(tenant => Guid.TryParse(tenant, out _) && tenant != Casts.People[0].Tenant),
        },
        Replace = services => services
            .AddSingleton<IHttpClientFactory>(
                host => new DirectClients(host.GetRequiredService<TeamsSettings>(), Outside))
            .AddSingleton<Func<TokenCredential>>(() => new OneToken()),
    };

    sealed class OneToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(OurToken, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
