using AdaptiveCards;

namespace OutreachBot.Cards.Elements;

/// <summary>Asks why, before something is done that cannot be undone.</summary>
public static class ReasonCard
{
    /// <param name="view">Who is asked about what.</param>
    /// <param name="verb">One that the case asks a reason for.</param>
    public static AdaptiveCard For(View view, string verb) => For(view, verb, view.Reason(verb)!);

    static AdaptiveCard For(View view, string verb, AskedReason asked) => Frame.Around(
        view,
        asked.Heading,
        asked.Heading,
        [
            Element.Text(asked.Text),
            .. asked.IsWritten ? Fields.Message(view, "Your reason") : [],
        ],
        [
            view.Destructive(asked.Button, verb),
            view.Plain("No, go back", Verbs.Show),
        ]);
}
