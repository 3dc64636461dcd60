using System.Reflection;
using NetArchTest.Rules;
using OutreachBot.Bot.Operations;
using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

/// <summary>Who may know which library. What the project files may say is tested beside the workflow.</summary>
public sealed class ArchitectureTests
{
    static readonly Assembly Bot = typeof(RefusalLog).Assembly;

    [Theory]
    [InlineData("Microsoft.Bot", "OutreachBot.Bot.Teams")]
    [InlineData("Azure.Data.Tables", "OutreachBot.Bot.Storage")]
    [InlineData("Microsoft.Graph", "OutreachBot.Bot.Graph")]
    public void Only_one_folder_of_the_bot_knows(string library, string folder) => Holds(
        Types.InAssembly(Bot).That().DoNotResideInNamespace(folder).Should().NotHaveDependencyOnAny(library));

    // Each may know those before it. Program and what it composes know all of them, and none of them knows it.
    static readonly string[] Folders =
        ["Storage", "Directory", "Operations", "Workflows", "Verification", "Conversation", "Teams", "Notifications"];

    public static TheoryData<string> EachFolder => [.. Folders];

    [Theory, MemberData(nameof(EachFolder))]
    public void A_folder_of_the_bot_knows_only_those_before_it(string folder)
    {
        string[] behind = [.. Folders.SkipWhile(other => other != folder).Skip(1), "Composition"];

        Holds(Types.InAssembly(Bot).That().ResideInNamespace($"OutreachBot.Bot.{folder}")
            .Should().NotHaveDependencyOnAny([.. behind.Select(other => $"OutreachBot.Bot.{other}")]));
    }

    // A workflow knows what all share, and what all share knows no workflow.
    static readonly string[] Shared = ["Directory", "Forms", "Schemes", "Cases"];

    public static TheoryData<string> EachShared => [.. Shared];

    [Theory, MemberData(nameof(EachShared))]
    public void A_folder_that_all_workflows_share_knows_only_those_before_it(string folder) => Holds(
        Types.InAssembly(typeof(Person).Assembly).That().ResideInNamespace($"OutreachBot.Workflow.{folder}")
            .Should().NotHaveDependencyOnAny(
                [.. Behind(folder).Select(other => $"OutreachBot.Workflow.{other}"), .. OfWorkflows]));

    static IEnumerable<string> Behind(string folder) => Shared.SkipWhile(other => other != folder).Skip(1);

    // Whatever is no shared folder is a workflow.
    static string[] OfWorkflows =>
    [
        .. new[] { typeof(Person).Assembly, typeof(View).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Select(type => type.Namespace)
            .OfType<string>()
            .Where(one => one.StartsWith("OutreachBot.", StringComparison.Ordinal))
            .Except([.. Shared.Select(folder => $"OutreachBot.Workflow.{folder}"), "OutreachBot.Cards.Elements"])
            .Distinct(),
    ];

    [Fact]
    public void There_is_one_workflow_in_a_folder_of_its_own_on_both_sides() =>
        Assert.Equal(["OutreachBot.Cards.Outreach", "OutreachBot.Workflow.Outreach"], OfWorkflows.Order());

    [Fact]
    public void The_elements_of_cards_know_no_workflow() => Holds(
        Types.InAssembly(typeof(View).Assembly).That().ResideInNamespace("OutreachBot.Cards.Elements")
            .Should().NotHaveDependencyOnAny(OfWorkflows));

    // The registry's folder, and where the lines of the registry stand.
    [Fact]
    public void Of_the_bot_only_the_folder_of_workflows_knows_one() => Holds(
        Types.InAssembly(Bot)
            .That().DoNotResideInNamespace("OutreachBot.Bot.Workflows").And().DoNotHaveName("Composition")
            .Should().NotHaveDependencyOnAny(OfWorkflows));

    [Fact]
    public void Every_type_of_the_bot_is_in_a_folder() => Assert.Equal(
        ["Composition", "Program"],
        Bot.GetTypes()
            .Where(type => !type.IsNested && !Folders.Any(folder => type.Namespace == $"OutreachBot.Bot.{folder}"))
            .Select(type => type.Name).Where(name => char.IsLetter(name[0])).Order(StringComparer.Ordinal));

    // More than six things are no one thing. Records say what something is, and may have more.
    [Fact]
    public void A_constructor_fits_in_a_readers_head() => Assert.Empty(
        from type in Bot.GetTypes()
        where type.GetMethod("<Clone>$") is null && !type.Name.Contains('<')
        from constructor in type.GetConstructors(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        where constructor.GetParameters().Length > 6
        select $"{type.Name}: {constructor.GetParameters().Length}");

    public static TheoryData<Assembly> Pure => [typeof(Person).Assembly, typeof(CardFor).Assembly];

    [Theory, MemberData(nameof(Pure))]
    public void What_is_pure_knows_neither_the_web_nor_the_cloud_and_waits_for_nothing(Assembly assembly) => Holds(
        Types.InAssembly(assembly).Should()
            .NotHaveDependencyOnAny(
                "Microsoft.AspNetCore", "Microsoft.Bot", "Microsoft.Graph", "Azure", "System.Threading"));

    [Fact]
    public void The_workflow_knows_one_kind_of_JSON() => Holds(
        Types.InAssembly(typeof(Person).Assembly).Should().NotHaveDependencyOnAny("Newtonsoft"));

    // The package takes what a button carries as an object of its own JSON, which is Newtonsoft's.
    [Fact]
    public void Of_the_cards_only_buttons_know_the_JSON_of_their_package() => Holds(
        Types.InAssembly(typeof(CardFor).Assembly)
            .That().DoNotHaveName("Buttons").Should().NotHaveDependencyOnAny("Newtonsoft"));

    static void Holds(ConditionList rule)
    {
        var result = rule.GetResult();
        Assert.True(
            result.IsSuccessful,
            string.Join('\n', result.FailingTypes.Select(type => $"{type.FullName}: {type.Explanation}")));
    }
}
