using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Bot.Tests;

/// <summary>Cards in which somebody may be typing, while others go on.</summary>
public sealed class TypingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_card_in_which_somebody_may_be_typing_is_left_alone()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AForm2AtItsReview);
        await dispatch.DoAsync(Some.LeadingTeacher, new SendForm(FormKeys.Form2));
        await dispatch.DrainAsync();

        await dispatch.DoAsync(Some.ProvidingHeadteacher, new SignForm2(1, ""));
        await dispatch.DrainAsync();

        Assert.Equal("Please sign form 2", dispatch[Some.Headteacher].Newest.Card.Heading);
        Assert.Equal((1, 0), (dispatch.NewMessages(Some.Headteacher), dispatch.Updates(Some.Headteacher)));
    }

    [Fact]
    public async Task A_card_with_an_open_field_is_left_alone_until_it_is_closed()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AnOpenQuestion);
        await dispatch.DoAsync(Some.Headteacher, new AnswerQuestion("One of our own."));
        await dispatch.DrainAsync();
        await dispatch.DoAsync(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));
        await dispatch.DrainAsync();
        await UseAsync(dispatch, Some.Inspector, inUse: true);
        var updates = dispatch.Updates(Some.Inspector);

        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        await dispatch.DrainAsync();
        Assert.Equal((1, updates), (dispatch.NewMessages(Some.Inspector), dispatch.Updates(Some.Inspector)));

        await UseAsync(dispatch, Some.Inspector, inUse: false);
        await dispatch.DoAsync(Some.ProvidingHeadteacher, new AgreeRelease(""));
        await dispatch.DrainAsync();
        Assert.Equal((1, updates + 1), (dispatch.NewMessages(Some.Inspector), dispatch.Updates(Some.Inspector)));
    }

    [Fact]
    public async Task A_card_with_an_open_field_stays_when_a_newer_one_comes()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.ARequestTheTeacherAgreedTo);
        await dispatch.DoAsync(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));
        await dispatch.DrainAsync();
        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        await dispatch.DrainAsync();
        await UseAsync(dispatch, Some.LeadingTeacher, inUse: true);

        await dispatch.DoAsync(Some.ProvidingHeadteacher, new AgreeRelease(""));
        await dispatch.DrainAsync();

        Assert.Equal(
            ["Where it stands", "Form 2: confirmation"],
            dispatch[Some.LeadingTeacher].Messages.Select(message => message.Card.Heading));
    }

    // The answer to the press has shown the next form already, and its writer may have begun.
    [Fact]
    public async Task A_card_that_answered_with_the_next_form_is_left_alone()
    {
        await using var dispatch =
            await ManualDispatch.StartAsync(azurite, Given.AForm2SignedByTheReceivingHeadteacher);
        await dispatch.DoAsync(Some.ProvidingHeadteacher, new SignForm2(1, ""));
        await dispatch.DrainAsync();
        dispatch.Bot.Clock.Advance(TimeSpan.FromDays(Some.FirstVisit.DayNumber - Some.Today.DayNumber));
        await dispatch.DoAsync(Some.LeadingTeacher, new SaveStep(FormKeys.Record(1), 0, Some.RecordOfFirstVisit));

        await dispatch.DoAsync(Some.LeadingTeacher, new SendForm(FormKeys.Record(1)));
        await dispatch.DrainAsync();

        Assert.Equal((1, 0), (dispatch.NewMessages(Some.LeadingTeacher), dispatch.Updates(Some.LeadingTeacher)));
    }

    static Task UseAsync(ManualDispatch dispatch, Actor by, bool inUse) => dispatch.Bot.SentCards.UseAsync(
        Some.Id, by.Person.Id, new(dispatch[by].User.Conversation, dispatch[by].Newest.Id), inUse,
        CancellationToken.None);
}
