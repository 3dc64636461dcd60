namespace OutreachBot.Bot.Tests;

/// <summary>The bot of the corpus, and what its cases begin with.</summary>
public sealed class CorpusBot(AzuriteFixture azurite) : IAsyncLifetime
{
    BotHost? other;
    HttpClient? otherHttp;

    internal GuardedBot Bot { get; private set; } = null!;

    internal Scenes Scenes { get; private set; } = null!;

    /// <summary>To the bot, with no token of its own.</summary>
    internal HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Bot = await GuardedBot.StartAsync(azurite);
        Scenes = new(Bot);
        Http = Plain(Bot.Host);
    }

    /// <summary>To another instance on the same tables.</summary>
    internal async Task<HttpClient> AnotherAsync()
    {
        other ??= await Bot.AnotherAsync();
        return otherHttp ??= Plain(other);
    }

    // The host's own client sets right what a case has set wrong. A bot that has read enough of a body hangs up, and so
    // no case may come by the connection of the one before.
    static HttpClient Plain(BotHost host) =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero })
        {
            BaseAddress = host.CreateClient().BaseAddress
        };

    public async ValueTask DisposeAsync()
    {
        if (other is not null) await other.DisposeAsync();
        await Bot.DisposeAsync();
    }
}
