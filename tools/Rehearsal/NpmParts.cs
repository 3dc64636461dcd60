using System.ComponentModel;
using System.Diagnostics;

namespace OutreachBot.Rehearsal;

/// <summary>
/// The parts that local mode takes from npm, listed in <c>tools/package.json</c>, and the tests in
/// <c>tests/package.json</c>.
/// </summary>
public static class NpmParts
{
    /// <summary>
    /// Installs the parts of local mode when they are missing or older than <c>tools/package-lock.json</c>. Safe when
    /// several processes ask at once: one installs, the others wait.
    /// </summary>
    /// <returns>The path of <c>node_modules</c>.</returns>
    /// <exception cref="InvalidOperationException">No Node 20, or npm refused; the message says what to do.</exception>
    public static Task<string> RestoreAsync(CancellationToken cancel) => RestoreAsync("tools", cancel);

    /// <summary>The same for another folder of the repository with a <c>package-lock.json</c>.</summary>
    /// <returns>The path of <c>node_modules</c>.</returns>
    /// <exception cref="InvalidOperationException">No Node 20, or npm refused; the message says what to do.</exception>
    public static async Task<string> RestoreAsync(string of, CancellationToken cancel)
    {
        var folder = Folder(of);
        var parts = Path.Combine(folder, "node_modules");
        if (IsCurrent(folder)) return parts;

        using var _ = await ProcessLock.TakeAsync(
            Path.Combine(folder, ".restore.lock"), TimeSpan.FromMinutes(10), cancel);
        if (IsCurrent(folder)) return parts;

        await RequireNodeAsync(folder, cancel);
        Console.WriteLine($"Restoring the npm parts in {of}/ (once, under a minute) …");
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var (code, output) = await RunAsync(
            folder, npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cancel);
        return code == 0
            ? parts
            : throw new InvalidOperationException($"`npm ci` in {folder} ended with code {code}:\n{output.Trim()}");
    }

    internal const string NodeNeeded =
        "Node.js 20 or newer, which brings npm, is needed: get it from https://nodejs.org.";

    // npm writes this file last, so an interrupted installation does not count.
    static bool IsCurrent(string folder)
    {
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        return installed.Exists
            && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"));
    }

    static string Folder(string of)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OutreachBot.sln")))
                return Path.Combine(folder.FullName, of);
        throw new InvalidOperationException(
            $"The npm parts belong to a checkout of the repository, and {AppContext.BaseDirectory} is not inside one.");
    }

    /// <exception cref="InvalidOperationException">No Node 20; the message says what to do.</exception>
    internal static Task RequireNodeAsync(CancellationToken cancel) => RequireNodeAsync(Folder("tools"), cancel);

    static async Task RequireNodeAsync(string folder, CancellationToken cancel)
    {
        var (_, version) = await RunAsync(folder, "node", ["--version"], cancel);
        if (!Version.TryParse(version.Trim().TrimStart('v'), out var node) || node.Major < 20)
            throw new InvalidOperationException(
                $"`node --version` says \"{version.Trim()}\", and {NodeNeeded}");
    }

    static async Task<(int Code, string Output)> RunAsync(
        string folder, string program, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        try
        {
            using var process = Process.Start(start)!;
            using var end = cancel.Register(() => process.Kill(entireProcessTree: true));
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(
                $"`{program}` was not found, and {NodeNeeded}", e);
        }
    }
}
