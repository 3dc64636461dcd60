using OutreachBot.Bot.Tests;

namespace OutreachBot.Tests;

public sealed partial class AzuriteFixture
{
    readonly Lock gate = new();
    Task<SharedBot>? bot;

    /// <summary>The bot that tests share which only talk to it; started for the first of them.</summary>
    internal Task<SharedBot> BotAsync()
    {
        lock (gate) return bot ??= StartAsync();
    }

    async Task<SharedBot> StartAsync()
    {
        var started = await SharedBot.StartAsync(this);
        sharing.Add(started);
        return started;
    }
}
