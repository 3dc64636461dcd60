using System.Collections.Concurrent;
using OutreachBot.Channel;
using OutreachBot.EndToEnd.Tests.Product;
using OutreachBot.Rehearsal;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability;

/// <summary>
/// R3: the bot's own process, killed as by <c>kill -9</c> at random moments while many people press, and started again.
/// Storage is a real Azurite, which lives on.
/// </summary>
static class R03Kills
{
    const int Kills = 200;
    const int AtOnce = 3;

    // A kill now and then finds nobody who presses, and is not counted.
    const double Unhurried = 1.25;

    // Lives are short here, and so are claims.
    static readonly TimeSpan ClaimsHold = TimeSpan.FromSeconds(2);

    // In real time: two at once would slow each other down, until people wait in vain.
    static readonly SemaphoreSlim alone = new(1);

    public static async Task<Measured> RunAsync(Extent extent)
    {
        await alone.WaitAsync();
        var folder = Directory.CreateTempSubdirectory("kills-");
        try
        {
            return await RunAsync(extent, folder);
        }
        finally
        {
            folder.Delete(recursive: true);
            alone.Release();
        }
    }

    static async Task<Measured> RunAsync(Extent extent, DirectoryInfo folder)
    {
        await using var azurite =
            await Azurite.StartInMemoryAsync(Path.Combine(folder.FullName, "tables"), CancellationToken.None);
        await using var bot =
            await BotProcess.StartAsync(azurite.ConnectionString, Path.Combine(folder.FullName, "chats"), ClaimsHold);
        var casts = new Casts(Path.Combine(Repository.Root, "samples"), () => bot.Calendar.Today);
        await using var teams = await FakeTeams.StartAsync(casts.People);
        teams.Calendar = bot.Calendar;
        using var client =
            new HttpClient(new Redelivering()) { BaseAddress = bot.Address, Timeout = TimeSpan.FromMinutes(5) };
        teams.Bot = client;

        var (begun, playing, ended, failures) = (0, 0, 0, new ConcurrentQueue<string>());
        var (wanted, stories) = (extent.Of(Kills), extent.Of(casts.Count));
        using var enough = new CancellationTokenSource();
        var people = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => PlayAsync()));
        var amid = await KillAsync();
        await enough.CancelAsync();
        await people;
        if (amid < wanted) failures.Enqueue($"Only {amid} kills were amid presses.");
        await Until.TrueAsync(
            async () => (await bot.VerifyAsync()).Said.Contains(" 0 dead: all is well.", StringComparison.Ordinal),
            () => "The store is not well.");

        var (code, said) = await bot.VerifyAsync();
        if (code != 0) failures.Enqueue(said);
        return new(
            "R3", "real kill -9 of the bot under load (Azurite stays up)", "lost 0, gaps 0",
            $"{amid} kills amid presses, {ended} whole stories; {failures.Count} faults in the store", [.. failures]);

        // Stories begin one after the other, so that somebody is left for the last kill.
        async Task PlayAsync()
        {
            while (Interlocked.Increment(ref begun) is var number && number <= casts.Count)
            {
                while (bot.Lives * stories < (number - AtOnce) * wanted * Unhurried)
                    if (await EndsAsync(TimeSpan.FromMilliseconds(100))) return;
                Interlocked.Increment(ref playing);
                var leave = teams.Calendar.Join();
                try
                {
                    await new OutreachStory(teams, casts.Next()).UpToAsync(Chapter.End);
                    Interlocked.Increment(ref ended);
                }
                catch (Exception stuck) when (stuck is TimeoutException or InvalidOperationException)
                {
                    failures.Enqueue(stuck.Message);
                    return;
                }
                finally
                {
                    Interlocked.Decrement(ref playing);
                    await leave();
                }
            }
        }

        // Now and then a life is long enough to take over what a dead one had claimed; otherwise nobody is told
        // anything.
        async Task<int> KillAsync()
        {
            var (random, kills) = (new Random(extent.Seed), 0);
            while (kills < wanted && !people.IsCompleted)
            {
                await Task.Delay(bot.Lives % 5 == 0 ? random.Next(4000, 6000) : random.Next(50, 1500));
                if (Volatile.Read(ref playing) > 0) kills++;
                await bot.DieAndReturnAsync();
            }
            return kills;
        }

        async Task<bool> EndsAsync(TimeSpan time)
        {
            await Task.Delay(time, enough.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return enough.IsCancellationRequested;
        }
    }

    /// <summary>What was not answered is delivered again, as Teams does, until it is.</summary>
    sealed class Redelivering()
        : DelegatingHandler(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(5) })
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var activity = await request.Content!.ReadAsStringAsync(cancellationToken);
            while (true)
            {
                try
                {
                    using var again = new HttpRequestMessage(
                        request.Method,
                        request.RequestUri)
                    {
                        Content = new StringContent(activity, System.Text.Encoding.UTF8, "application/json")
                    };
                    var answer = await base.SendAsync(again, cancellationToken);
                    await answer.Content.LoadIntoBufferAsync(cancellationToken);
                    if ((int)answer.StatusCode < 500) return answer;
                }
                catch (HttpRequestException)
                {
                    // The bot has died, or is not back yet.
                }
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
