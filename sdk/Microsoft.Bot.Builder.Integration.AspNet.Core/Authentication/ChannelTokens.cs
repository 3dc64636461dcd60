#nullable enable
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Checks the token that the Bot Connector service sends with each request
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).
/// </summary>
sealed class ChannelTokens(string appId, SigningKeys keys, TimeProvider time)
{
    const string Scheme = "Bearer ";
    const int LongestToken = 16 * 1024;

    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = LongestToken };

    readonly ConditionalWeakTable<SigningKey, TokenValidationParameters> rules = [];

    /// <exception cref="UnauthorizedAccessException">The token does not hold; the message says why.</exception>
    /// <exception cref="MetadataUnavailableException">It cannot be checked now.</exception>
    public async Task<ChannelToken> CheckAsync(string? header, CancellationToken ct)
    {
        var token = Read(header);
        Require(token.Alg == SecurityAlgorithms.RsaSha256, "the token's algorithm");
        Require(!string.IsNullOrEmpty(token.Kid), "the token's key id");
        // Before the key is looked for, so that a stranger's tokens do not make us ask for new metadata.
        Require(token.Issuer == AuthenticationConstants.ToBotFromChannelTokenIssuer, "the token's issuer");
        Require(IsForUsAlone(token), "the token's audience");
        var key = await keys.FindAsync(token.Kid, ct);
        Require(key is not null, "the token's key");
        var result = await Handler.ValidateTokenAsync(token, rules.GetValue(key!, Rules));
        Require(result.IsValid, "the token's signature or time");
        token.TryGetPayloadValue<string>(AuthenticationConstants.ServiceUrlClaim, out var serviceUrl);
        return new(Identity(token, serviceUrl), key!.Endorsements, serviceUrl);
    }

    /// <summary>The claims that have been checked, and no others.</summary>
    ClaimsIdentity Identity(JsonWebToken token, string? serviceUrl)
    {
        var identity = new ClaimsIdentity("Bearer");
        identity.AddClaim(new(JwtRegisteredClaimNames.Iss, token.Issuer));
        identity.AddClaim(new(AuthenticationConstants.AudienceClaim, appId));
        if (serviceUrl is not null)
            identity.AddClaim(new(AuthenticationConstants.ServiceUrlClaim, serviceUrl));
        return identity;
    }

    static JsonWebToken Read(string? header)
    {
        Require(!string.IsNullOrEmpty(header), "no token");
        Require(header!.StartsWith(Scheme, StringComparison.Ordinal), "no Bearer scheme");
        var text = header.AsSpan(Scheme.Length);
        Require(text.Length <= LongestToken && text.Count('.') == 2 && !text.ContainsAny(" ,"), "a malformed token");
        try
        {
            return new(header.AsMemory(Scheme.Length));
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or JsonException)
        {
            throw new UnauthorizedAccessException("a malformed token");
        }
    }

    /// <summary>The claim itself, because the token's Audiences do not show whether it was a list.</summary>
    bool IsForUsAlone(JsonWebToken token) =>
        token.TryGetPayloadValue<object>(AuthenticationConstants.AudienceClaim, out var audience)
        && audience is string one && one == appId;

    TokenValidationParameters Rules(SigningKey key) => new()
    {
        ValidIssuer = AuthenticationConstants.ToBotFromChannelTokenIssuer,
        ValidAudience = appId,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires),
    };

    bool IsCurrent(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || start - Skew <= now);
    }

    static void Require(bool holds, string reason)
    {
        if (!holds)
            throw new UnauthorizedAccessException(reason);
    }
}
