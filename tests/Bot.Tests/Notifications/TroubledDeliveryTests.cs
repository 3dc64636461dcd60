using OutreachBot.Channel;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.Command;

namespace OutreachBot.Bot.Tests;

/// <summary>Connectors that refuse, fail, lose and do not answer.</summary>
public sealed class TroubledDeliveryTests(AzuriteFixture azurite)
{
    static readonly string Head = Some.ProvidingHeadteacher.Person.Id.Object;

    [Fact]
    public async Task A_throttled_chat_waits_as_long_as_it_is_told_and_delays_nobody_else()
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        post.Teams.Faults = call => call.Person == Head && call.IsNewMessage ? new(429, RetryAfter: 700) : null;
        await post.DrainAsync();
        Assert.Equal(1, post.NewMessages(Some.ProvidingHeadteacher));
        Assert.Empty(await post.Bot.DueAsync());

        await post.DrainAfterAsync(TimeSpan.FromSeconds(699));
        Assert.Equal(1, post.NewMessages(Some.ProvidingHeadteacher));

        post.Teams.Faults = null;
        await post.DrainAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Single(post[Some.ProvidingHeadteacher].Messages);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(412)]
    [InlineData(0)]
    public async Task What_fails_is_tried_again_after_a_while_and_longer_each_time(int status)
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        post.Teams.Faults = call => call.Person == Head && call.IsNewMessage ? new(status) : null;

        var pauses = new List<int>();
        await post.DrainAsync();
        for (var tries = 1; tries < 5; tries++)
        {
            var waited = 0;
            for (; post.NewMessages(
                Some.ProvidingHeadteacher) == tries; waited++) await post.DrainAfterAsync(TimeSpan.FromSeconds(1));
            pauses.Add(waited);
        }
        Assert.All(pauses.Index(), pause => Assert.InRange(pause.Item, 1, 1 << pause.Index));
        Assert.True(pauses[^1] > pauses[0]);

        post.Teams.Faults = null;
        await post.DrainAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Single(post[Some.ProvidingHeadteacher].Messages);
    }

    [Theory]
    [InlineData(403, "MessageWritesBlocked", "unreachable")]
    [InlineData(404, "ConversationNotFound", "unreachable")]
    [InlineData(400, "BadSyntax", "refused")]
    [InlineData(413, "MessageSizeTooBig", "refused")]
    public async Task Whoever_cannot_be_reached_is_laid_aside_and_nobody_else(int status, string code, string reason)
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        post.Teams.Faults = call => call.Person == Head ? new(status, code) : null;

        await post.DrainAsync();

        var dead = (await post.Bot.RowsAsync("dead|"))[0];
        Assert.Equal(
            (reason, nameof(NoticeKind.YourTurn), Some.ProvidingHeadteacher.Person.Id.Key),
            (dead.GetString("Reason"), dead.GetString("Kind"), dead.GetString("To")));
        Assert.Empty(await post.Bot.DueAsync());
    }

    [Fact]
    public async Task A_card_that_is_gone_is_sent_anew()
    {
        await using var post = await ManualDispatch.StartAsync(azurite, Given.AnOpenQuestion);
        await post.DoAsync(Some.Headteacher, new AnswerQuestion("One of our own."));
        await post.DrainAsync();
        post[Some.Inspector].Delete(post[Some.Inspector].Newest);

        await post.Bot.PressAsync(
            Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key),
            (await post.Bot.RequestAsync()).Version);
        await post.DrainAsync();

        Assert.Equal("Where it stands", Assert.Single(post[Some.Inspector].Messages).Card.Heading);
        Assert.Empty(await post.Bot.RowsAsync("dead|"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task An_old_card_that_cannot_become_a_pointer_holds_up_nothing(int status)
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        await post.DrainAsync();
        post.Teams.Faults = call => call.IsUpdate ? new(status, "ActivityNotFoundInConversation") : null;

        await post.DrainAfterAsync(TimeSpan.FromDays(3));
        await post.DrainAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, post.NewMessages(Some.ProvidingHeadteacher));
        Assert.Empty(await post.Bot.RowsAsync("dead|"));
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_may_come_twice_and_not_more()
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        var lost = 0;
        post.Teams.Faults = call =>
            call.Person == Head && call.IsNewMessage && lost++ == 0 ? new(502, TakesEffect: true) : null;

        await post.DrainAsync();
        await post.DrainAfterAsync(TimeSpan.FromMinutes(1));
        await post.DrainAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, post.NewMessages(Some.ProvidingHeadteacher));
    }

    // Whoever asked has spoken through another connector than the one that knows the head.
    [Fact]
    public async Task Somebody_who_is_unknown_to_the_nearest_connector_is_found_by_the_next()
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        await using var far = await FakeTeams.StartAsync([]);
        await post.Bot.Conversations.LearnAsync(
            Some.Headteacher.Person.Id, new(far.ServiceUrl.ToString(), "a:1", "28:bot"), default);

        await post.DrainAsync();

        Assert.NotEmpty(far.Calls);
        Assert.Single(post[Some.ProvidingHeadteacher].Messages);
    }

    [Fact]
    public async Task A_connector_that_never_answers_holds_nobody_up_for_long()
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        post.Teams.Hangs = call => call.Person == Head && call.IsNewMessage;

        var draining = post.DrainAsync();
        await post.Teams.UntilAsync(() => post.NewMessages(Some.ProvidingHeadteacher) == 1, () => "Nothing was sent.");
        Assert.False(draining.IsCompleted);
        post.Bot.Clock.Advance(TimeSpan.FromSeconds(20));
        await draining;

        post.Teams.Hangs = null;
        await post.DrainAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Single(post[Some.ProvidingHeadteacher].Messages);
    }
}
