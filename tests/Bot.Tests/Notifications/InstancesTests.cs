using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Bot.Tests;

/// <summary>Two instances on the same tables.</summary>
public sealed class InstancesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_one_instance_has_written_no_other_sends()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);

        await dispatch.Another().DrainAsync();
        Assert.Equal(0, dispatch.NewMessages(Some.ProvidingHeadteacher));

        await dispatch.DrainAsync();
        Assert.Equal(1, dispatch.NewMessages(Some.ProvidingHeadteacher));
    }

    [Fact]
    public async Task What_comes_due_later_is_sent_by_one_of_them()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        await dispatch.DrainAsync();
        dispatch.Bot.Clock.Advance(TimeSpan.FromDays(3));
        var another = dispatch.Another();

        await Task.WhenAll(dispatch.DrainAsync(), another.DrainAsync());

        Assert.Equal(2, dispatch.NewMessages(Some.ProvidingHeadteacher));
        Assert.Empty(await dispatch.Bot.DueAsync());
    }

    [Fact]
    public async Task A_claim_that_two_try_is_given_to_one()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        await dispatch.Bot.SpreadAsync();
        var due = await dispatch.Bot.DueAsync();

        var first = await dispatch.Bot.Outbox.ClaimAsync(due, "first", default);
        var second = await dispatch.Bot.Outbox.ClaimAsync(due, "second", default);

        Assert.Equal(due.Select(item => item.Name), first.Select(item => item.Name));
        Assert.Empty(second);
        Assert.All(await dispatch.Bot.DueAsync(), item => Assert.Equal("first", item.Claim));
    }

    [Fact]
    public async Task Where_one_item_has_been_taken_the_others_are_claimed_all_the_same()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        await dispatch.Bot.SpreadAsync();
        var due = await dispatch.Bot.DueAsync();
        await dispatch.Bot.Outbox.ClaimAsync([due[0]], "first", default);
        await dispatch.Bot.Outbox.CompleteAsync(due[1], default);

        var second = await dispatch.Bot.Outbox.ClaimAsync(due, "second", default);

        Assert.Equal(due.Skip(2).Select(item => item.Name), second.Select(item => item.Name));
    }

    // Its claim has ended, so that another may be at it by now.
    [Fact]
    public async Task An_instance_that_slept_over_its_claim_sends_nothing_that_another_has_taken()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        await dispatch.Another().TakeOverAsync();
        Assert.Equal(1, dispatch.NewMessages(Some.ProvidingHeadteacher));

        await dispatch.DrainAsync();

        Assert.Equal(1, dispatch.NewMessages(Some.ProvidingHeadteacher));
    }

    // Clocks are never compared.
    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task An_instance_whose_clock_is_wrong_takes_nothing_from_another(int minutes)
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        await using var other = dispatch.Another(new(dispatch.Bot.Clock.GetUtcNow().AddMinutes(minutes)));

        await other.DrainAsync();
        await other.DrainAsync();

        Assert.Equal(0, dispatch.NewMessages(Some.ProvidingHeadteacher));
    }

    [Fact]
    public async Task A_version_that_another_instance_has_shown_meanwhile_is_shown_again()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AnOpenQuestion);
        await dispatch.DoAsync(Some.Headteacher, new AnswerQuestion("One of our own."));
        await dispatch.DrainAsync();
        await dispatch.DoAsync(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));

        // While the match is being shown, the leading teacher says yes; whoever tells of that is another instance.
        var during = true;
        dispatch.Teams.Faults = call =>
        {
            if (during && call.IsUpdate && call.Person == Some.Inspector.Person.Id.Object)
            {
                during = false;
                dispatch.Bot.Another().PressAsync(Some.LeadingTeacher, new AcceptMatch(""), 8).GetAwaiter().GetResult();
            }
            return null;
        };
        await dispatch.DrainAsync();

        Assert.False(during);
        Assert.Contains(Some.ProvidingHeadteacher.Person.Name, dispatch[Some.Inspector].Newest.Card.Text);
    }
}
