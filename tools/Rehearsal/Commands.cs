using System.Text.Json;

namespace OutreachBot.Rehearsal;

/// <summary>A command of the bot, as the manifest's command list describes it.</summary>
sealed record Command(string Title, string Description);

static class Commands
{
    static readonly Command[] Usual =
    [
        new("request", "Ask for a leading teacher's time"),
        new("tasks", "What is waiting for you"),
        new("status", "Where your requests stand"),
        new("help", "What you can say here"),
    ];

    public static Command[] Read(string? manifestFile)
    {
        if (!File.Exists(manifestFile)) return Usual;
        using var manifest = JsonDocument.Parse(File.ReadAllText(manifestFile));
        return manifest.RootElement.TryGetProperty("bots", out var bots)
            ? [.. bots.EnumerateArray().SelectMany(Listed)]
            : Usual;
    }

    static IEnumerable<Command> Listed(JsonElement bot) =>
        bot.TryGetProperty("commandLists", out var lists)
            ? lists.EnumerateArray()
                .SelectMany(list => list.GetProperty("commands").EnumerateArray())
                .Select(command => new Command(command.Text("title") ?? "", command.Text("description") ?? ""))
                .DistinctBy(command => command.Title)
                .ToArray()
            : [];
}
