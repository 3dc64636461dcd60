using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OutreachBot.Benchmarks.Doubles;

/// <summary>A connector in a process of its own that takes whatever it is sent.</summary>
sealed class ConnectorDouble : IDisposable
{
    readonly Process process;

    public ConnectorDouble()
    {
        process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Load.Host, "connector"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Url = process.StandardOutput.ReadLine()!;
    }

    public string Url { get; }

    /// <summary>Where the last call went, below <see cref="Url"/>.</summary>
    public string LastPath => Ask("path");

    public byte[] LastBody => Convert.FromBase64String(Ask("body"));

    string Ask(string what)
    {
        process.StandardInput.WriteLine(what);
        return process.StandardOutput.ReadLine()!;
    }

    /// <summary>The other process.</summary>
    public static async Task RunAsync()
    {
        var (path, body) = ("", Array.Empty<byte>());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapPost("{**path}", async (HttpContext http) =>
        {
            using var read = new MemoryStream();
            await http.Request.Body.CopyToAsync(read);
            (path, body) = (http.Request.Path.Value!.TrimStart('/'), read.ToArray());
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"id":"1700000000000"}""");
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single() + "/");
        while (await Console.In.ReadLineAsync()
            is { } asked) Console.WriteLine(asked == "path" ? path : Convert.ToBase64String(body));
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
