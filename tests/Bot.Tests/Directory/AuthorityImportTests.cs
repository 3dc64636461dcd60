using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Tests;

// Taking a folder over into the store: whole or not at all.
public sealed class AuthorityImportTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_directory_that_shrinks_by_more_than_a_fifth_waits_to_be_confirmed()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new CopiedSamples();
        await bot.Watch(copy.Folder).Watch.LookAsync(default);
        var before = (await new AuthorityTable(bot.Tables).ReadAsync(default)).People.Count;
        copy.Keep("people.csv", line => !line.Contains(",teacher,", StringComparison.Ordinal));
        var (watch, current) = bot.Watch(copy.Folder);

        await watch.LookAsync(default);
        Assert.Equal(before, (await new AuthorityTable(bot.Tables).ReadAsync(default)).People.Count);
        Assert.Contains("--confirm", current.Problem, StringComparison.Ordinal);

        Assert.IsType<ImportOutcome.Done>(
            await bot.Importing().RunAsync(copy.Folder, isConfirmed: true, isDryRun: false, default));
        Assert.InRange((await new AuthorityTable(bot.Tables).ReadAsync(default)).People.Count, 1, before / 2);
    }

    [Fact]
    public async Task A_preview_says_what_would_change_and_whom_it_leaves_without_a_headteacher_and_changes_nothing()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new CopiedSamples();
        await bot.Watch(copy.Folder).Watch.LookAsync(default);
        copy.Keep("people.csv", line => !line.Contains("Rajesh Dhaliwal", StringComparison.Ordinal));

        var changes =
            Assert.IsType<ImportOutcome.Done>(
                await bot.Importing().RunAsync(copy.Folder, isConfirmed: false, isDryRun: true, default)).Changes;

        Assert.Equal(["Rajesh Dhaliwal"], changes.Kinds[0].Gone);
        Assert.Contains("Thurlewick Castle Infant School has no headteacher.", changes.Left);
        Assert.Contains(
            (await new AuthorityTable(bot.Tables).ReadAsync(default)).People,
            member => member.Person.Name == "Rajesh Dhaliwal");
    }

    [Fact]
    public async Task A_newer_directory_that_is_half_written_is_not_used()
    {
        var bot = await Instance.StartAsync(azurite);
        await new AuthorityTable(bot.Tables).WriteAsync(DirectoryInstance.Small("Ann"), "1", default);
        var left = 2;
        bot.Wire.Losses = request => Wire.IsTransaction(request) && left-- <= 0 ? Loss.Busy : null;
        await Assert.ThrowsAnyAsync<Exception>(() => new AuthorityTable(bot.Tables)
            .WriteAsync(
                AuthorityFiles.Read(FolderFiles.Read(CopiedSamples.Original), [Some.Scheme]).Data, "2", default));
        bot.Wire.Losses = null;
        var (watch, current) = bot.Watch(null);

        await watch.LookAsync(default);

        Assert.Equal(
            [Some.Headteacher.Person.Id],
            (await new AuthorityTable(bot.Tables).ReadAsync(default)).People.Select(member => member.Person.Id));
        Assert.True(current.IsLoaded);
    }

    [Fact]
    public async Task Somebody_who_has_left_the_directory_is_not_there_any_more()
    {
        var bot = await Instance.StartAsync(azurite);
        var table = new AuthorityTable(bot.Tables);
        await table.WriteAsync(new([Some.HeadteacherEntry, Some.StrangerEntry], [], [], [], [], []), "1", default);

        await table.WriteAsync(DirectoryInstance.Small("Ann"), "2", default);

        Assert.Equal(
            [Some.Headteacher.Person.Id], (await table.ReadAsync(default)).People.Select(member => member.Person.Id));
    }

    [Fact]
    public async Task Of_two_imports_at_once_the_later_stays_whole()
    {
        var bot = await Instance.StartAsync(azurite);
        var rival = new AuthorityTable(bot.Another().Tables);

        // Its people are written, and its schools are not.
        bot.Wire.BeforeTransaction = () =>
        {
            bot.Wire.BeforeTransaction = () =>
                rival.WriteAsync(DirectoryInstance.Small("Ann of the rival"), "2", default);
            return Task.CompletedTask;
        };
        await new AuthorityTable(bot.Tables).WriteAsync(DirectoryInstance.Small("Ann who was last"), "3", default);

        Assert.Null(bot.Wire.BeforeTransaction);
        Assert.Equal(
            ["Ann who was last"], (await rival.ReadAsync(default)).People.Select(member => member.Person.Name));
    }

    [Fact]
    public async Task The_command_previews_imports_and_says_what_it_did()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new CopiedSamples();
        await RunAsync(bot, "import", copy.Folder);
        copy.Replace("people.csv", "Rajesh Dhaliwal", "Nova Newhead");

        var (code, said) = await RunAsync(bot, "import", copy.Folder, "--dry-run");
        Assert.Equal(
            (0, true, false),
            (code, said.Contains("changed: Nova Newhead", StringComparison.Ordinal),
                said.Contains("in use", StringComparison.Ordinal)));
        Assert.DoesNotContain(await PeopleAsync(bot), name => name == "Nova Newhead");

        (code, said) = await RunAsync(bot, "import", copy.Folder);
        Assert.Equal((0, true), (code, said.Contains("The directory is in use.", StringComparison.Ordinal)));
        Assert.Contains(await PeopleAsync(bot), name => name == "Nova Newhead");
    }

    [Fact]
    public async Task The_command_names_every_mistake_and_ends_with_1()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new CopiedSamples();
        copy.Replace("people.csv", ",finance,", ",finanse,");

        var (code, said) = await RunAsync(bot, "import", copy.Folder);

        Assert.Equal(1, code);
        Assert.Contains("There is no such role. Did you mean finance?", said, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", said, StringComparison.Ordinal);
        Assert.Null(await new AuthorityTable(bot.Tables).StampAsync(default));
    }

    [Fact]
    public async Task The_command_asks_for_a_shrinking_directory_to_be_confirmed()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new CopiedSamples();
        await RunAsync(bot, "import", copy.Folder);
        copy.Keep("people.csv", line => !line.Contains(",teacher,", StringComparison.Ordinal));

        var (code, said) = await RunAsync(bot, "import", copy.Folder);
        Assert.Equal((1, true), (code, said.Contains("add --confirm", StringComparison.Ordinal)));
        Assert.Equal(0, (await RunAsync(bot, "import", copy.Folder, "--confirm")).Code);
    }

    [Fact]
    public async Task The_command_needs_a_folder_that_is_there()
    {
        var bot = await Instance.StartAsync(azurite);

        var (code, said) = await RunAsync(bot, "import", "no-such-folder");

        Assert.Equal((1, "Please name the folder of the files: import FOLDER."), (code, said.Trim()));
    }

    static async Task<(int Code, string Said)> RunAsync(Instance bot, params string[] args)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(new DirectorySettings())
            .AddSingleton(new AuthorityTable(bot.Tables))
            .AddSingleton(bot.Importing())
            .BuildServiceProvider();
        var output = new StringWriter();
        return (await ImportCommand.RunAsync(services, args, output), output.ToString());
    }

    static async Task<IEnumerable<string>> PeopleAsync(Instance bot) =>
        (await new AuthorityTable(bot.Tables).ReadAsync(default)).People.Select(member => member.Person.Name);
}
