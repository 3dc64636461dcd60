using AdaptiveCards;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Cards.Elements;

/// <summary>Cases in a list, page by page, the most urgent first, each with a button to its card.</summary>
public static class ListCard
{
    const int MostButtons = 6;
    const int MostOfAPage = 5;

    /// <param name="waiting">What waits for the viewer.</param>
    /// <param name="menu">What they may begin.</param>
    /// <param name="undelivered">How many messages have not arrived; only a coordinator hears of them.</param>
    /// <param name="page">Which page, from 1; beyond the last is the last.</param>
    public static AdaptiveCard Tasks(IReadOnlyList<View> waiting, Menu menu, int undelivered = 0, int page = 1) =>
        List(
            "Waiting for you",
            waiting.Count switch
            {
                0 => "Nothing is waiting for you.",
                1 => "One request is waiting for you.",
                var many => $"{many} requests are waiting for you.",
            },
            Verbs.Tasks,
            waiting,
            page,
            [
                .. undelivered > 0
                    ? [Buttons.General("What has not arrived", Verbs.Undelivered)]
                    : Array.Empty<AdaptiveAction>(),
                .. menu.Buttons,
            ],
            undelivered switch
            {
                0 => null,
                1 => "One message has not arrived.",
                _ => $"{undelivered} messages have not arrived.",
            });

    /// <summary>All cases the viewer has a part in that are not over, and those that ended last.</summary>
    public static AdaptiveCard Status(IReadOnlyList<View> requests, Menu menu, int page = 1) => List(
        "Your requests",
        requests.Count == 0 ? "You have no requests." : "This is where they stand.",
        Verbs.Status,
        requests,
        page,
        menu.Buttons,
        note: null);

    static AdaptiveCard List(
        string heading, string summary, string verb, IReadOnlyList<View> unsorted, int asked,
        IReadOnlyList<AdaptiveAction> others, string? note)
    {
        var views = unsorted is [var first, ..] ? Urgency.Sort(unsorted, view => view.Case, first.Viewer) : unsorted;

        // Where they do not all have a button, one turns the page.
        var buttons = MostButtons - others.Count;
        var most = Math.Min(MostOfAPage, views.Count <= Math.Min(buttons, MostOfAPage) ? buttons : buttons - 1);
        var page = Paging<View>.Of(views, most, asked);
        return Element.Card(
            summary,
            [
                Element.Heading(heading),
                Element.Text(summary),
                .. page.Shown.Select(Lines),
                page.Line(verb, ", the most urgent first"),
                note is null ? null : Element.Text(note),
            ],
            [
                .. page.Shown.Select(view => view.Plain($"Open {view.Case.Id}", Verbs.Show)),
                page.Turn(verb),
                .. others,
            ]);
    }

    static AdaptiveElement Lines(View view)
    {
        // A coordinator who looks after an empty post sees nothing else of the case.
        if (!view.IsTheirs)
            return Element.Box(
                AdaptiveContainerStyle.Default, Element.Line(Element.Bold($"{view.Case.Id}")),
                Element.Small(view.Standing));

        return Element.Box(
            AdaptiveContainerStyle.Default,
            Element.Line(Element.Bold($"{view.Case.Id}  "), Element.Run(view.Subject)),
            Element.Small(view.Case.TurnOf(view.Viewer) is not null ? "It is your turn." : view.Standing));
    }
}
