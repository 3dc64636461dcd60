using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// Decides whether an activity may be acted on that came with a token which holds, and hands out connectors to answer
/// with. In local mode there are no tokens, so only activities whose answers stay on this machine are let in.
/// </summary>
public sealed class ChannelAuthentication(TeamsSettings settings, BotConnector connector) : BotFrameworkAuthentication
{
    readonly ConnectorFactory connectors = new Connectors(connector);

    /// <param name="token">The token that came with the request. Null: none was asked for.</param>
    /// <param name="activity">What the request brought.</param>
    /// <exception cref="UnauthorizedAccessException">The token was not given for this activity; the message is a fixed
    /// phrase.</exception>
    public AuthenticateRequestResult Admit(ChannelToken? token, Activity activity)
    {
        if (!settings.IsLocal) Require(token, activity);
        else if (!ServiceHosts.IsLoopback(activity.ServiceUrl))
            throw new UnauthorizedAccessException("a service address on another machine");

        return new()
        {
            ClaimsIdentity = Identity(activity),
            Audience = BotConnector.Audience,
            ConnectorFactory = connectors,
        };
    }

    static void Require(ChannelToken? token, Activity activity)
    {
        if (token is null) throw new UnauthorizedAccessException("no token");
        if (string.IsNullOrEmpty(activity.ChannelId) || !token.Endorsements.Contains(activity.ChannelId))
            throw new UnauthorizedAccessException("a key that is not endorsed for the channel");
        if (token.ServiceUrl != activity.ServiceUrl)
            throw new UnauthorizedAccessException("another service address than the token's");
        if (!ServiceHosts.IsConnector(activity.ServiceUrl))
            throw new UnauthorizedAccessException("a service address that is no connector's");
    }

    ClaimsIdentity Identity(Activity activity) => settings.IsLocal
        ? new([], AuthenticationConstants.AnonymousAuthType)
        : new(
            [new(AuthenticationConstants.AudienceClaim, settings.MicrosoftAppId),
                new(AuthenticationConstants.ServiceUrlClaim, activity.ServiceUrl)],
            "Bearer");

    /// <summary>The messaging endpoint is the only way in, and checks the token before it reads the activity.</summary>
    /// <exception cref="UnauthorizedAccessException">Always.</exception>
    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken) =>
        throw new UnauthorizedAccessException("not by the messaging endpoint");

    /// <summary>There is no streaming.</summary>
    /// <exception cref="UnauthorizedAccessException">Always.</exception>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader,
        CancellationToken cancellationToken) => throw new UnauthorizedAccessException("not by the messaging endpoint");

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => connectors;

    // The adapter wants one in every turn.
    public override Task<UserTokenClient> CreateUserTokenClientAsync(
        ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => Nobody;

    static readonly Task<UserTokenClient> Nobody = Task.FromResult<UserTokenClient>(new NoUserTokens());

    sealed class Connectors(BotConnector connector) : ConnectorFactory
    {
        public override Task<IConnectorClient> CreateAsync(
            string serviceUrl, string audience, CancellationToken cancellationToken) =>
            Task.FromResult<IConnectorClient>(new TurnConnector(connector, serviceUrl));
    }

    // People sign in to Teams and not to the bot.
    sealed class NoUserTokens : UserTokenClient
    {
        public override Task<TokenResponse> GetUserTokenAsync(
            string userId, string connectionName, string channelId, string magicCode,
            CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task<SignInResource> GetSignInResourceAsync(
            string connectionName, Activity activity, string finalRedirect, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task SignOutUserAsync(
            string userId, string connectionName, string channelId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task<TokenStatus[]> GetTokenStatusAsync(
            string userId, string channelId, string includeFilter, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(
            string userId, string connectionName, string[] resourceUrls, string channelId,
            CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<TokenResponse> ExchangeTokenAsync(
            string userId, string connectionName, string channelId, TokenExchangeRequest exchangeRequest,
            CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
