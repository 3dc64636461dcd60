using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;

namespace OutreachBot.Bot.Tests;

/// <summary>What an instance has for its directory.</summary>
static class DirectoryInstance
{
    public static (AuthorityWatch Watch, CurrentAuthority Current) Watch(
        this Instance bot, string? import, FakeLogCollector? log = null) =>
        bot.WatchWith(new() { Import = import }, log);

    public static (AuthorityWatch Watch, CurrentAuthority Current) WatchWith(
        this Instance bot, DirectorySettings settings, FakeLogCollector? log = null)
    {
        var (current, table) = (new CurrentAuthority(settings, bot.Clock), new AuthorityTable(bot.Tables));
        var handovers = new Handovers(
            new(bot.Store, bot.Registry, current), bot.WorkLists, table,
            new(bot.Clock, NullLogger<RefusalLog>.Instance));
        return (new(
            table, new(table, new(bot.Tables), current, settings, bot.Clock), current, handovers, bot.Clock,
            new FakeLogger<AuthorityWatch>(log)), current);
    }

    public static AuthorityImport Importing(this Instance bot)
    {
        var settings = new DirectorySettings();
        return new(new(bot.Tables), new(bot.Tables), new(settings, bot.Clock), settings, bot.Clock);
    }

    /// <summary>An authority of one headteacher, who is called like this.</summary>
    public static AuthorityData Small(string head) =>
        new([Some.HeadteacherEntry with { Person = new(Some.Headteacher.Person.Id, head) }], [Some.SchoolEntry], [], [],
            [], []);
}
