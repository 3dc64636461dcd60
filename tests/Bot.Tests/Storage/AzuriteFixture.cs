using OutreachBot.Bot.Storage;
using OutreachBot.Rehearsal;

[assembly: AssemblyFixture(typeof(OutreachBot.Bot.Tests.AzuriteFixture))]

namespace OutreachBot.Bot.Tests;

/// <summary>
/// One real Azurite for the whole run, with an account of its own for whoever asks: tests never meet.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    const int Accounts = 400;
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    readonly Lazy<Task<SharedBot>> bot;
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("azurite-").FullName;
    Azurite? azurite;
    int given;

    public AzuriteFixture() => bot = new(() => SharedBot.StartAsync(this));

    public async ValueTask InitializeAsync()
    {
        // Azurite reads from its environment which accounts there are; the first is the one that its fixture knows.
        Environment.SetEnvironmentVariable(
            "AZURITE_ACCOUNTS",
            string.Join(
                ';',
                Enumerable.Range(1, Accounts)
                    .Select(number => $"{Name(number)}:{Key}").Prepend($"devstoreaccount1:{Key}")));
        azurite = await Azurite.StartInMemoryAsync(folder, CancellationToken.None);
    }

    /// <summary>Empty storage; its tables are still to be made.</summary>
    public StorageSettings NewAccount()
    {
        var number = Interlocked.Increment(ref given);
        if (number > Accounts) throw new InvalidOperationException("There are more tests than accounts.");

        // A busy machine may take its time. Who gives up when is told by the tests of that.
        return new()
        {
            AnswersWithin = TimeSpan.FromMinutes(2),
            ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Name(number)};AccountKey={Key};"
                + $"TableEndpoint=http://127.0.0.1:{azurite!.Port}/{Name(number)};",
        };
    }

    /// <summary>The bot that tests share which only talk to it; started for the first of them.</summary>
    internal Task<SharedBot> BotAsync() => bot.Value;

    public async ValueTask DisposeAsync()
    {
        if (bot.IsValueCreated) await (await bot.Value).DisposeAsync();
        await azurite!.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    static string Name(int number) => $"account{number}";
}
