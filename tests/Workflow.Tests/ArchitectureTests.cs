using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Workflow.Tests;

// The rules of the house. Reading the project files also finds a reference that is declared and not used.
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("src/Workflow", "")]
    [InlineData("src/Cards", "Workflow")]
    [InlineData("src/Bot", "Cards Workflow")]
    public void Projects_refer_only_inwards(string project, string allowed) => Assert.Empty(
        References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension)
            .Except(["Rehearsal"]).Except(allowed.Split(' ')));

    [Theory]
    [InlineData("src/Workflow", "")]
    [InlineData("src/Cards", "true")]
    public void What_is_pure_needs_no_package_but_that_of_the_cards(string project, string usesCards)
    {
        Assert.Empty(References(project, "PackageReference"));
        Assert.Empty(References(project, "FrameworkReference"));
        Assert.Equal(usesCards, Property(project, "UsesAdaptiveCards"));
    }

    [Theory]
    [InlineData("src/Workflow")]
    [InlineData("src/Cards")]
    public void What_is_pure_is_built_without_clock_chance_file_and_network(string project) =>
        Assert.Equal("true", Property(project, "IsPure"));

    [Fact]
    public void Nothing_stands_in_for_a_package_but_for_that_of_the_cards()
    {
        Assert.Equal(["AdaptiveCards"], System.IO.Directory.GetDirectories(Repository.Path("sdk")).Select(Path.GetFileName));
        Assert.All(
            System.IO.Directory.GetFiles(Repository.Path(""), "*.csproj", SearchOption.AllDirectories),
            project => Assert.DoesNotContain(
                References(Path.GetDirectoryName(project)!, "ProjectReference")
                    .Except(["../../sdk/AdaptiveCards/AdaptiveCards.csproj"]),
                reference => reference.Contains("sdk/", StringComparison.Ordinal)));
    }

    // A text that is one piece, such as a pattern or JSON, may be wider than the page.
    [Fact]
    public void Lines_fit_the_page() => Assert.Empty(
        from file in SourceFiles()
        from line in File.ReadLines(file)
        where line.Length > 120 && !HoldsOneText(line) && !IsInsideText(file, line)
        select $"{Path.GetFileName(file)}: {line}");

    public static TheoryData<string> Events => [.. ClosedTypes.Events.Select(type => type.Name)];

    [Theory, MemberData(nameof(Events))]
    public void Every_event_has_a_rule_in_Evolve_and_in_Notices(string name)
    {
        var type = ClosedTypes.Events.Single(type => type.Name == name);
        var what = (CaseEvent)RuntimeHelpers.GetUninitializedObject(type);
        var request = Given.AClosedRequest.Request;

        // Behind an event that everybody knows, so that the shortcut for an event that comes first is not taken.
        Recorded[] recorded = [.. new CaseEvent[] { new RequestEvent.Form1Approved(""), what }
            .Select(one => new Recorded(request.Version + 1, Given.AClosedRequest.Now, Some.Headteacher.Person, one))];

        NoMissingRule(() => request.Evolve(recorded[1]));
        NoMissingRule(() => Notices.After(request, request, recorded, Some.Facts));
    }

    [Fact]
    public void Every_command_comes_to_something_somewhere() => Assert.Equal(
        ClosedTypes.Commands.Select(type => type.Name).Except([nameof(Command.FollowDirectory)])
            .Order(StringComparer.Ordinal),
        Given.Everything.Values
            .SelectMany(given => Presses.On(given)
                .Where(press => given.When(press.Actor, press.Command).Recorded.Count > 0))
            .Select(press => press.Command.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    static IEnumerable<string> SourceFiles() =>
        from folder in (string[])["src", "sdk", "tools", "tests", "benchmarks"]
        from file in System.IO.Directory.GetFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Intersect(["obj", "bin", "node_modules"]).Any()
        select file;

    static bool HoldsOneText(string line) => line.LastIndexOf('"') - line.IndexOf('"') > 60;

    // Behind an odd number of the marks that open and close a raw text.
    static bool IsInsideText(string file, string line) => File.ReadLines(file)
        .TakeWhile(other => other != line)
        .Sum(other => other.Split("\"\"\"").Length - 1) % 2 == 1;

    static void NoMissingRule(Action act)
    {
        try { act(); }
        catch (UnreachableException missing) { Assert.Fail(missing.Message); }
        catch (Exception unset) when (unset is NullReferenceException or ArgumentException or InvalidOperationException)
        {
            // An event without its values may well break a rule; it has one.
        }
    }

    static IEnumerable<string> References(string project, string kind) =>
        Project(project).Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));

    static string Property(string project, string name) =>
        string.Concat(Project(project).Descendants(name).Select(property => property.Value));

    static XDocument Project(string folder) =>
        XDocument.Load(System.IO.Directory.GetFiles(Repository.Path(folder), "*.csproj").Single());
}
