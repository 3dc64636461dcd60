using AdaptiveCards;

namespace OutreachBot.Cards.Elements;

/// <summary>What becomes of an older card when a newer one about the same case has been sent.</summary>
public static class MovedCard
{
    public static AdaptiveCard For(View view)
    {
        // Whoever was asked once keeps the number and nothing else of it.
        var about = view.IsTheirs ? view.Subject : null;
        return Element.Card(
            $"{about ?? view.Case.Id.Value}: there is a newer card below.",
            [
                Element.Small(about is null ? $"{view.Case.Id}" : $"{view.Case.Id} · {about}"),
                Element.Text("There is a newer card about this below."),
            ],
            [view.Plain("Show it here", Verbs.Show)]);
    }
}
