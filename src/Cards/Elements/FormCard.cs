using AdaptiveCards;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Cards.Elements;

/// <summary>A form while it is being written: one short step, or the review before it is sent.</summary>
public static class FormCard
{
    // Answers longer than this, in letters, leave no room on the card for what the writer should have in mind.
    const int Roomy = 4000;

    /// <param name="view">Who writes what.</param>
    /// <param name="key">The form.</param>
    /// <param name="at">The step. Null: where its writer left it.</param>
    public static AdaptiveCard For(View view, string key, int? at = null)
    {
        var form = view.Forms.Find(key)!;
        var step = Math.Clamp(at ?? view.Case.Draft(key).Step, 0, form.Review);
        return step == form.Review ? Review(view, key, form) : Step(view, key, form, step);
    }

    static AdaptiveCard Step(View view, string key, Form form, int number)
    {
        var (step, around) = (form.Steps[number], view.Forms.Around(key));
        var draft = view.Case.Draft(key).Answers;
        var written = view.Typed?.Answers ?? draft;
        var room = written.Values.Sum(answer => answer.Length) < Roomy;
        var total = form.Review + 1;
        return Frame.Around(
            view,
            form.Title,
            $"{form.Title}, {view.Subject}: step {number + 1} of {total}, {step.Title}.",
            [
                Element.Line(Element.Bold(step.Title), Element.Run($"  ·  step {number + 1} of {total}")),
                number == 0 ? around.WhyAgain : null,
                around.Note,
                .. step.Text.Select(Element.Text),
                number == 0 && room && around.Background.Count > 0 ? Element.Facts(around.Background) : null,
                .. step.Questions.Any(question => question.Kind is QuestionKind.Promise) ? around.Promised : [],
                .. step.Questions.SelectMany(question => Fields.For(view, question, Value(question))),
            ],
            [
                view.Primary("Next", Verbs.Next, (ActionData.Form, key), (ActionData.Step, number)),
                step.Questions.Any(question => Picker.IsLong(view.Forms.Offered(question)))
                    ? view.Plain("Find", Verbs.Find, (ActionData.Form, key), (ActionData.Step, number)) : null,
                number > 0 ? view.Plain("Back", Verbs.Back, (ActionData.Form, key), (ActionData.Step, number)) : null,
                .. around.Buttons,
            ]);

        // A step that has been saved shows what was saved, an empty answer too; a new one shows what we know already.
        string Value(Question question) => written.TryGetValue(question.Id, out var answer) ? answer
            : view.Typed is not null || step.Questions.Any(other => draft.ContainsKey(other.Id)) ? ""
            : view.Forms.Default(question, key);
    }

    static AdaptiveCard Review(View view, string key, Form form)
    {
        var (answers, around) = (view.Case.Draft(key).Answers, view.Forms.Around(key));
        return Frame.Around(
            view,
            form.Title,
            $"{form.Title}, {view.Subject}: ready to send.",
            [
                Element.Line(
                    Element.Bold("Check and send"), Element.Run($"  ·  step {form.Review + 1} of {form.Review + 1}")),
                .. form.Questions.Where(question => answers.ContainsKey(question.Id))
                    .Select(question => AnsweredLine.For(view, question, answers, Element.Clip)),
                around.Review,
            ],
            [
                view.Primary(form.Send, Verbs.Send, (ActionData.Form, key)),
                view.Plain("Back", Verbs.Back, (ActionData.Form, key), (ActionData.Step, form.Review)),
                .. around.Buttons,
            ]);
    }
}
