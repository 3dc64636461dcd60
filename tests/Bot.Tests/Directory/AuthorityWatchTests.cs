using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
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
        var (watch, current) = bot.Watch(CopiedSamples.Original);

        await watch.LookAsync(default);

        Assert.True(current.IsLoaded);
        var written = AuthorityFiles.Read(FolderFiles.Read(CopiedSamples.Original), [Some.Scheme]).Data;
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
        await bot.Watch(CopiedSamples.Original).Watch.LookAsync(default);
        await new AuthorityTable(bot.Tables).WriteAsync(DirectoryInstance.Small("Ann"), "1", default);
        var (watch, current) = bot.Watch(CopiedSamples.Original);

        await watch.LookAsync(default);

        Assert.Equal("Ann", current.Authority.Find(Some.Headteacher.Person.Id)!.Person.Name);
    }

    [Fact]
    public async Task A_corrected_file_is_read_at_the_next_start()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new CopiedSamples();
        await bot.Watch(copy.Folder).Watch.LookAsync(default);
        copy.Replace("people.csv", "Rajesh Dhaliwal", "Nova Newhead");
        var (watch, current) = bot.Watch(copy.Folder);

        await watch.LookAsync(default);

        Assert.Contains(
            (await new AuthorityTable(bot.Tables).ReadAsync(default)).People,
            member => member.Person.Name == "Nova Newhead");
        Assert.Null(current.Problem);
    }

    [Fact]
    public async Task A_mistake_in_the_files_is_no_fault_of_storage_and_is_said_once()
    {
        var bot = await Instance.StartAsync(azurite);
        using var copy = new CopiedSamples();
        copy.Replace("people.csv", "headteacher", "headteecher");
        var log = new FakeLogCollector();
        var (watch, current) = bot.Watch(copy.Folder, log);

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
        using var copy = new CopiedSamples();
        await bot.Watch(copy.Folder).Watch.LookAsync(default);
        copy.Replace("people.csv", "headteacher", "headteecher");
        var (watch, current) = bot.Watch(copy.Folder);

        await watch.LookAsync(default);

        Assert.True(current.IsLoaded);
        Assert.Contains("mistakes", current.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_mended_by_the_files()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.Watch(CopiedSamples.Original).Watch.LookAsync(default);
        var rows = (await new AuthorityTable(bot.Tables).StampAsync(default))!.Rows;
        await bot.Tables.Directory.UpsertEntityAsync(new TableEntity($"person@{rows}", "x") { ["Json"] = "{" });
        var (watch, current) = bot.Watch(CopiedSamples.Original);

        await watch.LookAsync(default);

        Assert.True(current.IsLoaded);
    }

    [Fact]
    public async Task What_an_earlier_version_let_in_twice_can_be_read()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.Tables.Directory.UpsertEntityAsync(new TableEntity("stamp", "stamp") { ["Stamp"] = "1" });
        foreach (var key in new[] { "a", "b" })
            await bot.Tables.Directory.UpsertEntityAsync(new TableEntity(
                    "person", key)
            { ["Json"] = JsonSerializer.Serialize(Some.HeadteacherEntry, StoredJson.Format) });
        var (watch, current) = bot.Watch(null);

        await watch.LookAsync(default);

        Assert.True(current.IsLoaded);
    }

    [Fact]
    public async Task A_newer_directory_is_noticed()
    {
        var bot = await Instance.StartAsync(azurite);
        var table = new AuthorityTable(bot.Tables);
        await table.WriteAsync(DirectoryInstance.Small("Ann"), "1", default);
        var (watch, current) = bot.Watch(null);
        await watch.LookAsync(default);

        await table.WriteAsync(DirectoryInstance.Small("Ann Newname"), "2", default);
        await watch.LookAsync(default);

        Assert.Equal("Ann Newname", current.Authority.Find(Some.Headteacher.Person.Id)!.Person.Name);
    }

    [Fact]
    public async Task Looking_at_an_unchanged_directory_is_one_round_trip()
    {
        var bot = await Instance.StartAsync(azurite);
        await new AuthorityTable(bot.Tables).WriteAsync(DirectoryInstance.Small("Ann"), "1", default);
        var (watch, _) = bot.Watch(null);
        await watch.LookAsync(default);

        Assert.Equal(1, await bot.Wire.CountAsync(() => watch.LookAsync(default)));
    }

    [Fact]
    public async Task Storage_that_is_down_at_first_is_tried_again_until_the_directory_is_there()
    {
        var bot = await Instance.StartAsync(azurite);
        await new AuthorityTable(bot.Tables).WriteAsync(DirectoryInstance.Small("Ann"), "1", default);
        var refusals = 0;
        var refused = new TaskCompletionSource();
        bot.Wire.Losses = _ =>
        {
            if (Interlocked.Increment(ref refusals) == 3) refused.SetResult();
            return (refusals % 2) == 0 ? Loss.Timeout : Loss.Request;
        };
        var (watch, current) = bot.Watch(null);
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
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    static IEnumerable<string> Lines<T>(IEnumerable<T> values) =>
        values.Select(value => JsonSerializer.Serialize(value, StoredJson.Format)).Order(StringComparer.Ordinal);
}
