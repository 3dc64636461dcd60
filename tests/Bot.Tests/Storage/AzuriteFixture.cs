using OutreachBot.Bot.Storage;
using OutreachBot.Rehearsal;

[assembly: AssemblyFixture(typeof(OutreachBot.Tests.AzuriteFixture))]

namespace OutreachBot.Tests;

/// <summary>
/// One real Azurite for the whole run, with an account of its own for whoever asks: tests never meet.
/// </summary>
public sealed partial class AzuriteFixture : IAsyncLifetime
{
    const int Accounts = 400;
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    readonly string folder = System.IO.Directory.CreateTempSubdirectory("azurite-").FullName;
    readonly List<IAsyncDisposable> sharing = [];
    Azurite? azurite;
    int given;

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

    public async ValueTask DisposeAsync()
    {
        foreach (var shared in sharing) await shared.DisposeAsync();
        await azurite!.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    static string Name(int number) => $"account{number}";
}
