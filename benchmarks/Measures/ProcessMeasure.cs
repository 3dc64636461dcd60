using OutreachBot.Benchmarks.Doubles;
using OutreachBot.Benchmarks.Processes;
using OutreachBot.Channel;
using OutreachBot.Rehearsal;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P10: the published bot in a process of its own beside a bare web server in another: how long each takes to start,
/// what memory each has at rest, and what the bot has after 100,000 presses. Nobody tells it to collect garbage.
/// </summary>
static class ProcessMeasure
{
    const int Starts = 7;
    const int Actions = 100_000;
    const int WarmUp = 5_000;
    const int AtOnce = 8;
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await PublishedBot.MakeAsync();
        await using var tables = await TablesServer.StartAsync();
        var (starts, memory, bots) = (new List<double>(), new List<double>(),
            new List<(double Seconds, double Megabytes)>());
        for (var round = -1; round < Starts; round++)
        {
            var bare = await StartAsync(Bare.Program);
            var bot = await StartAsync(
                PublishedBot.Program, ("ASPNETCORE_ENVIRONMENT", "Production"), ("MicrosoftAppId", Issuer.AppId),
                ("Teams__Tenants__0", Guid.Empty.ToString()), ("Storage__ConnectionString", tables.ConnectionString));
            if (round < 0) continue;

            starts.Add(bot.Seconds / bare.Seconds);
            memory.Add(bot.Megabytes / bare.Megabytes);
            bots.Add(bot);
        }
        var (before, after, rest) = await LoadAsync(tables);
        return
        [
            new("P10", "start to ready, over a bare web server", "≤ 2", Spread.Of(starts),
                FormattableString.Invariant($"{Spread.Of(bots.Select(bot => bot.Seconds)).Median:0.00} s")),
            new("P10", "memory at rest, over a bare web server", "≤ 2", Spread.Of(memory),
                FormattableString.Invariant($"{Spread.Of(bots.Select(bot => bot.Megabytes)).Median:0} MB")),
            new(
                "P10", $"memory after 100,000 actions, over before", "≤ 1.1",
                FormattableString.Invariant($"{after / before:0.00}"),
                FormattableString.Invariant(
                    $"{after:0} MB; before: {before:0} MB after the first {WarmUp:N0}, {rest:0} MB before any")),
        ];
    }

    static async Task<(double Seconds, double Megabytes)> StartAsync(
        string[] program, params IEnumerable<(string, string)> settings)
    {
        await using var process = await WebProcess.StartAsync(program, settings);
        return (process.Start.TotalSeconds, await process.MemoryAsync(Rest));
    }

    // On a developer's machine the bot takes presses without tokens, which costs it less and keeps nothing.
    static async Task<(double Before, double After, double AtRest)> LoadAsync(TablesServer tables)
    {
        var samples = Path.Combine(Repository.Root, "samples");
        await using var teams = await FakeTeams.StartAsync(TeamsUser.Read(samples));
        await using var bot = await WebProcess.StartAsync(
            PublishedBot.Program, ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Storage__ConnectionString", tables.ConnectionString));
        using var http = new HttpClient { BaseAddress = bot.Address };
        teams.Bot = http;

        var rest = await bot.MemoryAsync(Rest);
        var writers = teams.Chats.Where(chat => chat.User.Is("headteacher")).Take(AtOnce * 4).Chunk(4).ToList();
        foreach (var chat in writers.SelectMany(chats => chats)) await chat.SayAsync("request");
        await PressAsync(teams, writers, WarmUp);
        var before = await bot.MemoryAsync(Rest);
        await PressAsync(teams, writers, Actions);
        return (before, await bot.MemoryAsync(Rest), rest);
    }

    // Form 1 forth and back; each press is delivered twice, as Teams does when it is in doubt.
    static Task PressAsync(FakeTeams teams, List<Chat[]> writers, int actions) =>
        Task.WhenAll(writers.Select(async chats =>
        {
            for (var press = 0; press < actions / 2 / writers.Count; press++)
            {
                var chat = chats[press % chats.Length];
                var on = chat.Newest;
                var isFirst = on.Card.Buttons.All(button => button.Title != "Back");
                var activity = isFirst
                    ? chat.Pressing(
                        on, "Next", ("Curriculum", "mathematics"), ("What kind", "coaching"),
                        ("What do you need", "Help with reasoning."))
                    : chat.Pressing(on, "Back");
                var answer = await teams.PostAsync(activity);
                await teams.PostAsync(activity);
                on.Show(answer.Card);
            }
        }));
}
