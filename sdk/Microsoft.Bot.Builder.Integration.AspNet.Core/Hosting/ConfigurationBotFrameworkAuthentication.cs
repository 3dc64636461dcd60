using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// Reads MicrosoftAppId, MicrosoftAppType (MultiTenant, SingleTenant, UserAssignedMSI), MicrosoftAppPassword and
/// MicrosoftAppTenantId. Without an app id authentication is off, as in the original.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    static readonly HttpClient SharedClient = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    readonly string appId;
    readonly ServiceClientCredentialsFactory credentials;
    readonly Func<HttpClient> http;

    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration, ServiceClientCredentialsFactory credentialsFactory = null,
        AuthenticationConfiguration authConfiguration = null, IHttpClientFactory httpClientFactory = null,
        ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        appId = configuration["MicrosoftAppId"];
        credentials = credentialsFactory ?? new NoCredentials();
        http = httpClientFactory is null ? () => SharedClient : () => httpClientFactory.CreateClient("");
    }

    public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(appId))
            throw new UnauthorizedAccessException();
        var identity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
        return Task.FromResult(new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = GetOriginatingAudience(),
            ConnectorFactory = CreateConnectorFactory(identity),
        });
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        new Connector.HttpConnectorFactory(credentials, appId, http);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(
        ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => throw new NotSupportedException();

    sealed class NoCredentials : ServiceClientCredentialsFactory
    {
        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
            Task.FromResult(string.IsNullOrEmpty(appId));

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
            Task.FromResult(true);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(
            string appId, string audience, string loginEndpoint, bool validateAuthority,
            CancellationToken cancellationToken) => Task.FromResult<ServiceClientCredentials>(new NoToken());
    }
}
