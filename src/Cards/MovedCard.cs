using AdaptiveCards;

namespace OutreachBot.Cards;

/// <summary>What becomes of an older card when a newer one about the same request has been sent.</summary>
public static class MovedCard
{
    public static AdaptiveCard For(View view) => Kit.Card(
        $"{Words.Subject(view.Request, view.Scheme)}: there is a newer card below.",
        [
            Kit.Small($"{view.Request.Id} · {Words.Subject(view.Request, view.Scheme)}"),
            Kit.Text("There is a newer card about this below."),
        ],
        [view.Plain("Show it here", Verbs.Show)]);
}
