using System.Globalization;
using System.Text.Json;

namespace OutreachBot.Rehearsal;

/// <summary>What <c>azurite.json</c> in the data folder says about the Azurite that writes there.</summary>
sealed record AzuriteRecord(int Pid, int Port)
{
    const string User = ".user";

    /// <summary>Writes down that this process uses it. Returns the file that says so.</summary>
    public static string AddUser(string folder)
    {
        var file = Path.Combine(folder, $"{Environment.ProcessId}-{Guid.NewGuid():N}{User}");
        File.WriteAllText(file, "");
        return file;
    }

    /// <summary>Whether anybody who uses it is alive. Who was killed has left a file, and it goes.</summary>
    public static bool HasUsers(string folder)
    {
        var files = Directory.GetFiles(folder, $"*{User}")
            .ToLookup(file =>
                AzuriteProcess.IsAlive(int.Parse(Path.GetFileName(file).Split('-')[0], CultureInfo.InvariantCulture)));
        foreach (var left in files[false]) File.Delete(left);
        return files[true].Any();
    }

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

    public AzuriteRecord KeepIn(string folder)
    {
        File.WriteAllText(PathIn(folder), JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
        return this;
    }

    public async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{Port}/"), cancel);
            return answer.Headers.Server.ToString().StartsWith("Azurite-Table", StringComparison.Ordinal);
        }
        // Not listening yet or any more, or too busy to be called ready.
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
