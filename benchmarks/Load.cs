using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace OutreachBot.Benchmarks;

/// <summary>Another process that sends presses, so that what it costs to send them is not counted.</summary>
sealed class Load : IDisposable
{
    const int AtOnce = 4;

    readonly string file = Path.GetTempFileName();
    readonly Process process;

    /// <param name="authorization">The header that goes with each.</param>
    /// <param name="bodies">What is sent, one after the other.</param>
    public Load(string authorization, IEnumerable<string> bodies)
    {
        File.WriteAllLines(file, bodies);
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Host, "load", authorization, file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
    }

    /// <summary>What stands before the arguments of another process of this program.</summary>
    public static string[] Host =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(Load).Assembly.Location] : [];

    /// <summary>Sends the next so many bodies, or the same as before.</summary>
    /// <exception cref="InvalidOperationException">One was not answered with 200.</exception>
    public async Task SendAsync(string url, int many, bool again = false)
    {
        await process.StandardInput.WriteLineAsync($"{url} {many} {again}");
        var answer = await process.StandardOutput.ReadLineAsync();
        if (answer != "sent") throw new InvalidOperationException(answer);
    }

    /// <summary>The other process.</summary>
    public static async Task RunAsync(string authorization, string bodies)
    {
        using var http = new HttpClient();
        var lines = File.ReadAllLines(bodies);
        var next = 0;
        while (await Console.In.ReadLineAsync() is { } order)
        {
            if (order.Split(' ') is not [var url, var count, var again]) return;
            var many = int.Parse(count, System.Globalization.CultureInfo.InvariantCulture);
            var from = next;
            var sent = from - 1;
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
            {
                for (var index = Interlocked.Increment(ref sent); index < from
                    + many; index = Interlocked.Increment(ref sent))
                {
                    using var request = new HttpRequestMessage(
                        HttpMethod.Post,
                        url)
                    { Content = new StringContent(lines[index], Encoding.UTF8, "application/json") };
                    request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
                    using var answer = await http.SendAsync(request);
                    var text = await answer.Content.ReadAsStringAsync();
                    if (!answer.IsSuccessStatusCode
                        || (url.EndsWith("messages", StringComparison.Ordinal)
                            && !text.Contains("agreed to the release", StringComparison.Ordinal)))
                    {
                        Console.WriteLine($"{(int)answer.StatusCode} {text}");
                        Environment.Exit(1);
                    }
                }
            }));
            if (again != bool.TrueString) next += many;
            Console.WriteLine("sent");
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        File.Delete(file);
    }
}
