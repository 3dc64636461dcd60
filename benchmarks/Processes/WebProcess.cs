using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OutreachBot.Benchmarks.Processes;

/// <summary>A web server in a process of its own, with the time that it took until it was ready.</summary>
sealed class WebProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process process;

    WebProcess(Process process, Uri address, TimeSpan start) =>
        (this.process, Address, Start) = (process, address, start);

    public Uri Address { get; }

    /// <summary>From the start of the process to the first answer that says "ready".</summary>
    public TimeSpan Start { get; }

    /// <param name="program">A .dll, with its arguments.</param>
    /// <param name="settings">Set in its environment.</param>
    public static async Task<WebProcess> StartAsync(
        IReadOnlyList<string> program, params IEnumerable<(string Name, string Value)> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [.. program, "--urls", address.GetLeftPart(UriPartial.Authority)])
        {
            WorkingDirectory = Path.GetDirectoryName(program[0]),
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;

        using var http = new HttpClient();
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        while (!await IsReadyAsync(http, new(address, "/health/ready")))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                throw new InvalidOperationException($"{program[0]} is not ready.");
            await Task.Delay(2);
        }
        return new(process, address, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>The middle of a few looks at its resident memory, in MB.</summary>
    public async Task<double> MemoryAsync(TimeSpan pause)
    {
        await Task.Delay(pause);
        var looks = new List<double>();
        for (var look = 0; look < 5; look++, await Task.Delay(200))
        {
            process.Refresh();
            looks.Add(process.WorkingSet64 / 1024.0 / 1024.0);
        }
        return Spread.Of(looks).Median;
    }

    static async Task<bool> IsReadyAsync(HttpClient http, Uri ready)
    {
        try
        {
            using var answer = await http.GetAsync(ready);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
