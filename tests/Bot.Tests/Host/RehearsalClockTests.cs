using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OutreachBot.Channel;
using OutreachBot.Rehearsal;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

/// <summary>The clock of local mode, which others move as well.</summary>
public sealed class RehearsalClockTests(AzuriteFixture azurite) : IDisposable
{
    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("clock-");

    [Fact]
    public async Task It_is_moved_over_HTTP_and_says_what_time_it_is()
    {
        await using var host = await BotHost.StartAsync(azurite, []);

        Assert.Equal(
            new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero),
            await MoveAsync(host, new { now = "2026-03-03T08:00:00Z" }), TimeSpan.FromMinutes(1));
        Assert.Equal(
            new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero),
            await MoveAsync(host, new { advance = "1.00:00:00" }), TimeSpan.FromMinutes(1));
        Assert.Equal(
            new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero), await NowAsync(host), TimeSpan.FromMinutes(1));
        Assert.Equal(
            new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero), host.Time.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("""{"now":"2020-01-01T00:00:00Z"}""", "The clock goes forward only.")]
    [InlineData("""{"advance":"-00:01:00"}""", "The clock goes forward only.")]
    [InlineData("""{"now":"tomorrow"}""", "Please send")]
    [InlineData("""{"now":5}""", "Please send")]
    [InlineData("""{"advance":"a day"}""", "Please send")]
    [InlineData("""{"advance":"9999999.00:00:00"}""", "Please send")]
    [InlineData("[]", "Please send")]
    [InlineData("{}", "Please send")]
    [InlineData("", "That is no JSON.")]
    public async Task What_it_cannot_be_moved_by_is_said_and_changes_nothing(string body, string said)
    {
        var host = (await azurite.BotAsync()).Host;

        using var answer = await host.Teams.Bot!.PostAsync("/rehearsal/clock", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 2), DateOnly.FromDateTime((await NowAsync(host)).Date));
    }

    [Fact]
    public async Task Nobody_moves_it_outside_Development()
    {
        await using var host = new BotHost(azurite.NewAccount(), await FakeTeams.StartAsync([]), "Production")
        {
            Settings = new()
            {
                ["MicrosoftAppId"] = "3f1c2a4e-52c6-4f0f-9d38-5b0de1a7c001",
                ["Teams:Tenants:0"] = "5c0015c0-0000-4000-8000-000000000001",
                ["Teams:ServiceUrl"] = "https://smba.trafficmanager.net/teams/",
            },
        };
        using var answer = await host.Listen().PostAsJsonAsync("/rehearsal/clock", new { advance = "1.00:00:00" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_falls_due_is_told_at_once()
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var story = await bot.NewStory().UpToAsync(Chapter.Accepting);
        await bot.Host.SettledAsync();
        var messages = story.LeadingTeacher.Messages.Count;

        await MoveAsync(bot.Host, new { advance = "8.00:00:00" });

        await bot.Teams.UntilAsync(() => story.LeadingTeacher.Messages.Count > messages, () => "No reminder has come.");
        Assert.Equal("Can you help this school?", story.LeadingTeacher.Messages[^1].Card.Heading);
    }

    [Fact]
    public void A_bot_that_is_started_again_goes_on_from_there()
    {
        var file = Path.Combine(folder.FullName, "clock.json");
        Assert.True(new RehearsalClock(file).MoveTo(TimeProvider.System.GetUtcNow().AddDays(20)));

        Assert.InRange(
            new RehearsalClock(file).GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(19.9),
            TimeSpan.FromDays(20));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        var file = Path.Combine(folder.FullName, "clock.json");
        File.WriteAllText(file, "{");

        Assert.Contains(
            file, Assert.Throws<InvalidOperationException>(() => new RehearsalClock(file)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2030-03-08T06:00:00Z", "2030-03-08T08:30:00Z")]
    [InlineData("2030-03-08T08:30:00Z", "2030-03-11T08:30:00Z")]
    [InlineData("2030-07-01T20:00:00Z", "2030-07-02T07:30:00Z")]
    public void The_next_school_morning_is_half_past_eight_on_a_weekday(string now, string morning)
    {
        var clock = new RehearsalClock(Path.Combine(folder.FullName, "clock.json"));
        clock.MoveTo(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(morning, CultureInfo.InvariantCulture), clock.NextSchoolMorning());
    }

    [Fact]
    public void The_next_school_morning_is_on_a_day_on_which_the_bot_knows_schools_to_be_open()
    {
        var clock = new RehearsalClock(Path.Combine(folder.FullName, "clock.json"))
        {
            IsSchoolDay = day => SchoolCalendar.Weekdays.IsOpen(urn: null, day),
        };
        clock.MoveTo(new(2030, 4, 18, 12, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateTimeOffset(2030, 4, 23, 7, 30, 0, TimeSpan.Zero), clock.NextSchoolMorning());
    }

    [Fact]
    public async Task Who_waits_for_another_day_goes_on_when_it_comes_and_who_waits_for_a_machine_does_not()
    {
        var clock = new RehearsalClock(Path.Combine(folder.FullName, "clock.json"));
        var (forADay, forAMachine) = (Task.Delay(TimeSpan.FromHours(30), clock),
            Task.Delay(TimeSpan.FromSeconds(59), clock));

        clock.MoveTo(clock.GetUtcNow().AddHours(29));
        Assert.False(forADay.IsCompleted);
        clock.MoveTo(clock.GetUtcNow().AddHours(2));

        await forADay.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.False(forAMachine.IsCompleted);
    }

    static async Task<DateTimeOffset> MoveAsync(BotHost host, object by)
    {
        using var answer = await host.Teams.Bot!.PostAsJsonAsync("/rehearsal/clock", by);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (DateTimeOffset)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["now"]!;
    }

    static async Task<DateTimeOffset> NowAsync(BotHost host) =>
        (DateTimeOffset)(await host.Teams.Bot!.GetFromJsonAsync<JsonNode>("/rehearsal/clock"))!["now"]!;

    public void Dispose() => folder.Delete(recursive: true);
}
