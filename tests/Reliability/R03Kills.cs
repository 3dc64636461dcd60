using System.Collections.Concurrent;
using OutreachBot.Channel;
using OutreachBot.EndToEnd.Tests.Product;
using OutreachBot.Rehearsal;
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

    public static async Task<Measured> RunAsync(Extent extent)
    {
        // Lives are short here, and so are claims.
        Environment.SetEnvironmentVariable("Notifications__ClaimHolds", "00:00:02");
        var folder = Directory.CreateTempSubdirectory("kills-");
        var measured = await RunAsync(extent, folder);
        folder.Delete(recursive: true);
        return measured;
    }

    static async Task<Measured> RunAsync(Extent extent, DirectoryInfo folder)
    {
        await using var azurite = await Azurite.StartAsync(Path.Combine(folder.FullName, "tables"), CancellationToken.None);
        await using var bot = await BotProcess.StartAsync(azurite.ConnectionString, Path.Combine(folder.FullName, "chats"));
        var casts = new Casts(Path.Combine(Repository.Root, "samples"), DateOnly.FromDateTime(DateTime.UtcNow));
        await using var teams = await FakeTeams.StartAsync(casts.People);
        using var client = new HttpClient(new Redelivering()) { BaseAddress = bot.Address, Timeout = TimeSpan.FromMinutes(5) };
        teams.Bot = client;

        var (ended, failures) = (0, new ConcurrentQueue<string>());
        using var enough = new CancellationTokenSource();
        var people = Enumerable.Range(0, AtOnce).Select(_ => PlayAsync()).ToList();
        await KillAsync(bot, extent);
        await enough.CancelAsync();
        await Task.WhenAll(people);
        await Until.TrueAsync(async () => (await bot.VerifyAsync()).Said.Contains(" 0 dead: all is well.", StringComparison.Ordinal), () => "The store is not well.");

        var (code, said) = await bot.VerifyAsync();
        if (code != 0) failures.Enqueue(said);
        var counts = said.Trim().Split('\n')[^1];
        return new("R3", "real kill -9 of the bot under load (Azurite stays up)", "lost 0, gaps 0", $"{bot.Lives - 1} kills, {ended} whole stories; {counts}", [.. failures]);

        async Task PlayAsync()
        {
            while (!enough.IsCancellationRequested)
            {
                try
                {
                    await new OutreachStory(teams, casts.Next()).UpToAsync(Chapter.End);
                    Interlocked.Increment(ref ended);

                    // So that the schools last as long as the kills.
                    await Task.Delay(TimeSpan.FromSeconds(10), enough.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
                catch (InvalidOperationException none) when (none.Message.StartsWith("Every school", StringComparison.Ordinal))
                {
                    return;
                }
                catch (Exception stuck) when (stuck is TimeoutException or InvalidOperationException)
                {
                    failures.Enqueue(stuck.Message);
                    return;
                }
            }
        }
    }

    static async Task KillAsync(BotProcess bot, Extent extent)
    {
        var random = new Random(extent.Seed);
        for (var kills = extent.Of(Kills); kills > 0; kills--)
        {
            // Now and then a life is long enough to take over what a dead one had claimed; otherwise nobody is told anything.
            await Task.Delay(kills % 3 == 0 ? random.Next(4000, 6000) : random.Next(50, 1500));
            await bot.DieAndReturnAsync();
        }
    }

    /// <summary>What was not answered is delivered again, as Teams does, until it is.</summary>
    sealed class Redelivering() : DelegatingHandler(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(5) })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var activity = await request.Content!.ReadAsStringAsync(cancellationToken);
            while (true)
            {
                try
                {
                    using var again = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new StringContent(activity, System.Text.Encoding.UTF8, "application/json") };
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
