using static OutreachBot.EndToEnd.Tests.Rehearsal.TinyBot;

namespace OutreachBot.EndToEnd.Tests.Rehearsal;

public sealed class LiveTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rehearsal-");

    [Fact]
    public async Task An_open_page_hears_of_a_message_at_once()
    {
        await using var bot = await TinyBot.StartAsync(folder.FullName);
        using var events = new StreamReader(await bot.ListenAsync());
        Assert.Contains("\"kind\":\"hello\"", await NextAsync(events));

        await bot.TellAsync(Head, new { type = "message", text = "Hello" });

        var heard = await NextAsync(events);
        Assert.Contains($"\"person\":\"{Head}\"", heard);
        Assert.Contains("\"unread\":1", heard);
    }

    [Fact]
    public async Task Open_pages_are_let_go_when_the_process_stops()
    {
        var bot = await TinyBot.StartAsync(folder.FullName);
        using var events = new StreamReader(await bot.ListenAsync());
        await NextAsync(events);
        var rest = events.ReadToEndAsync();

        await bot.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(2));

        // Broken off, it would throw here, and stand in the console as an error of the bot.
        Assert.Equal("", (await rest).Trim());
    }

    [Theory]
    [InlineData("localhost:3978", 200)]
    [InlineData("127.0.0.1:3978", 200)]
    [InlineData("[::1]:3978", 200)]
    [InlineData("bot.example", 404)]
    [InlineData("127.0.0.1.example", 404)]
    public async Task Only_loopback_names_are_served(string host, int status)
    {
        await using var bot = await TinyBot.StartAsync(folder.FullName);

        Assert.Equal(status, await bot.StatusForHostAsync(host));
    }

    static async Task<string> NextAsync(StreamReader events)
    {
        while (true)
            if (await events.ReadLineAsync() is { Length: > 0 } line)
                return line;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
