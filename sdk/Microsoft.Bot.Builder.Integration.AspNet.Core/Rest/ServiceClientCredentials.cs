namespace Microsoft.Rest;

/// <summary>Puts a token on a request to the connector; this one puts none.</summary>
public abstract class ServiceClientCredentials
{
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
