using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Bot.Directory;

/// <summary>The schemes' files of this bot, and beside them what describes their keys to an editor.</summary>
static class SchemeFolder
{
    const string Description = ".schema.json";

    public static IEnumerable<string> FilesOf(DirectorySettings settings) =>
        System.IO.Directory.GetFiles(settings.Schemes, "*.json")
            .Where(file => !file.EndsWith(Description, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">A file has mistakes.</exception>
    public static IEnumerable<(Scheme Scheme, string Text)> Read(DirectorySettings settings) =>
        from file in FilesOf(settings)
        let text = File.ReadAllText(file)
        select (SchemeFile.Read(text).Scheme, text);
}
