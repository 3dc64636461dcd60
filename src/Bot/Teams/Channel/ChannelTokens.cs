using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// The proof that comes with each request: a token that the channel has signed for this bot
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).
/// It is checked before the body is read.
/// </summary>
static class ChannelTokens
{
    public const string Issuer = "https://api.botframework.com";
    public const string Scheme = "channel";
    const int LongestToken = 16 * 1024;

    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    // Whoever comes with a key that has just been published waits until it has been looked up, and is not refused. The
    // library reads this once, before there are any options.
    static ChannelTokens() => AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);

    /// <summary>Only the channel comes in.</summary>
    public static AuthorizationPolicy Policy { get; } =
        new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().Build();

    public static void AddChannelTokens(this WebApplicationBuilder builder)
    {
        // The library writes down what stands in a token; what there is to say is in the log of refusals.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.None);

        // By its parts, because the whole brings a ring of keys for cookies, which are written to disk and which nobody
        // needs.
        builder.Services.AddAuthenticationCore().AddWebEncoders().AddAuthorization().AddSingleton<ChannelTokenEvents>();
        new AuthenticationBuilder(builder.Services).AddScheme<JwtBearerOptions, JwtBearerHandler>(Scheme, null);
        builder.Services.AddOptions<JwtBearerOptions>(Scheme)
            .Configure<TeamsSettings, IHttpClientFactory, TimeProvider>(Configure);
    }

    static void Configure(
        JwtBearerOptions options, TeamsSettings settings, IHttpClientFactory clients, TimeProvider clock)
    {
        options.ConfigurationManager = new SigningKeys(clients.CreateClient(""), clock);
        options.EventsType = typeof(ChannelTokenEvents);
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(
            new JsonWebTokenHandler { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken });
        options.TokenValidationParameters = new()
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = Issuer,
            // The configuration names an issuer too, and whoever is not the channel is refused all the same.
            IssuerValidator = (issuer, _, _) =>
                issuer == Issuer ? issuer : throw new SecurityTokenInvalidIssuerException("Another issuer."),
            AudienceValidator = (_, token, _) => IsForUsAlone((JsonWebToken)token, settings.MicrosoftAppId),
            ClockSkew = Skew,
            TryAllIssuerSigningKeys = false,
        };
    }

    // The claim itself, because the list of audiences does not show whether it was a list.
    static bool IsForUsAlone(JsonWebToken token, string app) =>
        token.TryGetPayloadValue<object>(JwtRegisteredClaimNames.Aud, out var audience) && audience is string one
            && one == app;
}
