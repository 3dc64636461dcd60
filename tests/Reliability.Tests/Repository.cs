namespace OutreachBot.Reliability.Tests;

/// <summary>The checked-out repository that these tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory)).FullName;

    public static string Samples { get; } = Path.Combine(Root, "samples");

    static DirectoryInfo Above(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "OutreachBot.sln")) ? folder : Above(folder.Parent!);
}
