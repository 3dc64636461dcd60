namespace OutreachBot.Bot.Tests;

/// <summary>The sample authority in a folder of its own, to be changed.</summary>
sealed class CopiedSamples : IDisposable
{
    public CopiedSamples()
    {
        foreach (var file in System.IO.Directory.GetFiles(Original, "*.csv"))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
    }

    public static string Original => Path.Combine(Repository.Root, "samples");

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("authority-").FullName;

    public void Replace(string file, string right, string wrong) =>
        File.WriteAllText(
            Path.Combine(Folder, file),
            File.ReadAllText(Path.Combine(Folder, file)).Replace(right, wrong, StringComparison.Ordinal));

    public void Keep(string file, Func<string, bool> line) =>
        File.WriteAllLines(Path.Combine(Folder, file), [.. File.ReadAllLines(Path.Combine(Folder, file)).Where(line)]);

    public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);
}
