using System.Net.NetworkInformation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OutreachBot.Rehearsal;

/// <summary>
/// What a developer's machine lacks of an authority: tables, people and Teams. In Development it starts Azurite, points
/// the bot at the sample files, and hosts the rehearsal; everywhere else it does nothing.
/// </summary>
public sealed class LocalAuthority : IAsyncDisposable
{
    readonly string? root;
    string? parts;
    Azurite? azurite;

    LocalAuthority(string? root) => this.root = root;

    /// <summary>Settings that are there already win: with a connection string no Azurite is started.</summary>
    public static async Task<LocalAuthority> StartAsync(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment()) return new(null);

        var local = new LocalAuthority(Repository.Root);
        foreach (var address in Addresses(builder)) RequireAddress(address);
        RequireFolder(Path.Combine(Repository.Root, ".local"));
        local.parts = await NpmParts.RestoreAsync(CancellationToken.None);
        builder.Services.AddSingleton<TimeProvider>(services =>
            new RehearsalClock(Path.Combine(DataFolder(services.GetRequiredService<IConfiguration>()), "clock.json")));
        Default(builder, "Directory:Import", Path.Combine(Repository.Root, "samples"));
        Default(builder, "Teams:ServiceUrl", RehearsalOptions.ServiceUrlFor(new(Address(builder))).ToString());
        if (string.IsNullOrEmpty(builder.Configuration["Storage:ConnectionString"]))
        {
            local.azurite = await Azurite.StartAsync(
                Path.Combine(Repository.Root, ".local", "azurite"), CancellationToken.None);
            builder.Configuration["Storage:ConnectionString"] = local.azurite.ConnectionString;
        }
        return local;
    }

    /// <exception cref="InvalidOperationException">Somebody listens there; the message says what to do.</exception>
    public void RequireFreePort(WebApplicationBuilder builder)
    {
        if (root is null) return;

        var taken = IPGlobalProperties.GetIPGlobalProperties()
            .GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        foreach (var port in Addresses(builder).Select(address => new Uri(address).Port).Where(taken.Contains))
            throw new InvalidOperationException(
                $"Port {port} is in use, perhaps by a bot that still runs. End that, or add `-- --urls "
                + $"http://localhost:{port + 1}` to this command.");
    }

    /// <param name="app">The bot.</param>
    /// <param name="isSchoolDay">Whether schools are open on a day, as the bot knows it.</param>
    public void Map(WebApplication app, Func<DateOnly, bool> isSchoolDay)
    {
        if (root is null || parts is null) return;

        if (app.Services.GetRequiredService<TimeProvider>() is RehearsalClock clock) clock.IsSchoolDay = isSchoolDay;

        app.MapRehearsal(new RehearsalOptions
        {
            PeopleFile = Path.Combine(root, "samples", "people.csv"),
            SchoolsFile = Path.Combine(root, "samples", "schools.csv"),
            DataFolder = DataFolder(app.Configuration),
            Clock = app.Services.GetRequiredService<TimeProvider>(),
            NodeModules = parts,
            AnswerTimeout = app.Configuration.GetValue("Teams:WaitsFor", TimeSpan.FromSeconds(10)),
            ManifestFile = Path.Combine(root, "manifest", "manifest.json"),
        });
        app.Lifetime.ApplicationStarted.Register(() => Say(app));
    }

    static string DataFolder(IConfiguration settings) =>
        settings["Rehearsal:DataFolder"] ?? Path.Combine(Repository.Root, ".local", "rehearsal");

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
    }

    void Say(WebApplication app)
    {
        var address =
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.WriteLine($"""
            OutreachBot runs on {address} with the sample authority.
              Rehearsal  {address}/rehearsal   (speak as any of its people)
              Messages   {address}/api/messages
              Tables     {(azurite is null ? "as configured" : "Azurite, kept in .local/azurite")}
            Ctrl+C ends it.
            """);
    }

    static string Address(WebApplicationBuilder builder) => Addresses(builder)[0];

    static IReadOnlyList<string> Addresses(WebApplicationBuilder builder) =>
    [
        .. (builder.Configuration["urls"] is { Length: > 0 } urls ? urls : "http://localhost:3978")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(address => address.Replace("*", "localhost").Replace("+", "localhost")),
    ];

    static void RequireAddress(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new InvalidOperationException(
                $"“{address}” is no address to listen on. Please write it like this: --urls http://localhost:3978.");
    }

    // What the machine keeps between two runs is written there.
    static void RequireFolder(string folder)
    {
        try
        {
            var probe = Path.Combine(Directory.CreateDirectory(folder).FullName, $".{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"{folder} cannot be written to. Please make it a folder that you may write to, or take it away.",
                problem);
        }
    }

    static void Default(WebApplicationBuilder builder, string name, string value)
    {
        if (string.IsNullOrEmpty(builder.Configuration[name])) builder.Configuration[name] = value;
    }
}
