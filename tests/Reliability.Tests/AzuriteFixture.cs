using OutreachBot.Rehearsal;

[assembly: AssemblyFixture(typeof(OutreachBot.Reliability.Tests.AzuriteFixture))]

namespace OutreachBot.Reliability.Tests;

/// <summary>One real Azurite for the whole run.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async ValueTask InitializeAsync() =>
        azurite = await Azurite.StartInMemoryAsync(folder, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await azurite!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
