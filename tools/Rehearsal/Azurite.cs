using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OutreachBot.Rehearsal;

/// <summary>
/// Azurite's table service on loopback. It outlives a parent that is killed: the next start on the same folder
/// finds it by <c>azurite.json</c> and takes it over, so two never write the same files and nothing written is lost.
/// Several may use one; the last of them stops it.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    readonly string folder;
    readonly AzuriteRecord record;
    readonly string user;

    Azurite(string folder, AzuriteRecord record) =>
        (this.folder, this.record, user) = (folder, record, AzuriteRecord.AddUser(folder));

    public int Port => record.Port;

    /// <summary>The id of the node process.</summary>
    public int ProcessId => record.Pid;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={WellKnownKey};"
        + $"TableEndpoint=http://127.0.0.1:{Port}/{Account};";

    /// <param name="dataFolder">Made when missing; the tables are kept in it between runs.</param>
    /// <param name="cancel">Ends the waiting, not an Azurite that has answered.</param>
    public static Task<Azurite> StartAsync(string dataFolder, CancellationToken cancel) =>
        StartAsync(dataFolder, inMemory: false, cancel);

    /// <summary>One whose tables are gone when it ends. It never stands still to write them down.</summary>
    /// <param name="folder">Where it says that it runs.</param>
    /// <param name="cancel">Ends the waiting, not an Azurite that has answered.</param>
    public static Task<Azurite> StartInMemoryAsync(string folder, CancellationToken cancel) =>
        StartAsync(folder, inMemory: true, cancel);

    static async Task<Azurite> StartAsync(string dataFolder, bool inMemory, CancellationToken cancel)
    {
        var parts = await NpmParts.RestoreAsync(cancel);
        var folder = Directory.CreateDirectory(dataFolder).FullName;
        using var _ = await ProcessLock.TakeAsync(
            Path.Combine(folder, ".azurite.lock"), TimeSpan.FromMinutes(1), cancel);

        if (await AzuriteRecord.FindAsync(folder, cancel) is { } running) return new(folder, running);
        await NpmParts.RequireNodeAsync(cancel);

        // A free port may be taken by another program before Azurite binds it.
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var started =
                new AzuriteRecord(await AzuriteProcess.LaunchAsync(parts, folder, port, inMemory, cancel), port);
            if (await BecomesReadyAsync(started, cancel))
                return new(folder, started.KeepIn(folder));
            if (attempt == 3)
                throw new InvalidOperationException(
                    $"Azurite did not start on port {port}: {AzuriteProcess.LastWords(folder)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var _ = await ProcessLock.TakeAsync(
            Path.Combine(folder, ".azurite.lock"), TimeSpan.FromMinutes(1), CancellationToken.None);
        File.Delete(user);
        if (AzuriteRecord.HasUsers(folder)) return;
        await AzuriteProcess.StopAsync(record.Pid);
        File.Delete(AzuriteRecord.PathIn(folder));
    }

    static async Task<bool> BecomesReadyAsync(AzuriteRecord started, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(60) && AzuriteProcess.IsAlive(started.Pid))
        {
            if (await started.AnswersAsync(cancel)) return true;
            await Task.Delay(50, cancel);
        }

        await AzuriteProcess.StopAsync(started.Pid);
        return false;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    const string Account = "devstoreaccount1";

    // Public knowledge: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite
    const string WellKnownKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
}
