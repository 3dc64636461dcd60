using Azure.Core;
using Azure.Data.Tables;
using OutreachBot.Rehearsal;

[assembly: AssemblyFixture(typeof(OutreachBot.Sdk.Tests.Tables.AzuriteFixture))]

namespace OutreachBot.Sdk.Tests.Tables;

/// <summary>One real Azurite for the whole run, and an own table for each test that asks.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public Uri Endpoint => azurite!.Endpoint;

    public async ValueTask InitializeAsync() => azurite = await Azurite.StartAsync(folder, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await azurite!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public async Task<TableClient> NewTableAsync(TableClientOptions? options = null)
    {
        var table = new TableClient(ConnectionString, $"t{Guid.NewGuid():N}", options ?? OneTry());
        await table.CreateIfNotExistsAsync();
        return table;
    }

    /// <summary>A test that fails should say so at once.</summary>
    public static TableClientOptions OneTry() => new() { Retry = { MaxRetries = 0, Mode = RetryMode.Fixed } };
}
