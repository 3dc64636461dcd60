using System.ComponentModel;
using System.Diagnostics;

namespace OutreachBot.EndToEnd.Tests;

/// <summary>Finds a Chromium on this machine, or gets one.</summary>
static class Chromium
{
    static readonly string[] Names =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
        "microsoft-edge", "microsoft-edge-stable", "chrome.exe", "msedge.exe",
    ];

    static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/lib/chromium/chromium", "/snap/bin/chromium", "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        .. from folder in new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }
           from program in new[] { @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe" }
           select Path.Combine(Environment.GetEnvironmentVariable(folder) ?? "", program),
    ];

    /// <returns>The program; null when Playwright installed its own and finds that by itself.</returns>
    /// <exception cref="InvalidOperationException">None is there or can be installed; the message says what to
    /// do.</exception>
    public static async Task<string?> FindOrInstallAsync()
    {
        if (Find() is { } found) return found;
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0) return null;
        if (IsRootOnDebian()) await AptInstallAsync();
        return Find() ?? throw new InvalidOperationException(
            "install Chromium, Chrome or Edge, or set CHROME_PATH to one. Playwright's own download failed.");
    }

    static string? Find() =>
        new[] { Environment.GetEnvironmentVariable("CHROME_PATH") ?? "" }
            .Concat(from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                    from name in Names
                    select Path.Combine(folder, name))
            .Concat(Places)
            .FirstOrDefault(File.Exists);

    static bool IsRootOnDebian() =>
        OperatingSystem.IsLinux() && File.Exists("/etc/debian_version") && Environment.UserName == "root";

    static async Task AptInstallAsync()
    {
        try
        {
            // Two test processes, or the machine's own updates, may want the same: each waits for the other.
            string[][] steps = [["update"], ["install", "-y", "--no-install-recommends", "chromium"]];
            foreach (var step in steps)
            {
                using var apt = Process.Start("apt-get", ["-o", "DPkg::Lock::Timeout=300", .. step]);
                await apt.WaitForExitAsync();
            }
        }
        catch (Win32Exception)
        {
            // No apt-get after all; the caller says what is missing.
        }
    }
}
