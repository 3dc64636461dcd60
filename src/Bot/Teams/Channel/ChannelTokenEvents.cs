using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OutreachBot.Bot.Operations;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// What is asked of a token beyond what the library asks, and how a refusal is told: 401, or 503 while there are no
/// keys to check it with, with no body and one line in the log.
/// </summary>
sealed class ChannelTokenEvents(RefusalLog refusals) : JwtBearerEvents
{
    const string Bearer = "Bearer ";

    readonly ConditionalWeakTable<
        OpenIdConnectConfiguration, FrozenDictionary<string, FrozenSet<string>>> endorsements = [];

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        if (context.Request.Headers.Authorization is not [{ Length: > 0 } header])
            context.Fail(new Refusal("no token"));
        else if (!header.StartsWith(Bearer, StringComparison.Ordinal)) context.Fail(new Refusal("no Bearer scheme"));
        else if (header.AsSpan(Bearer.Length) is var token && (token.Count('.') != 2 || token.ContainsAny(" ,")))
            context.Fail(new Refusal("a malformed token"));
        else if (!await Keys(context.Options).AreKnownAsync())
            context.Fail(new Refusal("no signing keys", StatusCodes.Status503ServiceUnavailable));
        else context.Token = header[Bearer.Length..];
    }

    public override async Task TokenValidated(TokenValidatedContext context)
    {
        var token = (JsonWebToken)context.SecurityToken;
        var configuration = await Keys(context.Options).GetConfigurationAsync(CancellationToken.None);
        if (!endorsements.GetValue(configuration, Endorsements).TryGetValue(token.Kid ?? "", out var channels))
        {
            context.Fail(new Refusal("the token's key"));
            return;
        }
        token.TryGetPayloadValue<string>("serviceurl", out var serviceUrl);
        context.HttpContext.Features.Set(new ChannelToken(serviceUrl, channels));
    }

    // Whatever a token breaks, it is refused, and no exception leaves.
    public override Task AuthenticationFailed(AuthenticationFailedContext context)
    {
        context.Fail(context.Exception);
        return Task.CompletedTask;
    }

    public override Task Challenge(JwtBearerChallengeContext context)
    {
        var (status, reason) = context.AuthenticateFailure switch
        {
            Refusal refusal => (refusal.Status, refusal.Message),
            SecurityTokenInvalidIssuerException => (401, "the token's issuer"),
            SecurityTokenInvalidAudienceException => (401, "the token's audience"),
            SecurityTokenInvalidAlgorithmException => (401, "the token's algorithm"),
            SecurityTokenSignatureKeyNotFoundException => (401, "the token's key"),
            SecurityTokenInvalidSignatureException => (401, "the token's signature"),
            SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException
                or SecurityTokenNoExpirationException =>
                (401, "the token's time"),
            _ => (401, "a malformed token"),
        };
        refusals.Request(status, reason, by: null);
        context.Response.StatusCode = status;
        context.HandleResponse();
        return Task.CompletedTask;
    }

    static SigningKeys Keys(JwtBearerOptions options) => (SigningKeys)options.ConfigurationManager!;

    // The published set names for each key the channels that it may speak for.
    static FrozenDictionary<string, FrozenSet<string>> Endorsements(OpenIdConnectConfiguration configuration) =>
        configuration.JsonWebKeySet.Keys
            .Where(key => key.Kid is { Length: > 0 })
            .DistinctBy(key => key.Kid)
            .ToFrozenDictionary(key => key.Kid, Channels, StringComparer.Ordinal);

    // What is not as documented speaks for no channel, and keeps no other key from speaking for its own.
    static FrozenSet<string> Channels(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var listed)
            && JsonSerializer.SerializeToElement(listed) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(channel => channel.ValueKind is JsonValueKind.String)
                .Select(channel => channel.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : [];

    /// <param name="message">One of a few fixed phrases.</param>
    /// <param name="status">401, or 503 when it may be asked again.</param>
    sealed class Refusal(string message, int status = StatusCodes.Status401Unauthorized) : Exception(message)
    {
        public int Status => status;
    }
}
