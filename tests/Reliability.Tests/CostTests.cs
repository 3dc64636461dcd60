using System.Text;
using OutreachBot.Benchmarks.Doubles;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability.Tests;

/// <summary>Figures that are counts, and so exact.</summary>
public sealed class CostTests
{
    static readonly Lazy<CountedStory> Story = new(() => CountedStory.Play(Repository.Samples));

    [Fact]
    public void No_press_calls_Teams_or_asks_for_a_token_before_it_is_answered() =>
        Assert.All(Story.Value.Fresh.Concat(Story.Value.Again), press => Assert.Equal(0, press.Elsewhere));

    // Days promised to others are looked up by whoever chooses a leading teacher or a day; a card that is older than
    // the request has its operation looked up first.
    [Fact]
    public void A_press_takes_two_round_trips_where_it_rests_on_the_request_alone()
    {
        var more = Story.Value.Fresh.Where(press => press.Trips != 2).ToList();

        Assert.All(more, press => Assert.Contains(press.Verb, (string[])["match", "next", "send", "sign-form2"]));
        Assert.InRange(more.Count, 0, 6);
        Assert.Equal(24, Story.Value.Fresh.Count);
    }

    [Fact]
    public void A_press_that_is_delivered_again_takes_two_round_trips_and_one_more_for_promised_days() =>
        Assert.All(Story.Value.Again, press => Assert.InRange(press.Trips, 2, 3));

    [Fact]
    public void Whoever_is_overtaken_takes_no_more_than_four() => Assert.InRange(Story.Value.OfALoser, 3, 4);

    // More than half of it is the tables library's transaction (docs/performance.md). This bot is not optimised, and
    // has no web server.
    [Fact]
    public async Task A_press_allocates_no_more_than_it_did()
    {
        using var issuer = new Issuer();
        await using var bot = await PressedBot.StartAsync(issuer, new CannedTables(Given.ARelease.Request));
        var header = issuer.Header;
        var presses = Enumerable.Range(0, 100)
            .Select(number => PressedBot.Http(
                bot, header, Encoding.UTF8.GetBytes(PressedBot.Press(number)), new MemoryStream(capacity: 16 * 1024)))
            .ToList();
        foreach (var press in presses[..50]) await PressedBot.AnswerAsync(bot, press);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var press in presses[50..]) await PressedBot.AnswerAsync(bot, press);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 50;

        Assert.All(
            presses,
            press => Assert.Contains(
                "agreed to the release", Encoding.UTF8.GetString(((MemoryStream)press.Response.Body).ToArray())));
        Assert.InRange(each, 150 * 1024, 250 * 1024);
    }

    [Fact]
    public void An_idle_instance_asks_storage_no_more_than_once_a_bucket_and_minute_and_finds_nothing()
    {
        var hour = IdleHour.Pass(Repository.Samples);

        Assert.InRange(hour.AMinute, 1, IdleHour.Buckets);
        Assert.Equal((0, 0L), (hour.Others, hour.Rows));
    }
}
