using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Directory;
using OutreachBot.Simulation.Tables;

namespace OutreachBot.Simulation;

/// <summary>Stores to begin with.</summary>
public static class Stores
{
    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<MemoryTables>> Loaded = new();

    /// <summary>An authority has been loaded into it, and nothing has happened yet.</summary>
    public static MemoryTables With(string samples) =>
        Loaded.GetOrAdd(samples, folder => new(() => Load(folder))).Value;

    static MemoryTables Load(string samples)
    {
        var world = new World(
            0, new(samples))
        {
            Substitute = services =>
                services.Add(new(typeof(DirectorySettings), new DirectorySettings { Import = samples }))
        };
        var instance = world.Start();
        var current = instance.Services.GetRequiredService<CurrentAuthority>();
        world.Until(
            () => current.IsLoaded || current.Problem is not null, TimeSpan.FromMinutes(1),
            "The authority is not loaded.");
        if (!current.IsLoaded) throw new InvalidDataException(current.Problem);
        return world.Tables;
    }
}
