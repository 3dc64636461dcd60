using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Decides who may send activities, and hands out the connectors to answer with.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <exception cref="UnauthorizedAccessException">The request is refused.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken);

    public abstract Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken);

    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    public abstract Task<UserTokenClient> CreateUserTokenClientAsync(
        ClaimsIdentity claimsIdentity, CancellationToken cancellationToken);

    public virtual string GetOriginatingAudience() => throw new NotImplementedException();

    public virtual Task<ClaimsIdentity> AuthenticateChannelRequestAsync(
        string authHeader, CancellationToken cancellationToken) => throw new NotImplementedException();
}

public class AuthenticateRequestResult
{
    public string Audience { get; set; }

    public ClaimsIdentity ClaimsIdentity { get; set; }

    public string CallerId { get; set; }

    public ConnectorFactory ConnectorFactory { get; set; }
}

public abstract class ConnectorFactory
{
    /// <exception cref="UnauthorizedAccessException">The address is not one of a connector.</exception>
    public abstract Task<IConnectorClient> CreateAsync(
        string serviceUrl, string audience, CancellationToken cancellationToken);
}

/// <summary>Signing people in; no part of what this bot does.</summary>
public abstract class UserTokenClient : IDisposable
{
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
