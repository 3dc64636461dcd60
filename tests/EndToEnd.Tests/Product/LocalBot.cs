using OutreachBot.Channel;
using OutreachBot.Rehearsal;

namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>The bot's process with tables and chats of its own, and the sample authority.</summary>
sealed class LocalBot : IAsyncDisposable
{
    readonly DirectoryInfo folder;
    readonly Azurite azurite;

    LocalBot(DirectoryInfo folder, Azurite azurite, BotProcess bot)
    {
        (this.folder, this.azurite, Process) = (folder, azurite, bot);
        Casts = new(Path.Combine(Repository.Root, "samples"), () => bot.Calendar.Today);
    }

    public BotProcess Process { get; }

    public Uri Address => Process.Address;

    /// <summary>People of the sample authority who can play a story together.</summary>
    public Casts Casts { get; }

    /// <param name="claimsHold">As <see cref="BotProcess.StartAsync"/> has it.</param>
    public static async Task<LocalBot> StartAsync(TimeSpan? claimsHold = null)
    {
        var folder = Directory.CreateTempSubdirectory("outreach-");
        var azurite = await Azurite.StartInMemoryAsync(
            Path.Combine(folder.FullName, "tables"), TestContext.Current.CancellationToken);
        return new(
            folder, azurite,
            await BotProcess.StartAsync(azurite.ConnectionString, Path.Combine(folder.FullName, "chats"), claimsHold));
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
