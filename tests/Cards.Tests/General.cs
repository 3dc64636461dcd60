
using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Cards.Tests;

/// <summary>Cards that belong to no one request: the welcome, the help, lists, and answers to strangers.</summary>
static class General
{
    public static IEnumerable<Shown> Everything =>
    [
        .. Some.Everybody.SelectMany(For),
        new("a stranger to the directory", HelpCard.Stranger()),
        new("tasks of a coordinator",
            ListCard.Tasks(Requests(9, Some.Inspector), Menus.OfAHeadteacher, undelivered: 1)),
        new("one message that has not arrived", UndeliveredCard.Of(Some.Id, Messages(1))),
        new("one person who cannot be reached", UndeliveredCard.Of(new Organisation([Some.Teacher.Person.Name], 1))),
        new("an organisation that cannot be reached", UndeliveredCard.Of(AnOrganisation)),
        new("twelve messages that have not arrived", UndeliveredCard.All(Messages(12))),
        new("the second page of twelve messages", UndeliveredCard.All(Messages(12), page: 2)),
        new("no message that has not arrived", UndeliveredCard.All([])),
        new("messages sent again", UndeliveredCard.SentAgain(2)),
        new("a message sent again", UndeliveredCard.SentAgain(1)),
        new("nothing sent again", UndeliveredCard.SentAgain(0)),
        new("not for coordinators", UndeliveredCard.ForCoordinatorsOnly()),
        new("a problem", HelpCard.Problem("No such request", "There is no request of that name.")),
    ];

    static IEnumerable<Shown> For(Actor viewer)
    {
        yield return new($"welcome, {viewer.Person.Name}", HelpCard.Welcome(viewer, Menus.For(viewer)));
        yield return new($"help, {viewer.Person.Name}", HelpCard.Help(viewer, Menus.For(viewer)));
        yield return new($"not understood, {viewer.Person.Name}", HelpCard.NotUnderstood(viewer, Menus.For(viewer)));
        foreach (var many in new[] { 0, 1, 5, 9 })
        {
            yield return new(
                $"{many} tasks, {viewer.Person.Name}",
                ListCard.Tasks(Requests(many, viewer), Menus.For(viewer)));
            yield return new(
                $"{many} requests, {viewer.Person.Name}",
                ListCard.Status(Requests(many, viewer), Menus.For(viewer)));
        }
    }

    public static Organisation AnOrganisation { get; } =
        new([.. Some.Everybody.Take(12).Select((person, index) => index == 1 ? null : person.Person.Name)], 14);

    public static IReadOnlyList<Undelivered> Messages(int many) =>
        [.. Some.Everybody.Take(many).Select((person, index) => new Undelivered(
            Some.Id, index == 1 ? null : person.Person.Name, IsWaitedFor: index % 3 == 0, (NotArrived)(index % 3)))];

    public static IReadOnlyList<RequestView> Requests(int many, Actor viewer) =>
        [.. Given.Everything.Values.Select(given => given.As(viewer)).Where(view => view.Parts.Count > 0).Take(many)];
}
