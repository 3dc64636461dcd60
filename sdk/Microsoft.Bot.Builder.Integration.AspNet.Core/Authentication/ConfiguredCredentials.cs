#nullable enable
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's identity as MicrosoftAppType says. There is one token for all conversations.</summary>
sealed class ConfiguredCredentials : ServiceClientCredentialsFactory
{
    readonly string? appId;
    readonly ServiceClientCredentials credentials;

    /// <exception cref="ArgumentException">The settings do not make an identity.</exception>
    public ConfiguredCredentials(IConfiguration settings, TimeProvider time)
    {
        appId = settings["MicrosoftAppId"]?.Trim();
        credentials = string.IsNullOrEmpty(appId) ? new NoToken() : new AppToken(Source(settings, appId), time);
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(appId == this.appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrEmpty(appId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority,
        CancellationToken cancellationToken) => Task.FromResult(credentials);

    static Func<TokenCredential> Source(IConfiguration settings, string appId)
    {
        var type = settings["MicrosoftAppType"] is { Length: > 0 } named ? named.Trim() : "MultiTenant";
        if (type.Equals("UserAssignedMSI", StringComparison.OrdinalIgnoreCase))
            return () => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(appId));
        var single = type.Equals("SingleTenant", StringComparison.OrdinalIgnoreCase);
        if (!single && !type.Equals("MultiTenant", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("MicrosoftAppType is not MultiTenant, SingleTenant or UserAssignedMSI.");
        var tenant = single ? settings["MicrosoftAppTenantId"] : AuthenticationConstants.DefaultChannelAuthTenant;
        var password = settings["MicrosoftAppPassword"];
        if (single && (string.IsNullOrWhiteSpace(tenant) || string.IsNullOrWhiteSpace(password)))
            throw new ArgumentException("SingleTenant needs MicrosoftAppTenantId and MicrosoftAppPassword.");
        return () => new ClientSecretCredential(tenant, appId, password, Impatient());
    }

    /// <summary>A turn has ten seconds at most, so a token has less.</summary>
    static ClientSecretCredentialOptions Impatient() => new()
    {
        Retry = { MaxRetries = 1, NetworkTimeout = TimeSpan.FromSeconds(3) },
    };
}
