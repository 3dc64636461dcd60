using AdaptiveCards;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Bot.Conversation;

/// <summary>The card that answers a press: what came of it, above the case as it now stands.</summary>
static class Replies
{
    public static AdaptiveCard Current(View view) => view.Card() ?? NoSuchCase();

    public static AdaptiveCard To(Press press, Command command, Outcome outcome, View view) => outcome.Decision switch
    {
        Decision.Rejected { Why: var why } => Refused(press, command, why, view),
        _ when command is Command.SaveStep step =>
            view.Forms.MayWrite(step.Form) ? FormCard.For(view, step.Form) : Current(view),
        _ => Answered(view, outcome),
    };

    /// <summary>The same for a message that was typed.</summary>
    public static AdaptiveCard ToTyped(Command? command, Outcome outcome, View view) => outcome.Decision switch
    {
        Decision.Rejected when command is null => Current(view with
        {
            Note = new(NoteKind.News, "Nothing waits for a yes or a no from you. This is how it stands.")
        }),
        Decision.Rejected { Why: Refusal.WrongAnswers wrong } => FormCard.For(
            view with
            {
                Note = new(NoteKind.Problem, view.Words(wrong)),
                Typed = new(wrong.Typed, wrong.Errors, Try: 1)
            },
            wrong.Form, wrong.Step),
        Decision.Rejected { Why: var why } => Current(view with { Note = new(NoteKind.Problem, view.Words(why)) }),
        _ => Answered(view, outcome),
    };

    /// <summary>The same card with another part of its list, and everything that was typed.</summary>
    public static AdaptiveCard Found(Press press, View view)
    {
        var searching = view with { Typed = new(press.Typed, [], press.Try + 1) };
        return press.Form.Length > 0 && view.Forms.MayWrite(press.Form)
            ? FormCard.For(searching, press.Form, press.Number(ActionData.Step))
            : Current(searching);
    }

    /// <summary>Something in what was typed is not clear; nothing was done.</summary>
    public static AdaptiveCard Unclear(string what, View view) =>
        Current(view with { Note = new(NoteKind.Problem, $"{what} Nothing was done.") });

    /// <summary>A case that could not be opened.</summary>
    public static AdaptiveCard NotStarted(View view, Refusal why) =>
        HelpCard.Problem("I cannot open that for you", view.Words(why));

    // The same words for what is not there and for what is not theirs: an id that was guessed says nothing.
    public static AdaptiveCard NoSuchCase() => HelpCard.Problem(
        "I cannot show you that",
        "There is no such request, or you have no part in it. Type status to see your own requests.");

    public static AdaptiveCard NotYourCard(View view) => Current(view with
    {
        Note = new(
            NoteKind.Problem,
            "That button was made for somebody else, or has changed. Nothing was done. This is how it stands."),
    });

    // Whoever has just lost their part by it still reads what they did.
    static AdaptiveCard Answered(View view, Outcome outcome) =>
        (view with { Note = Done(view, outcome.Repeated) }).Card() ?? DoneCard.For(view, outcome.Repeated)
            ?? NoSuchCase();

    static Note? Done(View view, bool repeated) => History.Newly(view) is { } newest
        ? new(NoteKind.Done, repeated ? $"That was done already. {newest}" : newest)
        : null;

    static AdaptiveCard Refused(Press press, Command command, Refusal why, View view)
    {
        var problem = new Note(NoteKind.Problem, view.Words(why));
        var typed = new Typed(press.Typed, [], press.Try + 1);
        return why switch
        {
            Refusal.WrongAnswers wrong => FormCard.For(
                view with { Note = problem, Typed = typed with { Answers = wrong.Typed, Errors = wrong.Errors } },
                wrong.Form, wrong.Step),
            Refusal.MessageMissing or Refusal.MessageTooLong or Refusal.NotACandidate => Again(
                view with { Typed = typed with { MessageProblem = view.Words(why) } }, press.Verb),
            Refusal.NotAtThisStage when command is Command.SaveStep { Back: false } step && HasStep(view, step) =>
                FormCard.For(
                    view with
                    {
                        Note = new(
                            NoteKind.News,
                            "You saved this step before, with other words. Press Next to keep what stands here now."),
                        Typed = typed
                    },
                    step.Form,
                    step.Step),
            Refusal.NotAtThisStage => Current(view with { Note = MovedOn(view, press) }),
            _ => Current(view with { Note = problem }),
        };
    }

    static AdaptiveCard Again(View view, string verb) =>
        view.Reason(verb) is { IsWritten: true } && Current(view) is var card && !Fields.AreIn(card)
            ? ReasonCard.For(view, verb)
            : Current(view);

    static bool HasStep(View view, Command.SaveStep step) =>
        view.Forms.MayWrite(step.Form) && step.Step >= 0
            && step.Step < view.Forms.Find(step.Form)!.Review;

    // Whoever comes second learns who was first, and gets back what they had written.
    static Note MovedOn(View view, Press press)
    {
        var newest = History.Newly(view) is { } sentence ? $" {sentence}" : "";
        var written = Checking.Clean(press.Message) is { Length: > 0 } message ? $" You wrote: “{message}”" : "";
        return new(NoteKind.News, $"The request has moved on.{newest}{written}");
    }
}
