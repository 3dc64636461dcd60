using System.Globalization;
using OutreachBot.Rehearsal;

namespace OutreachBot.Benchmarks;

/// <summary>docs/performance.md, written whole from a run and from the prose beside this file.</summary>
static class Page
{
    public static void Write(IReadOnlyList<Figure> figures)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "benchmarks", "performance.md"))
            .Replace(
                "{{date}}", DateTime.Today.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
                StringComparison.Ordinal)
            .Replace("{{machine}}", Machine, StringComparison.Ordinal)
            .Replace("{{table}}", string.Join('\n', figures.Select(Row)), StringComparison.Ordinal);
        foreach (var figure in figures)
            page = page.Replace($"{{{{{figure.Id}}}}}", figure.Details, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Repository.Root, "docs", "performance.md"), page);
    }

    static string Row(Figure figure) =>
        $"| {figure.Id} | {figure.Measure} | {figure.Asked} | {figure.Reached} | {figure.Besides} |";

    static string Machine =>
        $"{Environment.ProcessorCount} virtual processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} "
            + $"GB, .NET {Environment.Version}, {(OperatingSystem.IsLinux() ? "Linux" : "not Linux")}";
}
