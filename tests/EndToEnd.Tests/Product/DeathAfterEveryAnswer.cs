namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>
/// Whenever the bot has answered it is killed at once and started again, whatever it was about to do. A press is then
/// delivered once more, as Teams does with what it believes lost; the second answer is the one that counts.
/// </summary>
sealed class DeathAfterEveryAnswer(
    BotProcess bot) : DelegatingHandler(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero })
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var activity = await request.Content!.ReadAsStringAsync(cancellationToken);
        var answer = await base.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        await bot.DieAndReturnAsync();
        if (!activity.Contains("\"invoke\"", StringComparison.Ordinal)) return answer;

        answer.Dispose();
        using var again = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Content = new StringContent(activity, System.Text.Encoding.UTF8, "application/json"),
        };
        answer = await base.SendAsync(again, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        return answer;
    }
}
