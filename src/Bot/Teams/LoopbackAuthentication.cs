using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// Local mode: without an app id the Bot Framework asks nobody for a token, so only activities whose answers stay on
/// this machine are let in.
/// </summary>
public sealed class LoopbackAuthentication(BotFrameworkAuthentication original) : BotFrameworkAuthentication
{
    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken) =>
        Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) && url.IsLoopback
            ? original.AuthenticateRequestAsync(activity, authHeader, cancellationToken)
            : throw new UnauthorizedAccessException("Local mode answers only on this machine");

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new UnauthorizedAccessException("Local mode has no streaming");

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        original.CreateConnectorFactory(claimsIdentity);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(
        ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        original.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    public override string GetOriginatingAudience() => original.GetOriginatingAudience();
}
