using OutreachBot.Rehearsal;

namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>What <c>dotnet publish src/Bot</c> makes, in a folder of its own.</summary>
public sealed class Published : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("published-");

    public string Path => System.IO.Path.Combine(folder.FullName, "bot");

    /// <summary>Every file, by its path in the folder.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Path, file));

    public async ValueTask InitializeAsync()
    {
        // Built apart, so that it takes nothing away from the bot that other tests are running.
        await using var publish = ChildProcess.Start(
            "dotnet",
            [
                "publish", System.IO.Path.Combine("src", "Bot"), "-o", Path, "--artifacts-path",
                System.IO.Path.Combine(folder.FullName, "made"),
                "--disable-build-servers", "-p:UseSharedCompilation=false", "-v", "quiet", "--nologo",
            ],
            Repository.Root);
        Assert.True(await publish.EndAsync(TimeSpan.FromMinutes(5)) == 0, publish.Said);
    }

    internal ChildProcess Start(params IEnumerable<(string, string?)> settings) =>
        ChildProcess.Start("dotnet", [System.IO.Path.Combine(Path, "OutreachBot.Bot.dll")], Path, settings);

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
