using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Tests;

public sealed class AuthorityWatchTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_empty_store_is_filled_from_the_files_and_read_back_whole()
    {
        var bot = await Instance.StartAsync(azurite);
        var (watch, current) = Watch(bot, import: Samples);

        await watch.LookAsync(default);

        Assert.True(current.IsLoaded);
        var written = AuthorityFiles.Read(Samples, [Some.Scheme]);
        var read = await new AuthorityTable(bot.Tables).ReadAsync(default);
        Assert.Equal(Lines(written.People), Lines(read.People));
        Assert.Equal(Lines(written.Schools), Lines(read.Schools));
        Assert.Equal(Lines(written.LeadingTeachers), Lines(read.LeadingTeachers));
        Assert.Equal(Lines(written.Inspectors), Lines(read.Inspectors));
        Assert.Equal(Lines(written.Districts), Lines(read.Districts));
    }

    [Fact]
    public async Task Files_that_have_not_changed_since_the_last_start_are_not_read_again()
    {
        var bot = await Instance.StartAsync(azurite);
        await Watch(bot, import: Samples).Watch.LookAsync(default);
        await new AuthorityTable(bot.Tables).WriteAsync(Small("Ann"), "1", default);
        var (watch, current) = Watch(bot, import: Samples);

        await watch.LookAsync(default);

        Assert.Equal("Ann", current.Authority.Find(Some.Headteacher.Person.Id)!.Person.Name);
    }

    [Fact]
    public async Task A_corrected_file_is_read_at_the_next_start()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new Copy();
        await Watch(bot, import: copy.Folder).Watch.LookAsync(default);
        copy.Replace("people.csv", "Rajesh Dhaliwal", "Nova Newhead");
        var (watch, current) = Watch(bot, import: copy.Folder);

        await watch.LookAsync(default);

        Assert.Contains((await new AuthorityTable(bot.Tables).ReadAsync(default)).People, member => member.Person.Name == "Nova Newhead");
        Assert.Null(current.Problem);
    }

    [Fact]
    public async Task A_mistake_in_the_files_is_no_fault_of_storage_and_is_said_once()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new Copy();
        copy.Replace("people.csv", "headteacher", "headteecher");
        var log = new FakeLogCollector();
        var (watch, current) = Watch(bot, copy.Folder, log);

        for (var look = 0; look < 3; look++) await watch.LookAsync(default);

        Assert.False(current.IsLoaded);
        Assert.Contains("people.csv, line ", current.Problem, StringComparison.Ordinal);
        Assert.Equal(LogLevel.Critical, Assert.Single(log.GetSnapshot()).Level);
        Assert.Null(await new AuthorityTable(bot.Tables).StampAsync(default));
    }

    [Fact]
    public async Task With_a_directory_in_the_store_a_mistake_in_the_files_stops_nothing()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new Copy();
        await Watch(bot, copy.Folder).Watch.LookAsync(default);
        copy.Replace("people.csv", "headteacher", "headteecher");
        var (watch, current) = Watch(bot, copy.Folder);

        await watch.LookAsync(default);

        Assert.True(current.IsLoaded);
        Assert.Contains("mistakes", current.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_shrinks_by_more_than_a_fifth_waits_to_be_confirmed()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new Copy();
        await Watch(bot, copy.Folder).Watch.LookAsync(default);
        var before = (await new AuthorityTable(bot.Tables).ReadAsync(default)).People.Count;
        copy.Keep("people.csv", line => !line.Contains(",teacher,", StringComparison.Ordinal));
        var (watch, current) = Watch(bot, copy.Folder);

        await watch.LookAsync(default);
        Assert.Equal(before, (await new AuthorityTable(bot.Tables).ReadAsync(default)).People.Count);
        Assert.Contains("--confirm", current.Problem, StringComparison.Ordinal);

        Assert.IsType<Import.Done>(await Importing(bot).RunAsync(copy.Folder, isConfirmed: true, isDryRun: false, default));
        Assert.InRange((await new AuthorityTable(bot.Tables).ReadAsync(default)).People.Count, 1, before / 2);
    }

    [Fact]
    public async Task A_preview_says_what_would_change_and_whom_it_leaves_without_a_headteacher_and_changes_nothing()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new Copy();
        await Watch(bot, copy.Folder).Watch.LookAsync(default);
        copy.Keep("people.csv", line => !line.Contains("Rajesh Dhaliwal", StringComparison.Ordinal));

        var changes = Assert.IsType<Import.Done>(await Importing(bot).RunAsync(copy.Folder, isConfirmed: false, isDryRun: true, default)).Changes;

        Assert.Equal(["Rajesh Dhaliwal"], changes.Kinds[0].Gone);
        Assert.Contains("Thurlewick Castle Infant School has no headteacher.", changes.Left);
        Assert.Contains((await new AuthorityTable(bot.Tables).ReadAsync(default)).People, member => member.Person.Name == "Rajesh Dhaliwal");
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_mended_by_the_files()
    {
        var bot = await Instance.StartAsync(azurite);
        await Watch(bot, Samples).Watch.LookAsync(default);
        var rows = (await new AuthorityTable(bot.Tables).StampAsync(default))!.Rows;
        await bot.Tables.Directory.UpsertEntityAsync(new TableEntity($"person@{rows}", "x") { ["Json"] = "{" });
        var (watch, current) = Watch(bot, Samples);

        await watch.LookAsync(default);

        Assert.True(current.IsLoaded);
    }

    [Fact]
    public async Task What_an_earlier_version_let_in_twice_can_be_read()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.Tables.Directory.UpsertEntityAsync(new TableEntity("stamp", "stamp") { ["Stamp"] = "1" });
        foreach (var key in new[] { "a", "b" })
            await bot.Tables.Directory.UpsertEntityAsync(new TableEntity("person", key) { ["Json"] = JsonSerializer.Serialize(Some.HeadteacherEntry, StoredJson.Format) });
        var (watch, current) = Watch(bot, import: null);

        await watch.LookAsync(default);

        Assert.True(current.IsLoaded);
    }

    [Fact]
    public async Task A_newer_directory_that_is_half_written_is_not_used()
    {
        var bot = await Instance.StartAsync(azurite);
        await new AuthorityTable(bot.Tables).WriteAsync(Small("Ann"), "1", default);
        var left = 2;
        bot.Wire.Losses = request => Wire.IsTransaction(request) && left-- <= 0 ? Loss.Busy : null;
        await Assert.ThrowsAnyAsync<Exception>(() => new AuthorityTable(bot.Tables).WriteAsync(AuthorityFiles.Read(Samples, [Some.Scheme]), "2", default));
        bot.Wire.Losses = null;
        var (watch, current) = Watch(bot, import: null);

        await watch.LookAsync(default);

        Assert.Equal([Some.Headteacher.Person.Id], (await new AuthorityTable(bot.Tables).ReadAsync(default)).People.Select(member => member.Person.Id));
        Assert.True(current.IsLoaded);
    }

    [Fact]
    public async Task A_newer_directory_is_noticed()
    {
        var bot = await Instance.StartAsync(azurite);
        var table = new AuthorityTable(bot.Tables);
        await table.WriteAsync(Small("Ann"), "1", default);
        var (watch, current) = Watch(bot, import: null);
        await watch.LookAsync(default);

        await table.WriteAsync(Small("Ann Newname"), "2", default);
        await watch.LookAsync(default);

        Assert.Equal("Ann Newname", current.Authority.Find(Some.Headteacher.Person.Id)!.Person.Name);
    }

    [Fact]
    public async Task Looking_at_an_unchanged_directory_is_one_round_trip()
    {
        var bot = await Instance.StartAsync(azurite);
        await new AuthorityTable(bot.Tables).WriteAsync(Small("Ann"), "1", default);
        var (watch, _) = Watch(bot, import: null);
        await watch.LookAsync(default);

        Assert.Equal(1, await bot.Wire.CountAsync(() => watch.LookAsync(default)));
    }

    [Fact]
    public async Task Somebody_who_has_left_the_directory_is_not_there_any_more()
    {
        var bot = await Instance.StartAsync(azurite);
        var table = new AuthorityTable(bot.Tables);
        await table.WriteAsync(new([Some.HeadteacherEntry, Some.StrangerEntry], [], [], [], []), "1", default);

        await table.WriteAsync(Small("Ann"), "2", default);

        Assert.Equal([Some.Headteacher.Person.Id], (await table.ReadAsync(default)).People.Select(member => member.Person.Id));
    }

    [Fact]
    public async Task Storage_that_is_down_at_first_is_tried_again_until_the_directory_is_there()
    {
        var bot = await Instance.StartAsync(azurite);
        await new AuthorityTable(bot.Tables).WriteAsync(Small("Ann"), "1", default);
        var refusals = 0;
        var refused = new TaskCompletionSource();
        bot.Wire.Losses = _ =>
        {
            if (Interlocked.Increment(ref refusals) == 3) refused.SetResult();
            return (refusals % 2) == 0 ? Loss.Timeout : Loss.Request;
        };
        var (watch, current) = Watch(bot, import: null);
        using (watch)
        {
            await watch.StartAsync(default);
            await PassingAsync(bot.Clock, () => refused.Task.IsCompleted);
            Assert.False(current.IsLoaded);

            bot.Wire.Losses = null;
            await PassingAsync(bot.Clock, () => current.IsLoaded);
            await watch.StopAsync(default);
        }
    }

    // The clock runs until it is so; every look at storage takes a moment of its own.
    static async Task PassingAsync(FakeTimeProvider clock, Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    static (AuthorityWatch Watch, CurrentAuthority Current) Watch(Instance bot, string? import, FakeLogCollector? log = null)
    {
        var settings = new DirectorySettings { Import = import };
        var (current, table) = (new CurrentAuthority(settings, bot.Clock), new AuthorityTable(bot.Tables));
        var handovers = new Handovers(new(bot.Requests, bot.Bookings, current), bot.WorkLists, table, new(bot.Clock, NullLogger<RefusalLog>.Instance));
        return (new(table, new(table, current, bot.Clock), current, handovers, settings, bot.Clock, new FakeLogger<AuthorityWatch>(log)), current);
    }

    static AuthorityImport Importing(Instance bot) =>
        new(new AuthorityTable(bot.Tables), new CurrentAuthority(new DirectorySettings(), bot.Clock), bot.Clock);

    // The samples, to be changed.
    sealed class Copy : IDisposable
    {
        public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("authority-").FullName;

        public Copy()
        {
            foreach (var file in System.IO.Directory.GetFiles(Samples, "*.csv")) File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }

        public void Replace(string file, string right, string wrong) =>
            File.WriteAllText(Path.Combine(Folder, file), File.ReadAllText(Path.Combine(Folder, file)).Replace(right, wrong, StringComparison.Ordinal));

        public void Keep(string file, Func<string, bool> line) =>
            File.WriteAllLines(Path.Combine(Folder, file), [.. File.ReadAllLines(Path.Combine(Folder, file)).Where(line)]);

        public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);
    }

    static AuthorityData Small(string head) =>
        new([Some.HeadteacherEntry with { Person = new(Some.Headteacher.Person.Id, head) }], [Some.SchoolEntry], [], [], []);

    static IEnumerable<string> Lines<T>(IEnumerable<T> values) => values.Select(value => JsonSerializer.Serialize(value, StoredJson.Format)).Order(StringComparer.Ordinal);

    static string Samples => Path.Combine(Repository.Root, "samples");
}
