using System.Net;
using System.Text;
using OutreachBot.Channel;

namespace OutreachBot.Benchmarks.Doubles;

/// <summary>What the channel publishes, without a network, and what Teams sends with its activities.</summary>
sealed class Issuer : HttpMessageHandler, IHttpClientFactory
{
    public const string AppId = TokenIssuer.AppId;
    public const string ServiceUrl = "https://smba.trafficmanager.net/uk/";

    /// <summary>What Teams sends with every activity of an hour.</summary>
    public string Header { get; } = $"Bearer {TokenIssuer.Sign(ServiceUrl)}";

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(
                TokenIssuer.Document(request.RequestUri!.AbsolutePath), Encoding.UTF8, "application/json"),
        });
}
