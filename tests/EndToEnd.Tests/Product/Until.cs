namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>Bounded waiting for something that another process does.</summary>
static class Until
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <exception cref="TimeoutException">It did not become so within three minutes; says what was missing.</exception>
    public static async Task TrueAsync(Func<Task<bool>> isSo, Func<string> missing)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
        {
            try
            {
                await again.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException(missing());
            }
        }
    }
}
