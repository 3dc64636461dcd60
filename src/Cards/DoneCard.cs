using AdaptiveCards;

namespace OutreachBot.Cards;

/// <summary>For somebody whose own press has taken them out of a request: what they did, and nothing else of it.</summary>
public static class DoneCard
{
    /// <returns>Null: they have done nothing in it.</returns>
    public static AdaptiveCard? For(View view, bool again)
    {
        if (Story.OwnNewest(view) is not { } deed) return null;

        var sentence = again ? $"That was done already. {deed}" : deed;
        return Kit.Card(
            sentence,
            [
                Kit.Small($"{view.Request.Id}"),
                Kit.Heading("Done"),
                Kit.Noted(new(NoteKind.Done, sentence)),
                Kit.Text("Nothing more is needed from you just now. If it comes back to you, I write."),
            ],
            []);
    }
}
