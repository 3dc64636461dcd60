using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>Cards that belong to no one request.</summary>
public sealed class GeneralTests
{
    [Fact]
    public void Welcome_to_a_headteacher() =>
        Snapshot.Matches(HelpCard.Welcome(Some.Headteacher, Menus.For(Some.Headteacher)));

    [Fact]
    public void Welcome_to_an_inspector() =>
        Snapshot.Matches(HelpCard.Welcome(Some.Inspector, Menus.For(Some.Inspector)));

    [Fact]
    public void Help_for_a_district_manager() =>
        Snapshot.Matches(HelpCard.Help(Some.DistrictManager, Menus.For(Some.DistrictManager)));

    [Fact]
    public void Help_for_finance() => Snapshot.Matches(HelpCard.Help(Some.Finance, Menus.For(Some.Finance)));

    [Fact]
    public void What_was_not_understood() =>
        Snapshot.Matches(HelpCard.NotUnderstood(Some.Teacher, Menus.For(Some.Teacher)));

    [Fact]
    public void To_somebody_whom_the_directory_does_not_know() => Snapshot.Matches(HelpCard.Stranger());

    [Fact]
    public void An_older_card_that_points_to_a_newer() =>
        Snapshot.Matches(MovedCard.For(Given.ARelease.As(Some.Headteacher)));

    [Fact]
    public void No_tasks() => Snapshot.Matches(ListCard.Tasks([], Menus.OfAHeadteacher));

    [Fact]
    public void Tasks_of_a_coordinator() => Snapshot.Matches(ListCard.Tasks([], Menus.OfNothing, undelivered: 2));

    [Fact]
    public void One_task() =>
        Snapshot.Matches(ListCard.Tasks([Given.ARelease.As(Some.ProvidingHeadteacher)], Menus.OfAHeadteacher));

    [Fact]
    public void Five_requests_of_an_inspector() =>
        Snapshot.Matches(ListCard.Status(General.Requests(5, Some.Inspector), Menus.OfNothing));

    [Fact]
    public void Nine_requests_of_a_headteacher() =>
        Snapshot.Matches(ListCard.Status(General.Requests(9, Some.Headteacher), Menus.OfAHeadteacher));

    [Fact]
    public void A_message_that_has_not_arrived() => Snapshot.Matches(UndeliveredCard.Of(Some.Id, General.Messages(1)));

    [Fact]
    public void Twelve_messages_that_have_not_arrived() => Snapshot.Matches(UndeliveredCard.All(General.Messages(12)));

    [Fact]
    public void The_second_page_of_twelve_messages() =>
        Snapshot.Matches(UndeliveredCard.All(General.Messages(12), page: 2));

    [Fact]
    public void An_organisation_that_cannot_be_reached() =>
        Snapshot.Matches(UndeliveredCard.Of(General.AnOrganisation));

    [Fact]
    public void To_whoever_can_act_when_somebody_cannot_be_reached()
    {
        var view = Given.ARelease.As(Some.Inspector);

        Snapshot.Matches(
            CardFor.Request(view with { Note = UnreachedNote.For(view, Some.ProvidingHeadteacher.Person.Id) })!);
    }
}
