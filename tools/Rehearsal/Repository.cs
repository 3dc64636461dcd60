namespace OutreachBot.Rehearsal;

/// <summary>The checkout that this program was built in.</summary>
public static class Repository
{
    /// <summary>The folder of OutreachBot.sln.</summary>
    /// <exception cref="InvalidOperationException">The program does not run inside a checkout.</exception>
    public static string Root { get; } = Find();

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OutreachBot.sln"))) return folder.FullName;
        throw new InvalidOperationException(
            $"Local mode belongs to a checkout of the repository, and {AppContext.BaseDirectory} is not inside one.");
    }
}
