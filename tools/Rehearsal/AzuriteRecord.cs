using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutreachBot.Rehearsal;

/// <summary>What <c>azurite.json</c> in the data folder says about the Azurite that writes there.</summary>
sealed record AzuriteRecord(int Pid, int Port, string Scheme, int Owner)
{
    [JsonIgnore]
    public bool OwnerIsAlive => AzuriteProcess.IsAlive(Owner);

    public static string PathIn(string folder) => Path.Combine(folder, "azurite.json");

    /// <summary>The one that is running on the folder, if any.</summary>
    public static async Task<AzuriteRecord?> FindAsync(string folder, CancellationToken cancel)
    {
        if (!File.Exists(PathIn(folder))) return null;
        try
        {
            var record = JsonSerializer.Deserialize<AzuriteRecord>(
                await File.ReadAllTextAsync(PathIn(folder), cancel), JsonSerializerOptions.Web);
            return record is not null && AzuriteProcess.IsAlive(record.Pid) && await record.AnswersAsync(cancel)
                ? record
                : null;
        }
        // Half written by a process that was killed: nothing can be running that it would name.
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes this process down as the one that will stop it.</summary>
    public AzuriteRecord KeepIn(string folder)
    {
        var kept = this with { Owner = Environment.ProcessId };
        File.WriteAllText(PathIn(folder), JsonSerializer.Serialize(kept, JsonSerializerOptions.Web));
        return kept;
    }

    public async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        // The certificate is made on the spot and nothing is sent: only the name of the server is read.
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator
        };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var answer = await client.GetAsync(new Uri($"{Scheme}://127.0.0.1:{Port}/"), cancel);
            return answer.Headers.Server.ToString().StartsWith("Azurite-Table", StringComparison.Ordinal);
        }
        // Not listening yet or any more, or too busy to be called ready.
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
