using System.Collections.Concurrent;
using OutreachBot.Channel;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// All of the network that a bot in Production can reach: the published keys, and the connector of Teams.
/// </summary>
sealed class Outside(TokenIssuer issuer, FakeTeams teams) : HttpMessageHandler
{
    const string Keys = "login.botframework.com";
    const string Connector = "smba.trafficmanager.net";

    readonly HttpMessageInvoker wire = new(new SocketsHttpHandler());
    int calls;

    /// <summary>Calls to the connector that were made while somebody's request was being answered.</summary>
    public int Calls => calls;

    /// <summary>Hosts that the bot tried to speak to and has no business with.</summary>
    public ConcurrentQueue<string> Strangers { get; } = new();

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        if (uri.Host == Keys)
            return issuer.IsDown
                ? throw new HttpRequestException("down")
                : Task.FromResult(Answer(TokenIssuer.Document(uri.AbsolutePath)));
        if (uri.Host != Connector)
        {
            Strangers.Enqueue(uri.Host);
            throw new HttpRequestException("There is no such host.");
        }
        if (Answering.IsNow) Interlocked.Increment(ref calls);
        request.RequestUri = new Uri(teams.ServiceUrl, uri.PathAndQuery);
        return wire.SendAsync(request, cancellationToken);
    }

    static HttpResponseMessage Answer(string document) => new() { Content = new StringContent(document) };
}
