using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;

namespace OutreachBot.Rehearsal;

/// <summary>The page's own files, embedded in this assembly, and the three that come from npm.</summary>
sealed class Page(string nodeModules)
{
    const string OnlyFromHere =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data:; frame-ancestors 'self'";

    static readonly FileExtensionContentTypeProvider Types = new();

    static readonly Dictionary<string, string> FromNpm = new()
    {
        ["adaptivecards.js"] = "adaptivecards/dist/adaptivecards.min.js",
        ["adaptivecards.css"] = "adaptivecards/dist/adaptivecards.css",
        ["markdown-it.js"] = "markdown-it/dist/markdown-it.min.js",
    };

    public void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("", (HttpResponse response) => Own("index.html", response));
        page.MapGet("/npm/{name}", (string name) => Npm(name));
        page.MapGet("/{*path}", (string path, HttpResponse response) => Own(path, response));
    }

    static IResult Own(string path, HttpResponse response)
    {
        var file = typeof(Page).Assembly.GetManifestResourceStream($"wwwroot/{path}");
        if (file is null) return Results.NotFound();
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = OnlyFromHere;
        return Results.Stream(file, TypeOf(path));
    }

    IResult Npm(string name) =>
        FromNpm.TryGetValue(name, out var path) && File.Exists(Path.Combine(nodeModules, path))
            ? Results.File(Path.GetFullPath(Path.Combine(nodeModules, path)), TypeOf(name))
            : Results.NotFound();

    static string TypeOf(string path) =>
        Types.TryGetContentType(path, out var type) ? type : "application/octet-stream";
}
