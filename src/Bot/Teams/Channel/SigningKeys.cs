using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect.Configuration;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// The keys that the channel publishes. They are kept until others can be had.
/// </summary>
sealed class SigningKeys : ConfigurationManager<OpenIdConnectConfiguration>
{
    const string Metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    static readonly TimeSpan PauseBetweenLooks = TimeSpan.FromMinutes(1);
    static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(5);

    readonly TimeProvider clock;
    readonly Lock gate = new();
    long? asked;

    public SigningKeys(HttpClient client, TimeProvider clock)
        : base(
            Metadata, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(client),
            new OpenIdConnectConfigurationValidator())
    {
        this.clock = clock;
        client.Timeout = LongestLook;
        AutomaticRefreshInterval = Kept;
        RefreshInterval = PauseBetweenLooks;
    }

    /// <summary>Whether there are any, now or from before.</summary>
    public async Task<bool> AreKnownAsync()
    {
        try
        {
            return await GetConfigurationAsync(CancellationToken.None) is not null;
        }
        catch (InvalidOperationException)
        {
            // They have never been had, and cannot be had now.
            return false;
        }
    }

    /// <summary>
    /// Somebody came with an unknown key. The library pauses only after a look that brought something: while nothing
    /// can be had, whoever makes up keys would keep everybody waiting.
    /// </summary>
    public override void RequestRefresh()
    {
        lock (gate)
        {
            if (asked is { } before && clock.GetElapsedTime(before) < PauseBetweenLooks) return;
            asked = clock.GetTimestamp();
        }
        base.RequestRefresh();
    }
}
