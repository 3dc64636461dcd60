namespace OutreachBot.Bot.Directory;

/// <summary>
/// <c>dotnet run --project src/Bot -- import [FOLDER]</c>: says what is wrong with the files of a directory, or what
/// they change, and takes them over. With <c>--dry-run</c> nothing is written, and with <c>--confirm</c> also a
/// directory that shrinks by more than a fifth. A bot that runs notices within a minute.
/// </summary>
static class ImportCommand
{
    const int Most = 20;

    public static bool IsAskedFor(string[] args) => args.Contains("import");

    /// <returns>0 when the files are in use, or would be; 1 when they are not.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output)
    {
        var settings = services.GetRequiredService<DirectorySettings>();
        var named = args.SkipWhile(argument => argument != "import")
            .Skip(1).FirstOrDefault(argument => !argument.StartsWith('-'));
        var folder = named is null ? settings.Import : TypedPath.From(named);
        if (folder is null || !System.IO.Directory.Exists(folder))
        {
            await output.WriteLineAsync("Please name the folder of the files: import FOLDER.");
            return 1;
        }

        var table = services.GetRequiredService<Storage.AuthorityTable>();
        await table.CreateAsync(CancellationToken.None);
        var import = services.GetRequiredService<AuthorityImport>();
        var (isConfirmed, isDryRun) = (args.Contains("--confirm"), args.Contains("--dry-run"));

        // Seen before it is done.
        var preview = await import.RunAsync(folder, isConfirmed, isDryRun: true, CancellationToken.None);
        await SayAsync(preview, output);
        if (preview is not ImportOutcome.Done || isDryRun) return preview is ImportOutcome.Done ? 0 : 1;

        await import.RunAsync(folder, isConfirmed, isDryRun: false, CancellationToken.None);
        await output.WriteLineAsync("The directory is in use. A bot that runs notices within a minute.");
        return 0;
    }

    static async Task SayAsync(ImportOutcome came, TextWriter output)
    {
        switch (came)
        {
            case ImportOutcome.Refused { Findings: var findings }:
                foreach (var finding in findings) await output.WriteLineAsync($"{finding}");
                await output.WriteLineAsync(findings.Count == 1
                    ? "One mistake. Nothing was changed."
                    : $"{findings.Count} mistakes. Nothing was changed.");
                break;
            case ImportOutcome.Shrinks { Changes: var changes }:
                await SayAsync(changes, output);
                await output.WriteLineAsync(
                    "More than a fifth would be gone. Nothing was changed. If that is right, add --confirm.");
                break;
            case ImportOutcome.Done { Changes: var changes }:
                await SayAsync(changes, output);
                break;
        }
    }

    static async Task SayAsync(Changes changes, TextWriter output)
    {
        foreach (var (kind, added, changed, gone) in changes.Kinds)
        {
            await output.WriteLineAsync($"{kind}: {added.Count} added, {changed.Count} changed, {gone.Count} gone");
            foreach (var (what, names) in new[] { ("added", added), ("changed", changed), ("gone", gone) })
            {
                foreach (var name in names.Take(Most)) await output.WriteLineAsync($"  {what}: {name}");
                if (names.Count > Most) await output.WriteLineAsync($"  {what}: and {names.Count - Most} more");
            }
        }
        foreach (var left in changes.Left) await output.WriteLineAsync($"Please note: {left}");
    }
}
