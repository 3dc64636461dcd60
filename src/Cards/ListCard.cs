using AdaptiveCards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards;

/// <summary>Requests in a list, each with a button to its card.</summary>
public static class ListCard
{
    // A card has at most six buttons, and one starts a new request.
    const int Most = 5;

    /// <param name="waiting">What waits for the viewer.</param>
    /// <param name="mayAsk">Whether they may begin a request.</param>
    /// <param name="undelivered">How many messages have not arrived; only a coordinator hears of them.</param>
    public static AdaptiveCard Tasks(IReadOnlyList<View> waiting, bool mayAsk, int undelivered = 0) => List(
        "Waiting for you",
        waiting.Count switch
        {
            0 => "Nothing is waiting for you.",
            1 => "One request is waiting for you.",
            var many => $"{many} requests are waiting for you.",
        },
        waiting,
        mayAsk,
        undelivered);

    /// <summary>All requests the viewer has a part in that are not over, and those that ended last.</summary>
    public static AdaptiveCard Status(IReadOnlyList<View> requests, bool mayAsk) => List(
        "Your requests",
        requests.Count == 0 ? "You have no requests." : "This is where they stand.",
        requests,
        mayAsk);

    static AdaptiveCard List(string heading, string summary, IReadOnlyList<View> views, bool mayAsk, int undelivered = 0)
    {
        var most = undelivered > 0 ? Most - 1 : Most;
        return Kit.Card(
            summary,
            [
                Kit.Heading(heading),
                Kit.Text(summary),
                .. views.Take(most).Select(Lines),
                views.Count > most ? Kit.Small($"And {views.Count - most} more. Type status and a request's id to see one.") : null,
                undelivered > 0 ? Kit.Text(undelivered == 1 ? "One message has not arrived." : $"{undelivered} messages have not arrived.") : null,
            ],
            [
                .. views.Take(most).Select(view => view.Plain($"Open {view.Request.Id}", Verbs.Show)),
                undelivered > 0 ? Buttons.General("What has not arrived", Verbs.Undelivered) : null,
                mayAsk ? Buttons.General("New request", Verbs.Start) : null,
            ]);
    }

    static AdaptiveElement Lines(View view)
    {
        // A coordinator who looks after an empty post sees nothing else of the request.
        if (view.Parts.Count == 0)
            return Kit.Box(AdaptiveContainerStyle.Default, Kit.Line(Kit.Bold($"{view.Request.Id}")), Kit.Small("A post of this request is empty."));

        var mine = view.Request.TurnOf(view.Viewer) is not null;
        return Kit.Box(
            AdaptiveContainerStyle.Default,
            Kit.Line(Kit.Bold($"{view.Request.Id}  "), Kit.Run(Words.Subject(view.Request, view.Scheme))),
            Kit.Small(mine ? "It is your turn." : Words.Stage(view.Request.Stage)));
    }
}
