using System.Diagnostics;
using System.Text;

namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>A program that a test starts, with all that it says. It does not outlive the tests.</summary>
sealed class ChildProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly Process process;
    readonly StringBuilder said = new();

    ChildProcess(Process process) => this.process = process;

    /// <summary>What it has written to its output and its errors so far.</summary>
    public string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    public bool HasEnded => process.HasExited;

    /// <param name="program">Found as a shell would find it.</param>
    /// <param name="arguments">One each.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="environment">Set besides what the tests have; null takes a variable away.</param>
    public static ChildProcess Start(
        string program, IEnumerable<string> arguments, string folder,
        params IEnumerable<(string Name, string? Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;

        var child = new ChildProcess(new Process { StartInfo = start });
        child.process.OutputDataReceived += child.Hear;
        child.process.ErrorDataReceived += child.Hear;
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += child.KillAtExit;
        return child;
    }

    /// <summary>Ends it as a crash would: SIGKILL, nothing is written any more.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await EndAsync();
    }

    /// <summary>Ends it as Ctrl+C does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        if (OperatingSystem.IsWindows()) process.Kill();
        else
            using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
                await kill.WaitForExitAsync();
        return await EndAsync();
    }

    /// <summary>Waits until it ends by itself, for three minutes if nothing else is said.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="TimeoutException">It goes on; the message has what it said.</exception>
    public async Task<int> EndAsync(TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{process.StartInfo.FileName} does not end. It said:\n{Said}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    void Hear(object sender, DataReceivedEventArgs heard)
    {
        lock (said) said.AppendLine(heard.Data);
    }

    void KillAtExit(object? sender, EventArgs e) => process.Kill(entireProcessTree: true);
}
