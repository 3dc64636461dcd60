using Azure;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Tests;

public sealed class ClaimExpiryTests
{
    static readonly TimeSpan Holds = TimeSpan.FromSeconds(10);
    static readonly OutboxItem Nobodys =
        new NoticeItem(Some.Id, new(Some.Teacher.Person.Id, NoticeKind.News, 1), "1", "outbox|1")
        {
            Tag = new ETag("a"),
        };
    static readonly OutboxItem Others = Nobodys with { Claim = "other" };

    readonly FakeTimeProvider clock = TermTime.Standing();
    readonly ClaimExpiry watch;

    public ClaimExpiryTests() => watch = new(Holds, clock);

    [Fact]
    public void What_nobody_has_claimed_is_free()
    {
        Assert.True(watch.IsFree(Nobodys));
        Assert.False(watch.EndOfPass());
    }

    [Fact]
    public void A_claim_is_honoured_until_it_has_been_seen_unchanged_for_as_long_as_claims_hold()
    {
        Assert.False(Look(Others));
        clock.Advance(Holds - TimeSpan.FromTicks(1));
        Assert.False(Look(Others));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(Look(Others));
    }

    [Fact]
    public void A_claim_that_was_renewed_is_watched_anew()
    {
        Assert.False(Look(Others));
        clock.Advance(Holds);
        Assert.False(Look(Others with { Tag = new ETag("b") }));
        clock.Advance(Holds);
        Assert.True(Look(Others with { Tag = new ETag("b") }));
    }

    [Fact]
    public void A_claim_that_was_gone_between_is_watched_anew()
    {
        Assert.False(Look(Others));
        watch.EndOfPass();
        clock.Advance(Holds);
        Assert.False(Look(Others));
    }

    bool Look(OutboxItem item)
    {
        var free = watch.IsFree(item);
        watch.EndOfPass();
        return free;
    }
}
