using OutreachBot.Channel;
using OutreachBot.Workflow.Cases;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Bot.Tests;

/// <summary>Connectors that refuse, fail, lose and do not answer.</summary>
public sealed class TroubledDeliveryTests(AzuriteFixture azurite)
{
    static readonly string Head = Some.ProvidingHeadteacher.Person.Id.Object;

    [Fact]
    public async Task A_throttled_chat_waits_as_long_as_it_is_told_and_delays_nobody_else()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        dispatch.Teams.Faults = call => call.Person == Head && call.IsNewMessage ? new(429, RetryAfter: 700) : null;
        await dispatch.DrainAsync();
        Assert.Equal(1, dispatch.NewMessages(Some.ProvidingHeadteacher));
        Assert.Empty(await dispatch.Bot.DueAsync());

        await dispatch.DrainAfterAsync(TimeSpan.FromSeconds(699));
        Assert.Equal(1, dispatch.NewMessages(Some.ProvidingHeadteacher));

        dispatch.Teams.Faults = null;
        await dispatch.DrainAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Single(dispatch[Some.ProvidingHeadteacher].Messages);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(412)]
    [InlineData(0)]
    public async Task What_fails_is_tried_again_after_a_while_and_longer_each_time(int status)
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        dispatch.Teams.Faults = call => call.Person == Head && call.IsNewMessage ? new(status) : null;

        var pauses = new List<int>();
        await dispatch.DrainAsync();
        for (var tries = 1; tries < 5; tries++)
        {
            var waited = 0;
            for (; dispatch.NewMessages(Some.ProvidingHeadteacher) == tries; waited++)
                await dispatch.DrainAfterAsync(TimeSpan.FromSeconds(1));
            pauses.Add(waited);
        }
        Assert.All(pauses.Index(), pause => Assert.InRange(pause.Item, 1, 1 << pause.Index));
        Assert.True(pauses[^1] > pauses[0]);

        dispatch.Teams.Faults = null;
        await dispatch.DrainAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Single(dispatch[Some.ProvidingHeadteacher].Messages);
    }

    [Theory]
    [InlineData(403, "MessageWritesBlocked", "unreachable")]
    [InlineData(404, "ConversationNotFound", "unreachable")]
    [InlineData(400, "BadSyntax", "refused")]
    [InlineData(413, "MessageSizeTooBig", "refused")]
    public async Task Whoever_cannot_be_reached_is_laid_aside_and_nobody_else(int status, string code, string reason)
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        dispatch.Teams.Faults = call => call.Person == Head ? new(status, code) : null;

        await dispatch.DrainAsync();

        var dead = (await dispatch.Bot.RowsAsync("dead|"))[0];
        Assert.Equal(
            (reason, nameof(NoticeKind.YourTurn), Some.ProvidingHeadteacher.Person.Id.Key),
            (dead.GetString("Reason"), dead.GetString("Kind"), dead.GetString("To")));
        Assert.Empty(await dispatch.Bot.DueAsync());
    }

    [Fact]
    public async Task A_card_that_is_gone_is_sent_anew()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AnOpenQuestion);
        await dispatch.DoAsync(Some.Headteacher, new AnswerQuestion("One of our own."));
        await dispatch.DrainAsync();
        dispatch[Some.Inspector].Delete(dispatch[Some.Inspector].Newest);

        await dispatch.Bot.PressAsync(
            Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key),
            (await dispatch.Bot.RequestAsync()).Version);
        await dispatch.DrainAsync();

        Assert.Equal("Where it stands", Assert.Single(dispatch[Some.Inspector].Messages).Card.Heading);
        Assert.Empty(await dispatch.Bot.RowsAsync("dead|"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task An_old_card_that_cannot_become_a_pointer_holds_up_nothing(int status)
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        await dispatch.DrainAsync();
        dispatch.Teams.Faults = call => call.IsUpdate ? new(status, "ActivityNotFoundInConversation") : null;

        await dispatch.DrainAfterAsync(TimeSpan.FromDays(3));
        await dispatch.DrainAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, dispatch.NewMessages(Some.ProvidingHeadteacher));
        Assert.Empty(await dispatch.Bot.RowsAsync("dead|"));
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_may_come_twice_and_not_more()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        var lost = 0;
        dispatch.Teams.Faults = call =>
            call.Person == Head && call.IsNewMessage && lost++ == 0 ? new(502, TakesEffect: true) : null;

        await dispatch.DrainAsync();
        await dispatch.DrainAfterAsync(TimeSpan.FromMinutes(1));
        await dispatch.DrainAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, dispatch.NewMessages(Some.ProvidingHeadteacher));
    }

    // Whoever asked has spoken through another connector than the one that knows the head.
    [Fact]
    public async Task Somebody_who_is_unknown_to_the_nearest_connector_is_found_by_the_next()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        await using var far = await FakeTeams.StartAsync([]);
        await dispatch.Bot.Conversations.LearnAsync(
            Some.Headteacher.Person.Id, new(far.ServiceUrl.ToString(), "a:1", "28:bot"), default);

        await dispatch.DrainAsync();

        Assert.NotEmpty(far.Calls);
        Assert.Single(dispatch[Some.ProvidingHeadteacher].Messages);
    }

    [Fact]
    public async Task A_connector_that_never_answers_holds_nobody_up_for_long()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        dispatch.Teams.Hangs = call => call.Person == Head && call.IsNewMessage;

        var draining = dispatch.DrainAsync();
        await dispatch.Teams.UntilAsync(
            () => dispatch.NewMessages(Some.ProvidingHeadteacher) == 1, () => "Nothing was sent.");
        Assert.False(draining.IsCompleted);
        dispatch.Bot.Clock.Advance(TimeSpan.FromSeconds(20));
        await draining;

        dispatch.Teams.Hangs = null;
        await dispatch.DrainAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Single(dispatch[Some.ProvidingHeadteacher].Messages);
    }
}
