using System.Globalization;
using static OutreachBot.EndToEnd.Tests.Rehearsal.TinyBot;

namespace OutreachBot.EndToEnd.Tests.Rehearsal;

public sealed class RestartTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rehearsal-");

    [Fact]
    public async Task Chats_with_updates_answers_and_what_was_seen_are_kept()
    {
        string before, peopleBefore;
        await using (var bot = await TinyBot.StartAsync(folder.FullName))
        {
            await SomethingOfEverythingAsync(bot);
            before = (await bot.ChatAsync(Inspector)).ToJsonString();
            peopleBefore = await PeopleAsync(bot);
        }

        await using var again = await TinyBot.StartAsync(folder.FullName);

        Assert.Equal(before, (await again.ChatAsync(Inspector)).ToJsonString());
        Assert.Equal(peopleBefore, await PeopleAsync(again));
    }

    [Fact]
    public async Task The_bot_is_not_installed_again()
    {
        await using (var bot = await TinyBot.StartAsync(folder.FullName))
            await bot.PageAsync("open", new { person = Head });

        await using var again = await TinyBot.StartAsync(folder.FullName);
        await again.PageAsync("open", new { person = Head });

        Assert.Empty(again.Received);
    }

    [Fact]
    public async Task A_line_that_was_torn_by_a_kill_costs_only_itself()
    {
        await using (var bot = await TinyBot.StartAsync(folder.FullName))
            await bot.TellAsync(Head, new { type = "message", text = "Before" });
        File.AppendAllText(FileOf(Head), """{"kind":"fromBot","id":"99""");

        await using (var bot = await TinyBot.StartAsync(folder.FullName))
            await bot.TellAsync(Head, new { type = "message", text = "After" });

        await using var again = await TinyBot.StartAsync(folder.FullName);
        var texts = (await again.ChatAsync(Head)).Select(message => (string?)message!["activity"]!["text"]);
        Assert.Equal(["Before", "After"], texts);
    }

    [Fact]
    public async Task Ids_after_a_restart_are_greater_than_those_before()
    {
        // As though the clock had been set back by years since the file was written.
        var future = DateTimeOffset.UtcNow.AddYears(3).ToUnixTimeMilliseconds();
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(Head))!);
        File.WriteAllText(FileOf(Head), $$"""{"kind":"seen","id":"{{future}}","at":"2029-01-01T00:00:00Z"}""" + "\n");

        await using var bot = await TinyBot.StartAsync(folder.FullName);
        var id = await bot.TellAsync(Teacher, new { type = "message", text = "Hello" });

        Assert.True(long.Parse(id, CultureInfo.InvariantCulture) > future);
    }

    string FileOf(string person) => Path.Combine(folder.FullName, "chats", $"{person}.jsonl");

    static async Task SomethingOfEverythingAsync(TinyBot bot)
    {
        await bot.PageAsync("open", new { person = Inspector });
        await bot.PageAsync("send", new { person = Inspector, text = "tasks" });
        var first = await bot.TellAsync(Inspector, Cards.Message(Cards.Question, "Release?"));
        await bot.PageAsync("seen", new { person = Inspector, message = first });
        bot.Answer = _ => Task.FromResult(Cards.Card(Cards.Says("Agreed")));
        var action = new { type = "Action.Execute", verb = "agree", data = new { } };
        await bot.PageAsync("press", new { person = Inspector, message = first, card = 0, action });
        await bot.TellAsync(Inspector, new { type = "message", text = "Unread" });
    }

    static async Task<string> PeopleAsync(TinyBot bot)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(bot.Address, "/rehearsal/api/start"));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
