using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OutreachBot.Rehearsal;

/// <summary>Starting and stopping the node process.</summary>
static class AzuriteProcess
{
    public static async Task<int> LaunchAsync(
        string parts, string folder, int port, bool inMemory, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("node", ["-e", Launcher, "--"]) { RedirectStandardOutput = true };
        start.ArgumentList.Add(LogIn(folder));
        start.ArgumentList.Add(Path.Combine(parts, "azurite", "dist", "src", "table", "main.js"));
        string[] options =
        [
            "--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture),
            "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            .. inMemory ? ["--inMemoryPersistence"] : (string[])["--location", folder],
        ];
        foreach (var option in options) start.ArgumentList.Add(option);

        using var launcher = Start(start);
        var pid = await launcher.StandardOutput.ReadToEndAsync(cancel);
        await launcher.WaitForExitAsync(cancel);
        return int.Parse(pid, CultureInfo.InvariantCulture);
    }

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"`{start.FileName}` was not found, and {NpmParts.NodeNeeded}", e);
        }
    }

    public static string LastWords(string folder) => File.ReadAllText(LogIn(folder)).Trim();

    /// <summary>Asks Azurite to save and end; returns when it has, or has been killed after 15 seconds.</summary>
    public static async Task StopAsync(int pid)
    {
        if (!IsAlive(pid)) return;

        // SIGTERM loses what came in the last five seconds. Windows has no signal that reaches another process
        // without a shared console, so there the last seconds are lost: local trials can bear it.
        if (OperatingSystem.IsWindows()) Kill(pid);
        else _ = SendSignal(pid, Interrupt);

        var clock = Stopwatch.StartNew();
        while (IsAlive(pid) && clock.Elapsed < TimeSpan.FromSeconds(15)) await Task.Delay(20);
        if (IsAlive(pid)) Kill(pid);
    }

    public static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited && !IsZombie(pid);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Where process 1 of a container does not collect orphans, the dead stay listed.
    static bool IsZombie(int pid)
    {
        var stat = $"/proc/{pid}/stat";
        try
        {
            return File.Exists(stat) && File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }

    static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It ended by itself.
        }
    }

    static string LogIn(string folder) => Path.Combine(folder, "azurite.log");

    // Ctrl+C in a terminal reaches every process of its group. A group of its own keeps Azurite up until the bot has
    // finished its last writes and says stop.
    const string Launcher = """
        const [log, ...azurite] = process.argv.slice(1);
        const output = require('fs').openSync(log, 'w');
        const child = require('child_process').spawn(
            process.execPath, azurite, { detached: true, windowsHide: true, stdio: ['ignore', output, output] });
        process.stdout.write(String(child.pid));
        child.unref();
        """;

    const int Interrupt = 2;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int SendSignal(int process, int signal);
}
