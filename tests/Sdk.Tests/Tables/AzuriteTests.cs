using System.Diagnostics;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using OutreachBot.Rehearsal;

namespace OutreachBot.Sdk.Tests.Tables;

/// <summary>The promise of <see cref="Azurite"/> to whoever kills its parent.</summary>
public sealed class AzuriteTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("azurite-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_stop_keeps_what_was_written_last()
    {
        await using (var azurite = await Azurite.StartAsync(folder, CancellationToken.None))
            await WriteAsync(azurite);
        Assert.False(File.Exists(Path.Combine(folder, "azurite.json")));

        await using var again = await Azurite.StartAsync(folder, CancellationToken.None);

        Assert.True(await IsWrittenAsync(again));
    }

    [Fact]
    public async Task A_second_start_on_a_folder_shares_the_first_and_leaves_it_running()
    {
        await using var first = await Azurite.StartAsync(folder, CancellationToken.None);

        await using (var second = await Azurite.StartAsync(folder, CancellationToken.None))
            Assert.Equal((first.ProcessId, first.Port), (second.ProcessId, second.Port));

        await WriteAsync(first);
    }

    [Fact]
    public async Task One_whose_parent_was_killed_is_taken_over_with_all_that_was_written()
    {
        await using var orphan = await Azurite.StartAsync(folder, CancellationToken.None);
        await WriteAsync(orphan);
        await NameAsOwnerAsync(await DeadProcessAsync());

        await using (var heir = await Azurite.StartAsync(folder, CancellationToken.None))
        {
            Assert.Equal(orphan.ProcessId, heir.ProcessId);
            Assert.True(await IsWrittenAsync(heir));
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => new HttpClient().GetAsync(orphan.Endpoint));
    }

    static async Task WriteAsync(Azurite azurite)
    {
        var table = new TableClient(azurite.ConnectionString, "rows", AzuriteFixture.OneTry());
        await table.CreateIfNotExistsAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r"));
    }

    static async Task<bool> IsWrittenAsync(Azurite azurite)
    {
        var table = new TableClient(azurite.ConnectionString, "rows");
        return (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue;
    }

    async Task NameAsOwnerAsync(int pid)
    {
        var path = Path.Combine(folder, "azurite.json");
        var record = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        record["owner"] = pid;
        await File.WriteAllTextAsync(path, record.ToJsonString());
    }

    static async Task<int> DeadProcessAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
        await process.WaitForExitAsync();
        return process.Id;
    }
}
