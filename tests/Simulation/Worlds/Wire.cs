using System.Net;

namespace OutreachBot.Simulation;

/// <summary>
/// Between one instance and a service: takes virtual time, goes wrong when it shall, and goes down with the instance.
/// </summary>
sealed class Wire(
    World world, SimInstance instance, CallKind kind,
    Func<HttpRequestMessage, byte[], HttpResponseMessage> serve) : HttpMessageHandler
{
    // As the bot's own settings have it; the library would measure it in real time.
    static readonly TimeSpan StorageTimeout = TimeSpan.FromSeconds(3);

    // Libraries go on wherever an answer comes in, and so nothing is awaited here that would bring them to the context.
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null
            ? []
            : await request.Content.ReadAsByteArrayAsync(CancellationToken.None).ConfigureAwait(false);
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        return await SendAsync(request, path, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same for what is no HTTP request, such as asking for a token.</summary>
    public Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, string path, byte[] body, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        if (instance.Context.HasEnded) return answer.Task;

        var call = world.Count(instance, kind, request.Method.Method, path, body);
        var fate = world.FateOf(call);
        if (kind is CallKind.Connector) world.Teams.Called(instance.Name, path, body);
        var trip = world.Latency(kind) + (fate is Fate.Slow { By: var more } ? more : TimeSpan.Zero);
        GiveUpWith(answer, call, cancel);
        switch (fate)
        {
            case null or Fate.Slow:
                world.After(trip, () => Return(Serve()));
                break;
            case Fate.Refused:
                world.After(
                    trip,
                    () => Fail(
                        new HttpRequestException(HttpRequestError.ConnectionError, "The connection was refused.")));
                break;
            case Fate.AnswerLost:
                world.After(trip, () =>
                {
                    Serve();
                    Fail(new HttpRequestException("The connection was reset."));
                });
                break;
            case Fate.Unanswered unanswered:
                if (unanswered.TakesEffectAfter is { } late) world.After(late, () => Serve());
                if (kind is not CallKind.Connector)
                    world.After(
                        StorageTimeout,
                        () => Enter(() =>
                            answer.TrySetException(new TaskCanceledException("The answer did not come in time."))));
                break;
            case Fate.Answered { TakesEffect: var done } instead:
                world.After(trip, () =>
                {
                    if (done) Serve();
                    if (instead is { Status: 429, RetryAfter: { } seconds })
                        world.Teams.Throttle(instance.Name, path, TimeSpan.FromSeconds(seconds));
                    Return(Answer(instead));
                });
                break;
            case Fate.Killed { TakesEffect: var done }:
                world.After(trip, () =>
                {
                    if (done) Serve();
                    instance.Kill();
                });
                break;
        }
        return answer.Task;

        HttpResponseMessage Serve()
        {
            var served = world.Serves is { } altered ? altered(instance, call, request, serve) : serve(request, body);
            if (kind is not CallKind.Token)
                world.Served(call, (int)served.StatusCode, call.IsSend ? Bytes(served) : default);
            return served;
        }
        void Return(HttpResponseMessage response)
        {
            if (kind is CallKind.Connector) world.Hears?.Invoke(response);
            world.After(world.Latency(kind), () => Enter(() => answer.TrySetResult(response)));
        }
        void Fail(Exception failure) =>
        world.After(world.Latency(kind), () => Enter(() => answer.TrySetException(failure)));
        void Enter(Action happen) => instance.Context.Enter(happen);
    }

    // Whoever gives up does so on the world's thread; the library's own timers, which run in real time, mean nothing
    // here.
    void GiveUpWith(TaskCompletionSource<HttpResponseMessage> answer, Call call, CancellationToken cancel)
    {
        if (!cancel.CanBeCanceled) return;
        cancel.UnsafeRegister(
            _ =>
            {
                if (world.IsHere) world.After(TimeSpan.Zero, () => instance.Context.Enter(GiveUp));
            },
            null);

        void GiveUp()
        {
            if (answer.TrySetCanceled(cancel)) world.GaveUp(call);
        }
    }

    static byte[] Bytes(HttpResponseMessage served) => served.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();

    static HttpResponseMessage Answer(Fate.Answered instead)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)instead.Status)
        {
            Content = new StringContent(
                $$"""{ "error": { "code": "{{instead.Code}}", "message": "{{instead.Code}}" } }"""),
        };
        if (instead.RetryAfter is { } seconds) answer.Headers.TryAddWithoutValidation("Retry-After", $"{seconds}");
        return answer;
    }
}
