using Microsoft.Extensions.Logging.Abstractions;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Verification;
using OutreachBot.Bot.Workflows;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

// A newer directory, and the requests that were running under the one before.
public sealed class HandoversTests(AzuriteFixture azurite)
{
    static readonly Member Successor = new(
        new(new("5c0015c0-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000041"), "Nova Newhead"), "",
        [Role.Headteacher], Some.School.Urn);

    static readonly Authority Newer =
        Some.AuthorityOf([.. Some.Members.Where(member => member != Some.HeadteacherEntry), Successor]);

    [Fact]
    public async Task A_successor_is_asked_has_the_request_on_their_list_and_decides()
    {
        await using var dispatch = await StartAsync(Given.AFirstFormToApprove);

        await HandOverAsync(dispatch, "2");

        var card = dispatch[Acting(Successor)].Newest.Card;
        Assert.Contains(card.Buttons, button => button.Title == "Approve");
        Assert.Equal([Some.Id], await dispatch.Bot.WorkLists.OpenAsync(Successor.Person.Id, default));
        await dispatch.DoAsync(Acting(Successor), new RequestCommand.ApproveForm1(""));
        Assert.Equal(Stage.Brokering, (await dispatch.Bot.RequestAsync()).Stage);
    }

    [Fact]
    public async Task A_coordinator_is_told_of_a_post_that_nobody_holds()
    {
        await using var dispatch = await StartAsync(Given.ARelease);
        dispatch.Bot.Current.Replace(
            Some.AuthorityOf([.. Some.Members.Where(member => member != Some.ProvidingHeadteacherEntry)]));

        await FollowAsync(dispatch, "2");

        Assert.Contains("A post is empty", dispatch[Some.Coordinator].Newest.Card.Text, StringComparison.Ordinal);
        Assert.Equal([Some.Id], await dispatch.Bot.WorkLists.OpenAsync(Some.Coordinator.Person.Id, default));
    }

    [Fact]
    public async Task A_directory_changes_a_request_once_however_often_it_is_followed()
    {
        await using var dispatch = await StartAsync(Given.AFirstFormToApprove);
        await HandOverAsync(dispatch, "2");
        var version = (await dispatch.Bot.RequestAsync()).Version;

        await new AuthorityTable(dispatch.Bot.Tables).FollowAsync("1", default);
        await HandOverAsync(dispatch, "2");

        Assert.Equal(version, (await dispatch.Bot.RequestAsync()).Version);
    }

    [Fact]
    public async Task A_directory_that_has_been_followed_is_one_look()
    {
        await using var dispatch = await StartAsync(Given.AFirstFormToApprove);
        await HandOverAsync(dispatch, "2");

        Assert.Equal(1, await dispatch.Bot.Wire.CountAsync(() => Handovers(dispatch.Bot).FollowAsync("2", default)));
    }

    [Fact]
    public async Task What_was_handed_over_is_sound()
    {
        await using var dispatch = await StartAsync(Given.AFirstFormToApprove);
        await HandOverAsync(dispatch, "2");

        Assert.All(
            (await new WholeStore(dispatch.Bot.Tables, Instance.Workflows).CasesAsync(default)).Values,
            whole => Assert.Empty(StoreChecks.Check(whole)));
    }

    async Task<ManualDispatch> StartAsync(Scenario scenario)
    {
        var dispatch = await ManualDispatch.StartAsync(azurite, scenario, Successor);
        dispatch.Bot.Current.Replace(Some.Authority);
        await dispatch.Bot.WorkLists.PutAsync(scenario.Request.Requester!.Id, scenario.Request, default);
        return dispatch;
    }

    static Task HandOverAsync(ManualDispatch dispatch, string stamp)
    {
        dispatch.Bot.Current.Replace(Newer);
        return FollowAsync(dispatch, stamp);
    }

    static async Task FollowAsync(ManualDispatch dispatch, string stamp)
    {
        await Handovers(dispatch.Bot).FollowAsync(stamp, default);
        await dispatch.DrainAsync();
    }

    static Handovers Handovers(Instance bot) =>
        new(bot.Cases, bot.WorkLists, new AuthorityTable(bot.Tables),
            new(bot.Clock, NullLogger<RefusalLog>.Instance));

    static Actor Acting(Member member) => new(member.Person, member.Roles, member.SchoolUrn);
}
