using static OutreachBot.Workflow.Outreach.Command;

namespace OutreachBot.Bot.Tests;

/// <summary>Two instances on the same tables.</summary>
public sealed class InstancesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_one_instance_has_written_no_other_sends()
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);

        await post.Another().DrainAsync();
        Assert.Equal(0, post.NewMessages(Some.ProvidingHeadteacher));

        await post.DrainAsync();
        Assert.Equal(1, post.NewMessages(Some.ProvidingHeadteacher));
    }

    [Fact]
    public async Task What_comes_due_later_is_sent_by_one_of_them()
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        await post.DrainAsync();
        post.Bot.Clock.Advance(TimeSpan.FromDays(3));
        var another = post.Another();

        await Task.WhenAll(post.DrainAsync(), another.DrainAsync());

        Assert.Equal(2, post.NewMessages(Some.ProvidingHeadteacher));
        Assert.Empty(await post.Bot.DueAsync());
    }

    [Fact]
    public async Task A_claim_that_two_try_is_given_to_one()
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        await post.Bot.SpreadAsync();
        var due = await post.Bot.DueAsync();

        var first = await post.Bot.Outbox.ClaimAsync(due, "first", default);
        var second = await post.Bot.Outbox.ClaimAsync(due, "second", default);

        Assert.Equal(due.Select(item => item.Name), first.Select(item => item.Name));
        Assert.Empty(second);
        Assert.All(await post.Bot.DueAsync(), item => Assert.Equal("first", item.Claim));
    }

    [Fact]
    public async Task Where_one_item_has_been_taken_the_others_are_claimed_all_the_same()
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        await post.Bot.SpreadAsync();
        var due = await post.Bot.DueAsync();
        await post.Bot.Outbox.ClaimAsync([due[0]], "first", default);
        await post.Bot.Outbox.CompleteAsync(due[1], default);

        var second = await post.Bot.Outbox.ClaimAsync(due, "second", default);

        Assert.Equal(due.Skip(2).Select(item => item.Name), second.Select(item => item.Name));
    }

    // Its claim has ended, so that another may be at it by now.
    [Fact]
    public async Task An_instance_that_slept_over_its_claim_sends_nothing_that_another_has_taken()
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        await post.Another().TakeOverAsync();
        Assert.Equal(1, post.NewMessages(Some.ProvidingHeadteacher));

        await post.DrainAsync();

        Assert.Equal(1, post.NewMessages(Some.ProvidingHeadteacher));
    }

    // Clocks are never compared.
    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task An_instance_whose_clock_is_wrong_takes_nothing_from_another(int minutes)
    {
        await using var post = await ManualDispatch.AcceptedAsync(azurite);
        await using var other = post.Another(new(post.Bot.Clock.GetUtcNow().AddMinutes(minutes)));

        await other.DrainAsync();
        await other.DrainAsync();

        Assert.Equal(0, post.NewMessages(Some.ProvidingHeadteacher));
    }

    [Fact]
    public async Task A_version_that_another_instance_has_shown_meanwhile_is_shown_again()
    {
        await using var post = await ManualDispatch.StartAsync(azurite, Given.AnOpenQuestion);
        await post.DoAsync(Some.Headteacher, new AnswerQuestion("One of our own."));
        await post.DrainAsync();
        await post.DoAsync(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));

        // While the match is being shown, the leading teacher says yes; whoever tells of that is another instance.
        var during = true;
        post.Teams.Faults = call =>
        {
            if (during && call.IsUpdate && call.Person == Some.Inspector.Person.Id.Object)
            {
                during = false;
                post.Bot.Another().PressAsync(Some.LeadingTeacher, new AcceptMatch(""), 8).GetAwaiter().GetResult();
            }
            return null;
        };
        await post.DrainAsync();

        Assert.False(during);
        Assert.Contains(Some.ProvidingHeadteacher.Person.Name, post[Some.Inspector].Newest.Card.Text);
    }
}
