namespace OutreachBot.Bot.Tests;

/// <summary>Paths in the working copy that the tests run from.</summary>
static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("OutreachBot.sln is in no parent folder.")
        : File.Exists(Path.Combine(folder.FullName, "OutreachBot.sln")) ? folder.FullName
        : Find(folder.Parent);
}
