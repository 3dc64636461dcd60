using Microsoft.AspNetCore.Builder;

namespace OutreachBot.Benchmarks.Processes;

/// <summary>A web server that does nothing, to see what a bot adds to one.</summary>
static class Bare
{
    public static string[] Program => [typeof(Bare).Assembly.Location, "bare"];

    public static Task RunAsync(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/health/ready", () => "ready");
        return app.RunAsync();
    }
}
