using AdaptiveCards;

namespace OutreachBot.Cards.Elements;

/// <summary>
/// For somebody whose own press has taken them out of a case: what they did, and nothing else of it.
/// </summary>
public static class DoneCard
{
    /// <returns>Null: they have done nothing in it.</returns>
    public static AdaptiveCard? For(View view, bool again)
    {
        if (History.OwnNewest(view) is not { } action) return null;

        var sentence = again ? $"That was done already. {action}" : action;
        return Element.Card(
            sentence,
            [
                Element.Small($"{view.Case.Id}"),
                Element.Heading("Done"),
                Element.Noted(new(NoteKind.Done, sentence)),
                Element.Text("Nothing more is needed from you just now. If it comes back to you, I write."),
            ],
            []);
    }
}
