using AdaptiveCards;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Cards.Elements;

/// <summary>What somebody may begin, and which words of the workflows they may type.</summary>
/// <param name="Starts">How they open cases.</param>
/// <param name="Words">Words with an example, and what each is for.</param>
public sealed record Menu(IReadOnlyList<Starting> Starts, IReadOnlyList<(string Typed, string Means)> Words)
{
    // A card has at most six buttons, and others need theirs. Everything can be typed.
    const int MostButtons = 3;

    public static Menu For(Actor viewer, IEnumerable<WorkflowCards> workflows) => new(
        [.. workflows.Where(one => one.Workflow.MayStart(viewer)).Select(one => one.Start)],
        [
            .. from one in workflows
               from word in one.Words
               let means = word.Help(viewer)
               where means is not null
               select ($"{word.Word} 07-K3QX9", means),
        ]);

    public IReadOnlyList<AdaptiveAction> Buttons =>
        [.. Starts.Take(MostButtons).Select(start => Elements.Buttons.General(start.Title, start.Verb))];
}
