using System.Net;
using Azure.Core.Pipeline;

namespace OutreachBot.Bot.Tests;

/// <summary>What becomes of a call to storage.</summary>
enum Loss
{
    /// <summary>It never arrives.</summary>
    Request,

    /// <summary>It takes effect, and the connection breaks before the answer.</summary>
    Answer,

    /// <summary>It takes effect, and the answer does not come in time.</summary>
    Timeout,

    /// <summary>It takes effect, and a proxy on the way sends it again: the answer is a conflict with itself.</summary>
    FalseConflict,

    /// <summary>The service is busy.</summary>
    Busy,

    /// <summary>No answer ever comes.</summary>
    Silence,
}

/// <summary>Between a bot and its storage: counts the round trips, and loses some.</summary>
sealed class Wire() : DelegatingHandler(new SocketsHttpHandler())
{
    int count;
    int writes;

    public int RoundTrips => count;

    /// <summary>
    /// Round trips that change something, made while somebody's request was being answered and not by a loop beside it.
    /// </summary>
    public int Writes => writes;

    /// <summary>What is lost; called once for every round trip.</summary>
    public Func<HttpRequestMessage, Loss?>? Losses { get; set; }

    /// <summary>What happens just before the next transaction, and only then.</summary>
    public Func<Task>? BeforeTransaction { get; set; }

    /// <summary>What happens just before the next change of one row, and only then.</summary>
    public Func<Task>? BeforeUpdate { get; set; }

    public HttpPipelineTransport Transport() => new HttpClientTransport(this);

    /// <summary>Loses the next so many transactions in this way.</summary>
    public void LoseTransactions(Loss how, int times = 1)
    {
        var left = times;
        Losses = request => IsTransaction(request) && left-- > 0 ? how : null;
    }

    public async Task<int> CountAsync(Func<Task> act)
    {
        var before = count;
        await act();
        return count - before;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        Interlocked.Increment(ref count);
        if (request.Method != HttpMethod.Get && Answering.IsNow) Interlocked.Increment(ref writes);
        if (IsTransaction(request) && BeforeTransaction is { } rival)
        {
            BeforeTransaction = null;
            await rival();
        }
        if (request.Method == HttpMethod.Put && BeforeUpdate is { } other)
        {
            BeforeUpdate = null;
            await other();
        }

        var loss = Losses?.Invoke(request);
        if (loss is Loss.Request) throw new HttpRequestException("The connection was refused.");
        if (loss is Loss.Busy) return Answer(HttpStatusCode.ServiceUnavailable, request);

        if (loss is Loss.Silence) await new TaskCompletionSource().Task.WaitAsync(cancel);

        var answer = await base.SendAsync(request, cancel);
        return loss switch
        {
            Loss.Answer => throw new HttpRequestException("The connection was reset."),
            Loss.Timeout => throw new TaskCanceledException("The answer did not come in time."),
            Loss.FalseConflict => Answer(HttpStatusCode.PreconditionFailed, request),
            _ => answer,
        };
    }

    public static bool IsTransaction(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal);

    static HttpResponseMessage Answer(HttpStatusCode status, HttpRequestMessage request) =>
        new(status) { RequestMessage = request, Content = new StringContent("") };
}
