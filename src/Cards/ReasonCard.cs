using AdaptiveCards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards;

/// <summary>Asks why, before a request is withdrawn or ended, a programme cancelled or form 2 taken back.</summary>
public static class ReasonCard
{
    /// <summary>The verbs that this card can ask a reason for.</summary>
    public static bool CanAskFor(string verb) =>
        verb is Verbs.Withdraw or Verbs.Cancel or Verbs.ChangeForm2 or Verbs.DeclineRequest or Verbs.Close;

    public static AdaptiveCard For(View view, string verb)
    {
        var draft = view.Request.Stage is Stage.Drafting;
        var (heading, text, button) = verb switch
        {
            Verbs.Withdraw when draft =>
                ("Throw this form away?", "What you have written in it will be gone.", "Throw it away"),
            Verbs.Withdraw => ("Withdraw the request?", "Everybody concerned is told. Please say why.", "Withdraw it"),
            Verbs.Cancel => ("Cancel the programme?", "Everybody concerned is told. Please say why.", "Cancel it"),
            Verbs.DeclineRequest =>
                ("Decline the request?", "Everybody concerned is told. Please say why.", "Decline it"),
            Verbs.Close => ("Close the request?", "What was visited is paid. Everybody concerned is told.", "Close it"),
            _ => ("Change form 2?",
                "Both headteachers sign again when you send it. Please say what you want to change.",
                    "Take it back to change it"),
        };
        return Frame.Around(
            view,
            heading,
            heading,
            [
                Element.Text(text),
                .. draft ? [] : Fields.Message(view, "Your reason"),
            ],
            [
                view.Destructive(button, verb),
                view.Plain("No, go back", Verbs.Show),
            ]);
    }
}
