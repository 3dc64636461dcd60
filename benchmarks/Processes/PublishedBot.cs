using System.Diagnostics;
using System.Runtime.InteropServices;
using OutreachBot.Rehearsal;

namespace OutreachBot.Benchmarks.Processes;

/// <summary>The bot as <c>dotnet publish src/Bot -r linux-x64</c> makes it, or for whatever machine this is.</summary>
static class PublishedBot
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "published");

    public static string[] Program => [Path.Combine(Folder, "bot", "OutreachBot.Bot.dll")];

    // Made apart, because a published bot is compiled without the rehearsal.
    public static async Task MakeAsync()
    {
        string[] publish =
        [
            "publish", Path.Combine("src", "Bot"), "-r", RuntimeInformation.RuntimeIdentifier, "-o",
            Path.Combine(Folder, "bot"), "--artifacts-path", Path.Combine(Folder, "made"),
            "--disable-build-servers", "-p:UseSharedCompilation=false", "-v", "quiet", "--nologo",
        ];
        using var process =
            Process.Start(new ProcessStartInfo("dotnet", publish) { WorkingDirectory = Repository.Root })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException("The bot could not be published.");
    }
}
