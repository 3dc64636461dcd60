using System.Net;
using Azure.Core;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Rest;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class AppTokenTests : IDisposable
{
    readonly SetTime time = new();
    readonly TokenSource source;
    readonly Wire wire = new();

    public AppTokenTests() => source = new(time);

    public void Dispose() => wire.Dispose();

    [Fact]
    public async Task One_token_serves_until_five_minutes_before_it_expires()
    {
        var adapter = Adapter();
        await SayAsync(adapter);
        time.Now += TimeSpan.FromMinutes(54);
        await SayAsync(adapter);
        time.Now += TimeSpan.FromMinutes(1);
        await SayAsync(adapter);

        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t2"], wire.Authorizations);
        Assert.Equal(["https://api.botframework.com/.default"], source.Scopes.Distinct());
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_by_a_new_credential()
    {
        wire.Statuses.Enqueue(HttpStatusCode.Unauthorized);
        await SayAsync(Adapter());

        Assert.Equal(["Bearer t1", "Bearer t2"], wire.Authorizations);
        Assert.Equal(2, source.Credentials);
        Assert.Equal(wire.Bodies[0], wire.Bodies[1]);
    }

    [Fact]
    public async Task A_second_refusal_is_an_error()
    {
        wire.Statuses.Enqueue(HttpStatusCode.Unauthorized);
        wire.Statuses.Enqueue(HttpStatusCode.Unauthorized);

        var refused = await Assert.ThrowsAsync<ErrorResponseException>(() => SayAsync(Adapter()));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.Response.StatusCode);
        Assert.Equal(2, wire.Authorizations.Count);
        Assert.DoesNotContain("t2", refused + string.Join(' ', refused.Request.Headers.Keys), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("https://localhost/")]
    [InlineData("https://evil.example/")]
    public async Task No_token_goes_to_a_stranger(string address)
    {
        var connector = new Microsoft.Bot.Connector.HttpConnector(
            new Uri(address), Token(), () => new HttpClient(wire));

        await connector.Conversations.SendToConversationWithHttpMessagesAsync(
            "a:1", new Activity(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([""], wire.Authorizations);
        Assert.Equal(0, source.Credentials);
    }

    [Theory]
    [InlineData(null, null, "secret", true)]
    [InlineData("MultiTenant", null, "secret", true)]
    [InlineData("singletenant", "tenant", "secret", true)]
    [InlineData("UserAssignedMSI", null, null, true)]
    [InlineData("SingleTenant", null, "secret", false)]
    [InlineData("SingleTenant", "tenant", null, false)]
    [InlineData("Certificate", "tenant", "secret", false)]
    public void Contradictory_settings_are_refused_at_once(string? type, string? tenant, string? password, bool good)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = TokenOffice.AppId,
            ["MicrosoftAppType"] = type,
            ["MicrosoftAppTenantId"] = tenant,
            ["MicrosoftAppPassword"] = password,
        }).Build();

        var thrown = Record.Exception(() => new CloudAdapter(settings));

        Assert.Equal(good, thrown is null);
        Assert.True(thrown is null or ArgumentException);
    }

    AppToken Token() => new(() =>
    {
        source.Credentials++;
        return source;
    }, time);

    CloudAdapter Adapter() => new(new ConfigurationBotFrameworkAuthentication(
        TokenOffice.Settings(), new Fixed(Token()), null, () => new HttpClient(wire), new TokenOffice(), time));

    static Task SayAsync(CloudAdapter adapter) => adapter.ContinueConversationAsync(
        TokenOffice.AppId,
        new ConversationReference(
            conversation: new(id: "a:1"), channelId: "msteams", serviceUrl: TokenOffice.ServiceUrl),
        (turn, ct) => turn.SendActivityAsync("x", cancellationToken: ct), default);

    sealed class Fixed(ServiceClientCredentials credentials) : ServiceClientCredentialsFactory
    {
        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
            Task.FromResult(true);

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
            Task.FromResult(false);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(
            string appId, string audience, string loginEndpoint, bool validateAuthority,
            CancellationToken cancellationToken) => Task.FromResult(credentials);
    }

    /// <summary>Gives t1, t2 and so on, each for an hour.</summary>
    sealed class TokenSource(SetTime time) : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public int Credentials { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new($"t{Scopes.Count}", time.Now.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>In place of the network.</summary>
    sealed class Wire : HttpMessageHandler
    {
        public Queue<HttpStatusCode> Statuses { get; } = new();

        public List<string> Authorizations { get; } = [];

        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorizations.Add(request.Headers.Authorization?.ToString() ?? "");
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new(Statuses.TryDequeue(out var status) ? status : HttpStatusCode.Created);
        }
    }
}
