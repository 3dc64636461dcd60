#nullable enable
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

sealed class HttpConnector(Uri baseUri, ServiceClientCredentials credentials, Func<HttpClient> http)
    : IConnectorClient
{
    IConversations conversations = new HttpConversations(baseUri, credentials, http);

    public Uri BaseUri
    {
        get => baseUri;
        set => conversations = new HttpConversations(baseUri = value, credentials, http);
    }

    public ServiceClientCredentials Credentials => credentials;

    public IConversations Conversations => conversations;

    /// <summary>Nothing to do: the HTTP client's connections are shared.</summary>
    public void Dispose()
    {
    }
}

/// <summary>
/// Hands out connectors. With an app id only the documented connector hosts are written to, so that a stored
/// conversation with an edited address sends nothing.
/// </summary>
sealed class HttpConnectorFactory(ServiceClientCredentialsFactory credentials, string? appId, Func<HttpClient> http)
    : ConnectorFactory
{
    public override async Task<IConnectorClient> CreateAsync(
        string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        if (!ServiceUrls.IsWeb(serviceUrl, out var uri) || !IsAllowed(uri))
            throw new UnauthorizedAccessException("The service address is not a connector's.");
        var token = await credentials
            .CreateCredentialsAsync(
                appId, audience, AuthenticationConstants.ToChannelFromBotLoginUrl, true, cancellationToken);
        return new HttpConnector(uri, token, http);
    }

    bool IsAllowed(Uri uri) => string.IsNullOrEmpty(appId) || ServiceUrls.IsTrusted(uri);
}
