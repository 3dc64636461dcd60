using AdaptiveCards;

namespace OutreachBot.Cards;

/// <summary>Asks why, before a request is withdrawn, a programme cancelled or form 2 taken back.</summary>
public static class ReasonCard
{
    /// <summary>The verbs that this card can ask a reason for.</summary>
    public static bool CanAskFor(string verb) => verb is Verbs.Withdraw or Verbs.Cancel or Verbs.ChangeForm2;

    public static AdaptiveCard For(View view, string verb)
    {
        var (heading, button) = verb switch
        {
            Verbs.Withdraw => ("Withdraw the request?", "Withdraw it"),
            Verbs.Cancel => ("Cancel the programme?", "Cancel it"),
            _ => ("Change form 2?", "Take it back to change it"),
        };
        return Frame.Around(
            view,
            heading,
            heading,
            [
                Kit.Text(verb is Verbs.ChangeForm2
                    ? "Both headteachers sign again when you send it. Please say what you want to change."
                    : "Everybody concerned is told. Please say why."),
                .. Fields.Message(view, "Your reason"),
            ],
            [
                view.Destructive(button, verb),
                view.Plain("No, go back", Verbs.Show),
            ]);
    }
}
