using AdaptiveCards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards;

/// <summary>Requests in a list, each with a button to its card.</summary>
public static class ListCard
{
    // A card has at most six buttons, and one starts a new request.
    const int Most = 5;

    /// <summary>What waits for the viewer.</summary>
    public static AdaptiveCard Tasks(IReadOnlyList<View> waiting, bool mayAsk) => List(
        "Waiting for you",
        waiting.Count switch
        {
            0 => "Nothing is waiting for you.",
            1 => "One request is waiting for you.",
            var many => $"{many} requests are waiting for you.",
        },
        waiting,
        mayAsk);

    /// <summary>All requests the viewer has a part in that are not over, and those that ended last.</summary>
    public static AdaptiveCard Status(IReadOnlyList<View> requests, bool mayAsk) => List(
        "Your requests",
        requests.Count == 0 ? "You have no requests." : "This is where they stand.",
        requests,
        mayAsk);

    static AdaptiveCard List(string heading, string summary, IReadOnlyList<View> views, bool mayAsk) => Kit.Card(
        summary,
        [
            Kit.Heading(heading),
            Kit.Text(summary),
            .. views.Take(Most).Select(Lines),
            views.Count > Most ? Kit.Small($"And {views.Count - Most} more. Type status and a request's id to see one.") : null,
        ],
        [
            .. views.Take(Most).Select(view => view.Plain($"Open {view.Request.Id}", Verbs.Show)),
            mayAsk ? Buttons.General("New request", Verbs.Start) : null,
        ]);

    static AdaptiveElement Lines(View view)
    {
        var mine = view.Request.TurnOf(view.Viewer) is not null;
        return Kit.Box(
            AdaptiveContainerStyle.Default,
            Kit.Line(Kit.Bold($"{view.Request.Id}  "), Kit.Run(Words.Subject(view.Request, view.Scheme))),
            Kit.Small(mine ? "It is your turn." : Words.Stage(view.Request.Stage)));
    }
}
