using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Scenarios.Audience;

/// <summary>Somebody before a request at one moment.</summary>
public sealed record Scene(string Name, Scenario Given, Actor Viewer)
{
    public Request Request => Given.Request;

    public IReadOnlySet<Kind> Kinds { get; } = Viewers.Of(Given.Request, Viewer);

    /// <summary>All pairs: every state with everybody.</summary>
    public static int Pairs => CanaryStory.States.Count * Viewers.Everybody.Count;

    /// <summary>Everybody before one state.</summary>
    public static IEnumerable<Scene> Of((string Name, Scenario Scenario) state) =>
        Viewers.Everybody.Select(viewer => new Scene(state.Name, state.Scenario, viewer));

    /// <summary>
    /// Whether this is the viewer's own: their name, what they did, what they said. A stranger owns nothing here.
    /// </summary>
    public bool IsOwn(Canary canary) => Kinds.Count > 0
        && (canary.Texts.Contains(Viewer.Person.Name)
            || Own.Any(happening => canary.Row == $"done.{happening.What}" || canary.Row == $"said.{happening.What}"));

    public override string ToString() =>
        $"{Name}, seen by {Viewer.Person.Name} as {string.Join('+', Viewer.Roles)} at "
        + $"{Viewer.SchoolUrn ?? "no school"} ({string.Join('+', Kinds)})";

    IEnumerable<HistoryEntry> Own => Request.History.Where(happening => happening.By.Id == Viewer.Person.Id);
}
