using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// Reads MicrosoftAppId, MicrosoftAppType (MultiTenant, SingleTenant, UserAssignedMSI), MicrosoftAppPassword and
/// MicrosoftAppTenantId. Without an app id authentication is off, as in the original. The clients of a factory
/// should not follow redirects; without a factory none are followed.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    const string PublicCloud = "urn:botframework:azure";

    readonly string appId;
    readonly string[] requiredEndorsements;
    readonly ServiceClientCredentialsFactory credentials;
    readonly Func<HttpClient> http;
    readonly ChannelTokens tokens;

    /// <exception cref="ArgumentException">The settings contradict one another.</exception>
    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration, ServiceClientCredentialsFactory credentialsFactory = null,
        AuthenticationConfiguration authConfiguration = null, IHttpClientFactory httpClientFactory = null,
        ILogger logger = null)
        : this(
            configuration, credentialsFactory, authConfiguration,
            httpClientFactory is null ? () => DirectClient.Shared : () => httpClientFactory.CreateClient(""),
            new HttpDocumentRetriever(httpClientFactory?.CreateClient("") ?? DirectClient.Shared), TimeProvider.System)
    {
    }

    internal ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration, ServiceClientCredentialsFactory credentialsFactory,
        AuthenticationConfiguration authConfiguration, Func<HttpClient> http, IDocumentRetriever metadata,
        TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        appId = configuration["MicrosoftAppId"]?.Trim();
        requiredEndorsements = authConfiguration?.RequiredEndorsements ?? [];
        credentials = credentialsFactory ?? new ConfiguredCredentials(configuration, time);
        this.http = http;
        if (!string.IsNullOrEmpty(appId))
            tokens = new(
                appId, new(AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl, metadata, time), time);
    }

    public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Admit(await CheckAsync(authHeader, cancellationToken), activity);
    }

    /// <summary>Streaming is not supported.</summary>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override async Task<ClaimsIdentity> AuthenticateChannelRequestAsync(
        string authHeader, CancellationToken cancellationToken) =>
        (await CheckAsync(authHeader, cancellationToken))?.Identity ?? Anonymous();

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        new HttpConnectorFactory(credentials, appId, http);

    /// <summary>Signing people in is not supported.</summary>
    public override Task<UserTokenClient> CreateUserTokenClientAsync(
        ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The first half, for which no activity is needed. Null when authentication is off.</summary>
    internal Task<ChannelToken> CheckAsync(string authHeader, CancellationToken ct) =>
        tokens?.CheckAsync(authHeader, ct) ?? Task.FromResult<ChannelToken>(null);

    /// <summary>The second half: whether the token was given for this activity.</summary>
    internal AuthenticateRequestResult Admit(ChannelToken token, Activity activity)
    {
        token?.Admit(activity, requiredEndorsements);
        var identity = token?.Identity ?? Anonymous();
        return new()
        {
            ClaimsIdentity = identity,
            Audience = GetOriginatingAudience(),
            CallerId = token is null ? null : PublicCloud,
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    static ClaimsIdentity Anonymous() => new([], AuthenticationConstants.AnonymousAuthType);
}
