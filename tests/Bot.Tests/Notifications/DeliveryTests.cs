using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Bot.Tests;

public sealed class DeliveryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Whose_turn_it_is_gets_a_new_card_that_says_who_asks_what()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AMatch);

        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch("With pleasure."));
        await dispatch.DrainAsync();

        var message = Assert.Single(dispatch[Some.ProvidingHeadteacher].Messages);
        Assert.Equal("May your leading teacher go?", message.Card.Heading);
        Assert.Contains(Some.LeadingTeacher.Person.Name, message.Summary);
        Assert.Contains("£500", message.Summary);
        Assert.Equal(message.Summary, message.Card.Fallback);
        Assert.Empty(await dispatch.Bot.DueAsync());
    }

    [Fact]
    public async Task A_new_card_leaves_a_pointer_where_the_old_one_was()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.ARequestTheTeacherAgreedTo);
        await dispatch.DoAsync(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));
        await dispatch.DrainAsync();
        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        await dispatch.DrainAsync();

        await dispatch.DoAsync(Some.ProvidingHeadteacher, new AgreeRelease(""));
        await dispatch.DrainAsync();

        var messages = dispatch[Some.LeadingTeacher].Messages;
        Assert.Equal(2, messages.Count);
        Assert.Contains("There is a newer card about this below.", messages[0].Card.Text);
        Assert.Equal("Form 2: confirmation", messages[1].Card.Heading);
    }

    [Fact]
    public async Task Who_is_only_to_know_keeps_one_card_that_changes_without_a_sound()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AnOpenQuestion);
        await dispatch.DoAsync(Some.Headteacher, new AnswerQuestion("One of our own."));
        await dispatch.DrainAsync();
        Assert.Equal(1, dispatch.NewMessages(Some.Inspector));

        await dispatch.DoAsync(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));
        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        await dispatch.DrainAsync();

        Assert.Equal(1, dispatch.NewMessages(Some.Inspector));
        Assert.Equal("Where it stands", dispatch[Some.Inspector].Newest.Card.Heading);
        Assert.InRange(dispatch.Updates(Some.Inspector), 1, 2);
    }

    [Fact]
    public async Task Of_several_notices_that_waited_the_first_says_it_all()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.ARequestWithTheInspector);
        await dispatch.DoAsync(Some.Inspector, new AskQuestion("Which scheme of work?"));
        await dispatch.DoAsync(Some.Headteacher, new AnswerQuestion("Our own."));
        await dispatch.DoAsync(Some.Inspector, new DeclineRequest("The hub does it."));

        await dispatch.DrainAsync();

        Assert.Equal((1, 0), (dispatch.NewMessages(Some.Headteacher), dispatch.Updates(Some.Headteacher)));
        Assert.Equal("Declined", dispatch[Some.Headteacher].Newest.Card.Heading);
    }

    // Asked on Monday at nine; the school opens on Thursday at eight.
    [Fact]
    public async Task A_reminder_comes_when_it_is_due_and_still_somebodys_turn()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AMatch);
        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        await dispatch.DrainAsync();

        await dispatch.DrainAfterAsync(TimeSpan.FromHours(71) - TimeSpan.FromMinutes(1));
        Assert.Equal(1, dispatch.NewMessages(Some.ProvidingHeadteacher));

        await dispatch.DrainAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, dispatch.NewMessages(Some.ProvidingHeadteacher));
        Assert.Contains("A reminder: this still waits for you.", dispatch[Some.ProvidingHeadteacher].Newest.Card.Text);
        Assert.Contains("There is a newer card", dispatch[Some.ProvidingHeadteacher].Messages[0].Card.Text);
    }

    [Fact]
    public async Task A_bot_that_was_away_when_two_reminders_fell_due_sends_one()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AMatch);
        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        await dispatch.DrainAsync();

        await dispatch.DrainAfterAsync(TimeSpan.FromDays(8));

        Assert.Equal(2, dispatch.NewMessages(Some.ProvidingHeadteacher));
        Assert.Contains("A reminder: this still waits for you.", dispatch[Some.ProvidingHeadteacher].Newest.Card.Text);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_they_have_done()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AMatch);
        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        await dispatch.DrainAsync();
        await dispatch.DoAsync(Some.ProvidingHeadteacher, new AgreeRelease(""));
        await dispatch.DrainAsync();
        var before = dispatch.NewMessages(Some.ProvidingHeadteacher);

        await dispatch.DrainAfterAsync(TimeSpan.FromDays(10));

        Assert.Equal(before, dispatch.NewMessages(Some.ProvidingHeadteacher));
    }

    [Fact]
    public async Task Somebody_new_is_met_in_a_conversation_that_is_made_once()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AMatch);
        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        await dispatch.DrainAsync();
        await dispatch.DrainAfterAsync(TimeSpan.FromDays(3));

        var made =
            Assert.Single(
                dispatch.Teams.Calls, call => call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal)
                    && call.Person == Some.ProvidingHeadteacher.Person.Id.Object);
        Assert.Equal(Some.ProvidingHeadteacher.Person.Id.Tenant, (string?)made.Body["tenantId"]);
        Assert.Equal(2, dispatch.NewMessages(Some.ProvidingHeadteacher));
    }

    [Fact]
    public async Task A_cancelled_programme_gives_the_days_back()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AForm2AtItsReview);
        await dispatch.DoAsync(Some.LeadingTeacher, new SendForm(FormKeys.Form2));
        await dispatch.DrainAsync();
        Assert.Equal(2, (await dispatch.Bot.Bookings.OfAsync(Some.LeadingTeacher.Person.Id, default)).Count);

        await dispatch.DoAsync(Some.Headteacher, new CancelProgramme("The teacher has left us."));
        await dispatch.DrainAsync();

        Assert.Empty(await dispatch.Bot.Bookings.OfAsync(Some.LeadingTeacher.Person.Id, default));
    }

    [Fact]
    public async Task Lists_follow_what_happened()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AMatch);
        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));

        await dispatch.DrainAsync();

        Assert.Equal([Some.Id], await dispatch.Bot.WorkLists.OpenAsync(Some.ProvidingHeadteacher.Person.Id, default));
        Assert.Empty(await dispatch.Bot.WorkLists.OpenAsync(Some.Stranger.Person.Id, default));
    }

    [Fact]
    public async Task Whoever_has_left_the_directory_is_told_nothing()
    {
        await using var dispatch = await ManualDispatch.StartAsync(azurite, Given.AMatch);
        await dispatch.DoAsync(Some.LeadingTeacher, new AcceptMatch(""));
        dispatch.Bot.Current.Replace(
            Some.AuthorityOf([.. Some.Members.Where(member => member != Some.ProvidingHeadteacherEntry)]));

        await dispatch.DrainAsync();

        Assert.Equal(0, dispatch.NewMessages(Some.ProvidingHeadteacher));
    }
}
