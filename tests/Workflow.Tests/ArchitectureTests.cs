using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
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

    [Fact]
    public void The_workflow_needs_no_package()
    {
        Assert.Empty(References("src/Workflow", "PackageReference"));
        Assert.Empty(References("src/Workflow", "MicrosoftPackage"));
        Assert.Empty(References("src/Workflow", "FrameworkReference"));
    }

    [Fact]
    public void The_cards_need_only_adaptive_cards()
    {
        Assert.Empty(References("src/Cards", "PackageReference"));
        Assert.Equal(["AdaptiveCards"], References("src/Cards", "MicrosoftPackage"));
    }

    [Theory]
    [InlineData("src/Workflow")]
    [InlineData("src/Cards")]
    public void What_is_pure_knows_no_clock_no_chance_no_file_and_no_network(string project)
    {
        string[] impure =
        [
            "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow",
                "TimeProvider", "Stopwatch",
            "Guid.NewGuid", "Guid.CreateVersion7", "new Random", "Random.Shared", "RandomNumberGenerator",
                "System.IO", "File.", "Directory.",
            "HttpClient", "System.Net", "Environment.", "Console.", "Task.", "async ", "Thread",
        ];
        var sources = Directory.EnumerateFiles(Repository.Path(project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, file => Assert.DoesNotContain(
            File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)),
            line => impure.Any(word => line.Contains(word, StringComparison.Ordinal))));
    }

    public static TheoryData<string> Events => [.. Cases.Of<RequestEvent>().Select(type => type.Name)];

    [Theory, MemberData(nameof(Events))]
    public void Every_event_has_a_rule_in_Evolve_and_in_Notices(string name)
    {
        var type = Cases.Of<RequestEvent>().Single(type => type.Name == name);
        var what = (RequestEvent)RuntimeHelpers.GetUninitializedObject(type);
        var request = Given.AClosedRequest.Request;

        // Behind an event that everybody knows, so that the shortcut for an event that comes first is not taken.
        Recorded[] recorded = [.. new RequestEvent[] { new RequestEvent.Form1Approved(""), what }
            .Select(one => new Recorded(request.Version + 1, Given.AClosedRequest.Now, Some.Headteacher.Person, one))];

        NoMissingRule(() => request.Evolve(recorded[1]));
        NoMissingRule(() => Notices.After(request, request, recorded, Some.Facts));
    }

    [Fact]
    public void Every_command_comes_to_something_somewhere() => Assert.Equal(
        Cases.Of<Command>().Select(type => type.Name).Order(StringComparer.Ordinal),
        Given.Everything.Values
            .SelectMany(given => Presses.On(given)
                .Where(press => given.When(press.Actor, press.Command).Recorded.Count > 0))
            .Select(press => press.Command.GetType().Name).Distinct().Order(StringComparer.Ordinal));

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
        XDocument.Load(Directory.GetFiles(Repository.Path(project), "*.csproj").Single())
            .Descendants(kind).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
