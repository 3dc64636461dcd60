using AdaptiveCards;

namespace OutreachBot.Cards;

/// <summary>What becomes of an older card when a newer one about the same request has been sent.</summary>
public static class MovedCard
{
    public static AdaptiveCard For(View view)
    {
        // Whoever was asked once keeps the number and nothing else of it.
        var about = view.Parts.Count > 0 ? Words.Subject(view.Request, view.Scheme) : null;
        return Element.Card(
            $"{about ?? view.Request.Id.Value}: there is a newer card below.",
            [
                Element.Small(about is null ? $"{view.Request.Id}" : $"{view.Request.Id} · {about}"),
                Element.Text("There is a newer card about this below."),
            ],
            [view.Plain("Show it here", Verbs.Show)]);
    }
}
