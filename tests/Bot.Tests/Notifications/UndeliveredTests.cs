using AdaptiveCards;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

/// <summary>What could not be delivered is somebody's task, and is never silently gone.</summary>
public sealed class UndeliveredTests(AzuriteFixture azurite)
{
    static readonly string Head = Some.ProvidingHeadteacher.Person.Id.Object;

    [Fact]
    public async Task A_coordinator_is_told_who_cannot_be_reached_and_sends_it_again()
    {
        await using var dispatch = await BlockedAsync();
        var report = Assert.Single(dispatch[Some.Coordinator].Messages);
        Assert.Equal("A message has not arrived", report.Card.Heading);
        Assert.Contains(Some.ProvidingHeadteacher.Person.Name, report.Summary);
        Assert.Contains("It is their turn", report.Card.Text);

        dispatch.Teams.Faults = null;
        var answer = await dispatch.Undelivered.SendAgainAsync(Some.Coordinator, Some.Id, default);
        await dispatch.DrainAsync();

        Assert.Equal("Sent again", Heading(answer));
        Assert.Equal(
            "May your leading teacher go?", Assert.Single(dispatch[Some.ProvidingHeadteacher].Messages).Card.Heading);
        Assert.Equal(
            "Every message has arrived",
            Heading(await dispatch.Undelivered.AllAsync(Some.Coordinator, page: 1, default)));
        Assert.Equal(
            "They are on their way",
            Heading(await dispatch.Undelivered.SendAgainAsync(Some.Coordinator, Some.Id, default)));
    }

    [Fact]
    public async Task The_next_person_who_can_act_is_told_too()
    {
        await using var dispatch = await BlockedAsync();

        var told = dispatch[Some.Inspector].Newest;

        Assert.Contains($"I cannot reach {Some.ProvidingHeadteacher.Person.Name}, whose turn it is.", told.Card.Text);
    }

    [Fact]
    public async Task A_coordinator_is_told_once_of_each_person_and_request()
    {
        await using var dispatch = await BlockedAsync();

        await dispatch.DrainAfterAsync(TimeSpan.FromDays(3));
        await dispatch.DrainAfterAsync(TimeSpan.FromDays(30));

        Assert.Equal(1, dispatch.NewMessages(Some.Coordinator));
        Assert.True((await dispatch.Bot.DeadLetters.OfAsync(Some.Id, default)).Count > 1);
    }

    [Fact]
    public async Task Whoever_has_left_while_it_was_their_turn_is_reported()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        dispatch.Bot.Current.Replace(
            Some.AuthorityOf([.. Some.Members.Where(member => member != Some.ProvidingHeadteacherEntry)]));

        await dispatch.DrainAsync();

        Assert.Equal("left", Assert.Single(await dispatch.Bot.DeadLetters.AllAsync(default)).Reason);
        Assert.Contains("Somebody who has left the directory", dispatch[Some.Coordinator].Newest.Card.Text);
    }

    [Fact]
    public async Task A_headteacher_who_took_over_gets_the_turn_of_the_one_who_left()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        var successor = Some.StrangerEntry with { Roles = [Role.Headteacher], SchoolUrn = Some.ProvidingSchool.Urn };
        dispatch.Bot.Current.Replace(Some.AuthorityOf(
            [.. Some.Members.Where(member => member != Some.ProvidingHeadteacherEntry && member != Some.StrangerEntry),
                successor]));

        await dispatch.DrainAsync();

        Assert.Equal("May your leading teacher go?", Assert.Single(dispatch[Some.Stranger].Messages).Card.Heading);
    }

    [Fact]
    public async Task A_headteacher_who_only_teaches_now_is_not_asked_and_the_new_one_is()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        var former = Some.ProvidingHeadteacherEntry with { Roles = [Role.Teacher] };
        var successor = Some.StrangerEntry with { Roles = [Role.Headteacher], SchoolUrn = Some.ProvidingSchool.Urn };
        dispatch.Bot.Current.Replace(Some.AuthorityOf(
            [.. Some.Members.Where(member => member != Some.ProvidingHeadteacherEntry && member != Some.StrangerEntry),
                former, successor]));

        await dispatch.DrainAsync();

        Assert.Empty(dispatch[Some.ProvidingHeadteacher].Messages);
        Assert.Equal("May your leading teacher go?", Assert.Single(dispatch[Some.Stranger].Messages).Card.Heading);
    }

    [Fact]
    public async Task A_coordinator_who_cannot_be_reached_either_is_not_reported_to_anybody_for_ever()
    {
        await using var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        dispatch.Teams.Faults = _ => new(403, "MessageWritesBlocked");

        await dispatch.DrainAsync();

        Assert.Empty(await dispatch.Bot.DueAsync());
        Assert.Contains(
            await dispatch.Bot.DeadLetters.AllAsync(default),
            letter => letter.Item.Kind is nameof(NoticeKind.Undelivered));
    }

    [Fact]
    public async Task Nobody_but_a_coordinator_sees_or_sends_what_has_not_arrived()
    {
        await using var dispatch = await BlockedAsync();

        foreach (var person in Some.Everybody.Where(person => !person.Is(Role.Coordinator)))
        {
            Assert.Equal(
                "That is for coordinators", Heading(await dispatch.Undelivered.AllAsync(person, page: 1, default)));
            Assert.Equal(
                "That is for coordinators",
                Heading(await dispatch.Undelivered.SendAgainAsync(person, Some.Id, default)));
        }
        Assert.Single(await dispatch.Bot.DeadLetters.AllAsync(default));
    }

    async Task<ManualDispatch> BlockedAsync()
    {
        var dispatch = await ManualDispatch.AcceptedAsync(azurite);
        dispatch.Teams.Faults = call => call.Person == Head ? new(403, "MessageWritesBlocked") : null;
        await dispatch.DrainAsync();
        return dispatch;
    }

    static string Heading(AdaptiveCard card) => ((AdaptiveTextBlock)card.Body[0]).Text;
}
