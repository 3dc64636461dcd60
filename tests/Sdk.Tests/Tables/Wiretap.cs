using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace OutreachBot.Sdk.Tests.Tables;

/// <summary>Between client and service: keeps what was sent, and may answer or fail in the service's place.</summary>
sealed class Wiretap(
    Func<int, HttpRequestMessage, HttpResponseMessage?>? instead = null, HttpMessageHandler? service = null)
    : DelegatingHandler(service ?? new SocketsHttpHandler())
{
    public List<HttpRequestMessage> Sent { get; } = [];

    public List<string> Bodies { get; } = [];

    /// <summary>What becomes of the service's answer on its way back.</summary>
    public Func<int, HttpResponseMessage, HttpResponseMessage> Returning { get; init; } = (_, answer) => answer;

    public TableClientOptions Options(int retries = 0)
    {
        var options = AzuriteFixture.OneTry();
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = TimeSpan.Zero;
        options.Transport = new HttpClientTransport(this);
        return options;
    }

    /// <summary>A client whose service answers everything with 204 and is never there.</summary>
    public static (TableClient Table, Wiretap Wire) Offline()
    {
        var wire = new Wiretap((_, _) => new(System.Net.HttpStatusCode.NoContent));
        var credential = new TableSharedKeyCredential("account", "a2V5");
        return (new TableClient(new("https://account.table.core.windows.net/"), "T", credential, wire.Options()), wire);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        Sent.Add(request);
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancel));
        var attempt = Sent.Count;
        if (instead?.Invoke(attempt, request) is { } answer)
        {
            answer.RequestMessage = request;
            return answer;
        }

        return Returning(attempt, await base.SendAsync(request, cancel));
    }
}
