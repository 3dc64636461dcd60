using System.Net;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Bot.Tests;

/// <summary>A request as it went out.</summary>
sealed record Sent(string Method, string Address, string? Authorization, string Body);

/// <summary>The line to a connector: writes down what goes out, and answers as it is told.</summary>
sealed class Line : HttpMessageHandler
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/uk/";

    static readonly TeamsSettings Guarded = new() { MicrosoftAppId = GuardedBot.AppId };

    public List<Sent> Sent { get; } = [];

    /// <summary>What is answered; called once for every request.</summary>
    public Func<HttpResponseMessage> Answer { get; set; } = () => Says("""{"id":"m-1"}""");

    public BotConnector Connector(AppToken? token = null) => new(new DirectClients(Guarded, this), token);

    public static HttpResponseMessage Says(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body) };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add(new(
            request.Method.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(),
            await request.Content!.ReadAsStringAsync(cancellationToken)));
        return Answer();
    }
}
