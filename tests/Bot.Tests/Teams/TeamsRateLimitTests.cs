using Microsoft.Extensions.Time.Testing;
using OutreachBot.Bot.Teams;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

/// <summary>Teams' limits, kept to by our own count.</summary>
public sealed class TeamsRateLimitTests
{
    static readonly PersonId Somebody = Some.Teacher.Person.Id;

    readonly FakeTimeProvider clock = TermTime.Standing();
    readonly TeamsRateLimit rateLimit;

    public TeamsRateLimitTests() => rateLimit = new(instances: 1, clock);

    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(60, 30)]
    [InlineData(1_800, 3_600)]
    public void In_any_stretch_of_time_one_chat_gets_no_more_than_Teams_allows(int most, int seconds)
    {
        var sent = SendTo(Somebody, most * 2 + 8);

        Assert.All(
            sent,
            from => Assert.InRange(sent.Count(at => at >= from && at < from + TimeSpan.FromSeconds(seconds)), 1, most));
    }

    [Fact]
    public void One_chat_gets_nearly_all_that_Teams_allows()
    {
        var sent = SendTo(Somebody, 600);

        Assert.InRange((sent[^1] - sent[0]).TotalSeconds, 0, 600 / 60 * 30 * 1.1);
    }

    [Fact]
    public void In_any_second_one_tenant_gets_no_more_than_fifty()
    {
        var sent = new List<TimeSpan>();
        foreach (var person in Enumerable.Range(0, 300).Select(number => new PersonId(Somebody.Tenant, $"{number}")))
            sent.Add(Send(person));

        Assert.All(
            sent, from => Assert.InRange(sent.Count(at => at >= from && at < from + TimeSpan.FromSeconds(1)), 1, 50));
        Assert.InRange((sent[^1] - sent[0]).TotalSeconds, 0, 300 / 50 * 1.1);
    }

    [Fact]
    public void Several_instances_share_what_a_tenant_may_get()
    {
        var third = new TeamsRateLimit(instances: 3, clock);
        foreach (var number in Enumerable.Range(0, 16)) third.Count(new(Somebody.Tenant, $"{number}"));

        Assert.True(third.Until(Somebody) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, third.Until(Some.Inspector.Person.Id));
    }

    [Fact]
    public void A_chat_that_was_refused_waits_as_long_as_it_was_told_and_nobody_else_does()
    {
        rateLimit.Refused(Somebody, TimeSpan.FromSeconds(40));

        Assert.Equal(TimeSpan.FromSeconds(40), rateLimit.Until(Somebody));
        Assert.Equal(TimeSpan.Zero, rateLimit.Until(Some.Headteacher.Person.Id));
    }

    [Fact]
    public void Where_a_second_chat_is_refused_it_is_the_tenant_that_was_too_loud()
    {
        rateLimit.Refused(Somebody, TimeSpan.FromSeconds(40));
        rateLimit.Refused(Some.Headteacher.Person.Id, TimeSpan.FromSeconds(40));

        Assert.Equal(TimeSpan.FromSeconds(40), rateLimit.Until(Some.ProvidingHeadteacher.Person.Id));
        Assert.Equal(TimeSpan.Zero, rateLimit.Until(Some.Inspector.Person.Id));
    }

    [Fact]
    public void Where_much_was_sent_just_now_it_is_the_tenant_that_was_too_loud()
    {
        foreach (var number in Enumerable.Range(0, 30)) rateLimit.Count(new(Somebody.Tenant, $"{number}"));
        rateLimit.Refused(Somebody, TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(5), rateLimit.Until(Some.Headteacher.Person.Id));
    }

    List<TimeSpan> SendTo(PersonId person, int times) => [.. Enumerable.Range(0, times).Select(_ => Send(person))];

    // As soon as it may be, and the moment since the clock began.
    TimeSpan Send(PersonId person)
    {
        clock.Advance(rateLimit.Until(person));
        rateLimit.Count(person);
        return clock.GetElapsedTime(0);
    }
}
