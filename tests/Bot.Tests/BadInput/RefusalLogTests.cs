using Microsoft.Extensions.Logging.Testing;
using OutreachBot.Bot.Operations;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

public sealed class RefusalLogTests
{
    static readonly PersonId Ann = new("99999999-2222-4333-8444-555555555555", "11111111-2222-4333-8444-555555555555");

    static (RefusalLog, FakeLogCollector) New(TimeProvider clock)
    {
        var log = new FakeLogger<RefusalLog>();
        return (new(clock, log), log.Collector);
    }

    [Fact]
    public void A_reason_fills_its_minute_and_no_more_and_is_counted_in_the_next()
    {
        var clock = TermTime.Standing();
        var (refusals, log) = New(clock);
        for (var time = 0; time < 1000; time++) refusals.Suspect("a forged card", Ann);
        Assert.Equal(RefusalLog.MostAMinute, log.Count);

        clock.Advance(TimeSpan.FromMinutes(1));
        refusals.Suspect("a forged card", Ann);

        Assert.Equal(RefusalLog.MostAMinute + 2, log.Count);
        Assert.Contains(
            log.Lines, line => line.Contains("940 more in a minute: a forged card.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_flood_of_one_reason_hides_no_other()
    {
        var (refusals, log) = New(TermTime.Standing());
        for (var time = 0; time < 1000; time++) refusals.Request(401, "no token", by: null);

        refusals.Suspect("a forged card", Ann);

        Assert.Contains(log.Lines, line => line.Contains($"a forged card. Sender {Ann.Key}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CANARY\r\nforged line", "11111111-2222-4333-8444-555555555555")]
    [InlineData("99999999-2222-4333-8444-555555555555", "ann@wrenshire.example")]
    public void What_is_no_id_is_not_written_down(string tenant, string person)
    {
        var (refusals, log) = New(TermTime.Standing());

        refusals.Request(403, "an object id that is no GUID", new PersonId(tenant, person));

        var line = Assert.Single(log.Lines);
        Assert.DoesNotContain("CANARY", line);
        Assert.DoesNotContain("ann@", line);
    }
}
