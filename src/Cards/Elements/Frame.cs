using AdaptiveCards;

namespace OutreachBot.Cards.Elements;

/// <summary>What every card about a case has around it: what happened, which case, what to type.</summary>
static class Frame
{
    /// <param name="view">Who looks at what.</param>
    /// <param name="heading">Fixed words.</param>
    /// <param name="summary">One line for a phone's notification: who asks what of whom. Nothing that somebody
    /// typed.</param>
    /// <param name="body">What is special to this card.</param>
    /// <param name="actions">At most six.</param>
    /// <param name="typed">What can be typed where buttons fail; null where nothing is asked.</param>
    public static AdaptiveCard Around(
        View view, string heading, string summary,
        IEnumerable<AdaptiveElement?> body, IEnumerable<AdaptiveAction?> actions, string? typed = null)
    {
        AdaptiveElement?[] top =
        [
            Element.Noted(view.Note),
            Element.Small($"{view.Case.Id} · {view.Subject}"),
            Element.Heading(heading),
        ];
        AdaptiveElement? foot = typed is null ? null : Element.Small($"No buttons? Type: {typed}");
        return Element.Card(summary, [.. top, .. body, foot], actions);
    }

    public static AdaptiveAction ReadAll(this View view) => view.Plain("Read it all", Verbs.Read);
}
