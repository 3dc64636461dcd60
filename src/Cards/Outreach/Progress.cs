using AdaptiveCards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>Where a request stands, at a glance: the seven steps of the story with the present one marked.</summary>
static class Progress
{
    // Each name stays on one line, with its tick and its arrow.
    static readonly string[] Steps =
        ["Form\u00A01", "Matching", "Release", "Form\u00A02", "Visits", "Form\u00A03", "Payment"];

    public static AdaptiveElement? Of(Request request)
    {
        if (Place(request.Stage) is not { } here) return null;

        return new AdaptiveRichTextBlock
        {
            Spacing = AdaptiveSpacing.Small,
            Inlines =
            [
                .. Steps.Select((step, number) => Mark(step, number.CompareTo(here), number == Steps.Length - 1))
            ],
        };
    }

    // Null: it has ended.
    static int? Place(Stage stage) => stage switch
    {
        Stage.Drafting or Stage.Approving => 0,
        Stage.Brokering or Stage.Accepting => 1,
        Stage.Releasing => 2,
        Stage.Confirming => 3,
        Stage.Visiting => 4,
        Stage.Reflecting or Stage.Evaluating or Stage.Closing => 5,
        Stage.Closed or Stage.Declined or Stage.Withdrawn or Stage.Cancelled => null,
    };

    static AdaptiveTextRun Mark(string name, int place, bool last) =>
        new((place < 0 ? "✓\u00A0" : "") + name + (last ? "" : "\u00A0› "))
        {
            Size = AdaptiveTextSize.Small,
            Weight = place == 0 ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default,
            Color = place == 0 ? AdaptiveTextColor.Accent : AdaptiveTextColor.Default,
            IsSubtle = place > 0,
        };
}
