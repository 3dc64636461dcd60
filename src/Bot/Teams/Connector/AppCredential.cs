using Azure.Core;
using Azure.Identity;

namespace OutreachBot.Bot.Teams;

/// <summary>The bot's identity, as MicrosoftAppType says: MultiTenant, SingleTenant or UserAssignedMSI.</summary>
static class AppCredential
{
    const string TenantOfAll = "botframework.com";

    /// <summary>What makes a credential for the settings, which <see cref="TeamsSettings"/> has checked.</summary>
    public static Func<TokenCredential> From(IConfiguration configuration)
    {
        var (type, app, password) = (configuration["MicrosoftAppType"]?.Trim() ?? "",
            configuration["MicrosoftAppId"]!.Trim(), configuration["MicrosoftAppPassword"]);
        if (type.Equals("UserAssignedMSI", StringComparison.OrdinalIgnoreCase))
            return () => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(app));

        var tenant = type.Equals("SingleTenant", StringComparison.OrdinalIgnoreCase)
            ? configuration["MicrosoftAppTenantId"]
            : TenantOfAll;
        return () => new ClientSecretCredential(tenant, app, password, Impatient());
    }

    // An answer to a person has ten seconds at most, so a token has less.
    static ClientSecretCredentialOptions Impatient() =>
        new() { Retry = { MaxRetries = 1, NetworkTimeout = TimeSpan.FromSeconds(3) } };
}
