using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Tests;

/// <summary>The names by which tests call the people of <see cref="Some"/>.</summary>
static class Who
{
    static readonly Dictionary<PersonId, string> Names = typeof(Some).GetProperties()
        .Where(property => property.PropertyType == typeof(Actor))
        .ToDictionary(property => ((Actor)property.GetValue(null)!).Person.Id, property => property.Name);

    public static string Is(PersonId id) => Names[id];

    public static Actor Called(string name) =>
        Some.Everybody.Single(actor => Names[actor.Person.Id] == name);

    /// <summary>Exactly these people get a new card, as <c>Inspector YourTurn</c>, in alphabetical order.</summary>
    public static void Tells(Outcome outcome, params string[] expected)
    {
        outcome.ThenAccepted();
        Assert.Equal(expected, outcome.Notices
            .Where(notice => notice.Kind is NoticeKind.News or NoticeKind.YourTurn)
            .Select(notice => $"{Is(notice.To)} {notice.Kind}")
            .Order(StringComparer.Ordinal));
    }
}
