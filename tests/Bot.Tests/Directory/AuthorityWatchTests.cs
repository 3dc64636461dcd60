using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
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
        var written = AuthorityFiles.Read(Samples);
        var read = await new AuthorityTable(bot.Tables).ReadAsync(default);
        Assert.Equal(Lines(written.People), Lines(read.People));
        Assert.Equal(Lines(written.Schools), Lines(read.Schools));
        Assert.Equal(Lines(written.LeadingTeachers), Lines(read.LeadingTeachers));
        Assert.Equal(Lines(written.Inspectors), Lines(read.Inspectors));
        Assert.Equal(Lines(written.Districts), Lines(read.Districts));
    }

    [Fact]
    public async Task A_store_that_has_a_directory_keeps_it()
    {
        var bot = await Instance.StartAsync(azurite);
        await new AuthorityTable(bot.Tables).WriteAsync(Small("Ann"), "1", default);
        var (watch, current) = Watch(bot, import: Samples);

        await watch.LookAsync(default);

        Assert.Equal("Ann", current.Authority.Find(Some.Headteacher.Person.Id)!.Person.Name);
    }

    [Fact]
    public async Task A_directory_without_its_stamp_is_half_written_and_not_used()
    {
        var bot = await Instance.StartAsync(azurite);
        var left = 2;
        bot.Wire.Losses = request => Wire.IsTransaction(request) && left-- <= 0 ? Loss.Busy : null;
        await Assert.ThrowsAnyAsync<Exception>(() => new AuthorityTable(bot.Tables).WriteAsync(AuthorityFiles.Read(Samples), "1", default));
        bot.Wire.Losses = null;
        var (watch, current) = Watch(bot, import: null);

        await watch.LookAsync(default);

        Assert.False(current.IsLoaded);
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

    static (AuthorityWatch, CurrentAuthority) Watch(Instance bot, string? import)
    {
        var settings = new DirectorySettings { Import = import };
        var (current, table) = (new CurrentAuthority(settings, bot.Clock), new AuthorityTable(bot.Tables));
        var handovers = new Handovers(new(bot.Requests, bot.Bookings, current), bot.WorkLists, table, new(bot.Clock, NullLogger<RefusalLog>.Instance));
        return (new(table, current, handovers, settings, bot.Clock, NullLogger<AuthorityWatch>.Instance), current);
    }

    static AuthorityData Small(string head) =>
        new([Some.HeadteacherEntry with { Person = new(Some.Headteacher.Person.Id, head) }], [Some.SchoolEntry], [], [], []);

    static IEnumerable<string> Lines<T>(IEnumerable<T> values) => values.Select(value => JsonSerializer.Serialize(value, StoredJson.Format)).Order(StringComparer.Ordinal);

    static string Samples => Path.Combine(Repository.Root, "samples");
}
