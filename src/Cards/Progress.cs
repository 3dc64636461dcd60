using AdaptiveCards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards;

/// <summary>Where a request stands, at a glance: the seven steps of the story with the present one marked.</summary>
static class Progress
{
    // Each name stays on one line, with its tick and its arrow.
    static readonly (string Name, Stage Last)[] Steps =
    [
        ("Form\u00A01", Stage.Approving),
        ("Matching", Stage.Accepting),
        ("Release", Stage.Releasing),
        ("Form\u00A02", Stage.Confirming),
        ("Visits", Stage.Visiting),
        ("Form\u00A03", Stage.Closing),
        ("Payment", Stage.Closed),
    ];

    public static AdaptiveElement? Of(Request request)
    {
        if (request.IsOver) return null;

        var here = Array.FindIndex(Steps, step => request.Stage <= step.Last);
        return new AdaptiveRichTextBlock
        {
            Spacing = AdaptiveSpacing.Small,
            Inlines =
            [
                .. Steps.Select((step, number) => Mark(step.Name, number.CompareTo(here), number == Steps.Length - 1))
            ],
        };
    }

    static AdaptiveTextRun Mark(string name, int place, bool last) =>
        new((place < 0 ? "✓\u00A0" : "") + name + (last ? "" : "\u00A0› "))
        {
            Size = AdaptiveTextSize.Small,
            Weight = place == 0 ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default,
            Color = place == 0 ? AdaptiveTextColor.Accent : AdaptiveTextColor.Default,
            IsSubtle = place > 0,
        };
}
