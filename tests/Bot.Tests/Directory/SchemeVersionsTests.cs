using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Workflows;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

// A case keeps the scheme with which it began: a newer file never changes what an older case asks or owes.
public sealed class SchemeVersionsTests(AzuriteFixture azurite) : IDisposable
{
    static readonly string Right =
        File.ReadAllText(Path.Combine(Repository.Root, "src", "Workflow", "Schemes", "hampshire-lt.json"));

    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("schemes-");

    [Fact]
    public async Task What_has_begun_goes_on_by_its_version_and_what_begins_has_the_newer()
    {
        var bot = await Instance.StartAsync(azurite);
        await LookAsync(bot, Right);

        var current = await LookAsync(bot, Newer(Right));

        Assert.Equal(250, RateOf(current, version: 1));
        Assert.Equal(300, RateOf(current, version: 2));
        Assert.Equal(300, current.FactsFor(new Request(Some.Id)).Scheme.DayRate);
    }

    [Fact]
    public async Task A_file_that_says_something_else_under_the_same_version_is_not_used()
    {
        var bot = await Instance.StartAsync(azurite);
        await LookAsync(bot, Right);

        var problem = await Assert.ThrowsAsync<InvalidDataException>(
            () => LookAsync(bot, Right.Replace("\"fieldDays\": 9", "\"fieldDays\": 12", StringComparison.Ordinal)));

        Assert.Equal(
            "hampshire-lt.json says something else than it did, and its version is still 1. Please make it 2: requests "
            + "that have begun go on as they were.",
            problem.Message);
    }

    [Fact]
    public async Task A_file_that_is_only_set_out_in_another_way_is_the_same()
    {
        var bot = await Instance.StartAsync(azurite);
        await LookAsync(bot, Right);

        var current = await LookAsync(bot, "// Ours.\n" + Right.Replace("  ", " ", StringComparison.Ordinal));

        Assert.Equal(250, RateOf(current, version: 1));
    }

    [Fact]
    public async Task An_instance_learns_of_a_version_that_a_newer_one_has_begun_with()
    {
        var bot = await Instance.StartAsync(azurite);
        var (watch, older) = Watch(bot, Right);
        await watch.LookAsync(default);
        await LookAsync(bot, Newer(Right));

        Assert.Throws<InvalidOperationException>(() => RateOf(older, version: 2));
        await watch.LookAsync(default);

        Assert.Equal(300, RateOf(older, version: 2));
        Assert.Equal(250, older.FactsFor(new Request(Some.Id)).Scheme.DayRate);
    }

    [Fact]
    public async Task What_is_kept_is_what_this_instance_goes_by_and_not_what_the_file_says_later()
    {
        var bot = await Instance.StartAsync(azurite);
        var (watch, current) = Watch(bot, Right);
        var file = folder.EnumerateFiles("hampshire-lt.json", SearchOption.AllDirectories).Single();
        File.WriteAllText(file.FullName, Right.Replace("\"dayRate\": 250", "\"dayRate\": 300", StringComparison.Ordinal)
            .Replace("\"cost\": 500", "\"cost\": 600", StringComparison.Ordinal));
        await watch.LookAsync(default);

        Assert.Equal(250, RateOf(current, version: 1));
        Assert.Equal(250, RateOf(await LookAsync(bot, Newer(Right)), version: 1));
    }

    public void Dispose() => folder.Delete(recursive: true);

    async Task<CurrentAuthority> LookAsync(Instance bot, string file)
    {
        var (watch, current) = Watch(bot, file);
        await watch.LookAsync(default);
        return current;
    }

    (AuthorityWatch Watch, CurrentAuthority Current) Watch(Instance bot, string file)
    {
        var schemes = folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
        File.WriteAllText(Path.Combine(schemes, "hampshire-lt.json"), file);
        return bot.WatchWith(new() { Import = CopiedSamples.Original, Schemes = schemes });
    }

    static string Newer(string file) => file
        .Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)
        .Replace("\"dayRate\": 250", "\"dayRate\": 300", StringComparison.Ordinal);

    static decimal RateOf(CurrentAuthority current, int version) => current.FactsFor(
        new Request(Some.Id) { Version = 1, Scheme = "hampshire-lt", SchemeVersion = version }).Scheme.DayRate;
}
