using OutreachBot.Channel;

namespace OutreachBot.Bot.Tests;

/// <summary>One bot for all tests that only talk to it: each has a cast of its own.</summary>
sealed class SharedBot : IAsyncDisposable
{
    SharedBot(BotHost host, Casts casts) => (Host, Casts) = (host, casts);

    public BotHost Host { get; }

    public Casts Casts { get; }

    public FakeTeams Teams => Host.Teams;

    public static async Task<SharedBot> StartAsync(AzuriteFixture azurite)
    {
        var casts = new Casts(Path.Combine(Repository.Root, "samples"), Some.Today);
        return new(await BotHost.StartAsync(azurite, casts.People), casts);
    }

    /// <summary>A story that nobody else plays in.</summary>
    public OutreachStory NewStory() => new(Teams, Casts.Next());

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
