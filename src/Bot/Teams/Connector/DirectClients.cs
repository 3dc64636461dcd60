namespace OutreachBot.Bot.Teams;

/// <summary>
/// The Bot Framework's only way out: to hosts that are known, and never on to where an answer points, because the bot's
/// token goes with each request.
/// </summary>
/// <param name="settings">In local mode no other machine is known.</param>
/// <param name="outside">What carries the calls. Null: the network.</param>
public sealed class DirectClients(
    TeamsSettings settings, HttpMessageHandler? outside = null) : IHttpClientFactory, IDisposable
{
    const int LargestAnswer = 1024 * 1024;

    readonly KnownHosts way = new KnownHosts(settings.IsLocal)
    {
        InnerHandler = outside ?? new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // New connections now and then, so that a changed address is noticed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        },
    };

    public HttpClient CreateClient(string name) =>
        new(way, disposeHandler: false) { MaxResponseContentBufferSize = LargestAnswer };

    public void Dispose() => way.Dispose();
}

/// <summary>
/// Stops what would go anywhere else, such as to the address of a stored conversation that somebody has edited.
/// </summary>
sealed class KnownHosts(bool local) : DelegatingHandler
{
    /// <exception cref="UnauthorizedAccessException">The address is neither a connector's nor the signing
    /// keys'.</exception>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        ServiceHosts.IsKnown(request.RequestUri!, local)
            ? base.SendAsync(request, cancellationToken)
            : throw new UnauthorizedAccessException("The address is no connector's.");
}
