using AdaptiveCards;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Cards.Elements;

/// <summary>For a message that is nearly clear. Nothing was done; it says what is missing and what to type.</summary>
public static class UnclearCard
{
    public static AdaptiveCard Number(Menu menu, string written) => Card(
        menu, "I cannot read that number", Element.Line(
            Element.Run(
                "A request\u2019s number looks like 07-K3QX9: two digits, a hyphen, five letters or digits. "
                + "You wrote "),
            Element.Bold(Element.Clip(written)), Element.Run(". Nothing was done.")));

    public static AdaptiveCard WhichRequest(Menu menu, string word) => Card(
        menu, "Which request do you mean?",
        Element.Text($"Please type its number as well, such as: {word} 07-K3QX9. Nothing was done."));

    /// <summary>The word was not quite written like that, so it is asked before anything is decided.</summary>
    public static AdaptiveCard DidYouMean(CaseId id, string word, string rest)
    {
        var line = Element.Line(
            Element.Run("If so, please type "),
            Element.Bold(rest.Length > 0 ? $"{word} {id} {Element.Clip(rest)}" : $"{word} {id}"),
            Element.Run(". Nothing was done."));
        return Element.Card(
            $"Did you mean {word} {id}?", [Element.Heading($"Did you mean {word}?"), line],
            [Buttons.About(id, $"Open {id}", Verbs.Show)]);
    }

    static AdaptiveCard Card(Menu menu, string heading, AdaptiveElement text) => Element.Card(
        $"{heading} Nothing was done.",
        [Element.Heading(heading), text],
        [Buttons.General("What waits for me", Verbs.Tasks),
            menu.Starts.Count == 0 ? null : Buttons.General("My requests", Verbs.Status)]);
}
