using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.Command;

namespace OutreachBot.Bot.Tests;

/// <summary>Cards in which somebody may be typing, while others go on.</summary>
public sealed class TypingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_card_in_which_somebody_may_be_typing_is_left_alone()
    {
        await using var post = await ManualDispatch.StartAsync(azurite, Given.AForm2AtItsReview);
        await post.DoAsync(Some.LeadingTeacher, new SendForm(FormKeys.Form2));
        await post.DrainAsync();

        await post.DoAsync(Some.ProvidingHeadteacher, new SignForm2(1, ""));
        await post.DrainAsync();

        Assert.Equal("Please sign form 2", post[Some.Headteacher].Newest.Card.Heading);
        Assert.Equal((1, 0), (post.NewMessages(Some.Headteacher), post.Updates(Some.Headteacher)));
    }

    [Fact]
    public async Task A_card_with_an_open_field_is_left_alone_until_it_is_closed()
    {
        await using var post = await ManualDispatch.StartAsync(azurite, Given.AnOpenQuestion);
        await post.DoAsync(Some.Headteacher, new AnswerQuestion("One of our own."));
        await post.DrainAsync();
        await post.DoAsync(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));
        await post.DrainAsync();
        await UseAsync(post, Some.Inspector, inUse: true);
        var updates = post.Updates(Some.Inspector);

        await post.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        await post.DrainAsync();
        Assert.Equal((1, updates), (post.NewMessages(Some.Inspector), post.Updates(Some.Inspector)));

        await UseAsync(post, Some.Inspector, inUse: false);
        await post.DoAsync(Some.ProvidingHeadteacher, new AgreeRelease(""));
        await post.DrainAsync();
        Assert.Equal((1, updates + 1), (post.NewMessages(Some.Inspector), post.Updates(Some.Inspector)));
    }

    [Fact]
    public async Task A_card_with_an_open_field_stays_when_a_newer_one_comes()
    {
        await using var post = await ManualDispatch.StartAsync(azurite, Given.ARequestTheTeacherAgreedTo);
        await post.DoAsync(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));
        await post.DrainAsync();
        await post.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        await post.DrainAsync();
        await UseAsync(post, Some.LeadingTeacher, inUse: true);

        await post.DoAsync(Some.ProvidingHeadteacher, new AgreeRelease(""));
        await post.DrainAsync();

        Assert.Equal(
            ["Where it stands", "Form 2: confirmation"],
            post[Some.LeadingTeacher].Messages.Select(message => message.Card.Heading));
    }

    // The answer to the press has shown the next form already, and its writer may have begun.
    [Fact]
    public async Task A_card_that_answered_with_the_next_form_is_left_alone()
    {
        await using var post = await ManualDispatch.StartAsync(azurite, Given.AForm2SignedByTheReceivingHeadteacher);
        await post.DoAsync(Some.ProvidingHeadteacher, new SignForm2(1, ""));
        await post.DrainAsync();
        post.Bot.Clock.Advance(TimeSpan.FromDays(Some.FirstVisit.DayNumber - Some.Today.DayNumber));
        await post.DoAsync(Some.LeadingTeacher, new SaveStep(FormKeys.Record(1), 0, Some.RecordOfFirstVisit));

        await post.DoAsync(Some.LeadingTeacher, new SendForm(FormKeys.Record(1)));
        await post.DrainAsync();

        Assert.Equal((1, 0), (post.NewMessages(Some.LeadingTeacher), post.Updates(Some.LeadingTeacher)));
    }

    static Task UseAsync(ManualDispatch post, Actor by, bool inUse) => post.Bot.SentCards.UseAsync(
        Some.Id, by.Person.Id, new(post[by].User.Conversation, post[by].Newest.Id), inUse, CancellationToken.None);
}
