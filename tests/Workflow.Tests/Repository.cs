namespace OutreachBot.Workflow.Tests;

/// <summary>Files of the repository that these tests were built from.</summary>
static class Repository
{
    static readonly string Root = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "OutreachBot.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
