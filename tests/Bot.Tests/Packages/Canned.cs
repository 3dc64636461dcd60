using System.Net;
using Azure.Core.Pipeline;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Tests;

/// <summary>A storage that is not there: keeps what was sent, and gives the answers it is told.</summary>
sealed class Canned : HttpMessageHandler
{
    public List<HttpRequestMessage> Sent { get; } = [];

    public Func<HttpResponseMessage> Answer { get; set; } = () => new(HttpStatusCode.NoContent);

    public Tables Tables() => new(
        new()
        {
            ConnectionString = "DefaultEndpointsProtocol=https;AccountName=account;AccountKey=a2V5;EndpointSuffix=core.windows.net"
        },
        new HttpClientTransport(this));

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add(request);
        var answer = Answer();
        answer.RequestMessage = request;
        return Task.FromResult(answer);
    }
}
