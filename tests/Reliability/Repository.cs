namespace OutreachBot.Reliability;

/// <summary>The checked-out repository that this was built from.</summary>
static class Repository
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory)).FullName;

    static DirectoryInfo Above(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "OutreachBot.sln")) ? folder : Above(folder.Parent!);
}
