using System.Text.RegularExpressions;

namespace OutreachBot.Bot.Tests;

/// <summary>What <c>docs/rules.md</c> says is proved, a test proves, and the other way round.</summary>
public sealed partial class RulesPageTests
{
    static readonly IReadOnlyList<(string Rule, string Decided, string Proved)> Page =
    [
        .. from line in File.ReadLines(Path.Combine(Repository.Root, "docs", "rules.md"))
           where Rule().IsMatch(line)
           let cells = line.Split('|')
           select (cells[1].Trim(), cells[3], cells[4]),
    ];

    [Fact]
    public void Every_rule_on_the_page_has_the_tests_that_carry_it_and_no_others()
    {
        var tests = Path.Combine(Repository.Root, "tests");
        var carried =
            from file in System.IO.Directory.EnumerateFiles(tests, "*Tests.cs", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(tests, file).Replace('\\', '/')
            where !name.Contains("/obj/", StringComparison.Ordinal)
            from Match trait in Trait().Matches(File.ReadAllText(file))
            select $"{trait.Groups[1].Value} by {name}";
        var told = Page.SelectMany(row => Files(row.Proved).Select(file => $"{row.Rule} by {file}"));

        Assert.Equal(carried.Distinct().Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_stands_once_and_is_decided_in_files_that_are_there()
    {
        Assert.Equal(
            Page.Select(row => row.Rule).Distinct().Order(StringComparer.Ordinal), Page.Select(row => row.Rule));
        Assert.All(Page, row => Assert.NotEmpty(Files(row.Decided)));
        Assert.All(
            Page.SelectMany(row => Files(row.Decided)),
            file => Assert.True(File.Exists(Path.Combine(Repository.Root, "src", file)), file));
    }

    static IEnumerable<string> Files(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^\| [A-Z]-\d\d ")]
    private static partial Regex Rule();

    [GeneratedRegex(@"Trait\(""Rule"", ""([^""]+)""\)")]
    private static partial Regex Trait();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
