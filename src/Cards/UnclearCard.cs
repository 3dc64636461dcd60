using AdaptiveCards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards;

/// <summary>For a message that is nearly clear. Nothing was done; it says what is missing and what to type.</summary>
public static class UnclearCard
{
    public static AdaptiveCard Number(Actor viewer, string written) => Card(
        viewer, "I cannot read that number", Kit.Line(
            Kit.Run("A request\u2019s number looks like 07-K3QX9: two digits, a hyphen, five letters or digits. You wrote "), Kit.Bold(Kit.Clip(written)), Kit.Run(". Nothing was done.")));

    public static AdaptiveCard WhichRequest(Actor viewer, string word) => Card(
        viewer, "Which request do you mean?", Kit.Text($"Please type its number as well, such as: {word} 07-K3QX9. Nothing was done."));

    /// <summary>The word was not quite written like that, so it is asked before anything is decided.</summary>
    public static AdaptiveCard DidYouMean(RequestId id, string word, string rest)
    {
        var line = Kit.Line(Kit.Run("If so, please type "), Kit.Bold(rest.Length > 0 ? $"{word} {id} {Kit.Clip(rest)}" : $"{word} {id}"), Kit.Run(". Nothing was done."));
        return Kit.Card($"Did you mean {word} {id}?", [Kit.Heading($"Did you mean {word}?"), line], [Buttons.About(id, $"Open {id}", Verbs.Show)]);
    }

    static AdaptiveCard Card(Actor viewer, string heading, AdaptiveElement text) => Kit.Card(
        $"{heading} Nothing was done.",
        [Kit.Heading(heading), text],
        [Buttons.General("What waits for me", Verbs.Tasks), viewer.AsksAs is null ? null : Buttons.General("My requests", Verbs.Status)]);
}
