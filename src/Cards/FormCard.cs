using AdaptiveCards;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Cards;

/// <summary>A form while it is being written: one short step, or the review before it is sent.</summary>
public static class FormCard
{
    // Answers longer than this, in letters, leave no room on the card for what the writer should have in mind.
    const int Roomy = 4000;

    public static AdaptiveCard For(View view, string key, int? at = null)
    {
        var form = Forms.For(key, view.Request, view.Scheme)!;
        var step = Math.Clamp(at ?? view.Request.Draft(key).Step, 0, form.Review);
        return step == form.Review ? Review(view, key, form) : Step(view, key, form, step);
    }

    static AdaptiveCard Step(View view, string key, Form form, int number)
    {
        var step = form.Steps[number];
        var draft = view.Request.Draft(key).Answers;
        var written = view.Typed?.Answers ?? draft;
        var room = written.Values.Sum(answer => answer.Length) < Roomy;
        var total = form.Review + 1;
        return Frame.Around(
            view,
            form.Title,
            $"{form.Title}, {Words.Subject(view.Request, view.Scheme)}: step {number + 1} of {total}, {step.Title}.",
            [
                Element.Line(Element.Bold(step.Title), Element.Run($"  ·  step {number + 1} of {total}")),
                number == 0 ? WhyAgain(view, key) : null,
                IsCorrection(view, key)
                    ? Element.Text(
                        "You sent this before. When you send it again, both schools are told that it was corrected.")
                    : null,
                .. step.Text.Select(Element.Text),
                number == 0 && room && Background(view, key).ToList() is { Count: > 0 } background
                    ? Element.Facts(background)
                    : null,
                .. step.Questions.Any(question => question.Kind is QuestionKind.Promise)
                    ? RequestFacts.CodeOfPractice(view)
                    : [],
                .. step.Questions.SelectMany(question => Fields.For(view, question, Value(question))),
            ],
            [
                view.Primary("Next", Verbs.Next, (ActionData.Form, key), (ActionData.Step, number)),
                step.Questions.Any(question => Picker.IsLong(Fields.Offered(view, question)))
                    ? view.Plain("Find", Verbs.Find, (ActionData.Form, key), (ActionData.Step, number)) : null,
                number > 0 ? view.Plain("Back", Verbs.Back, (ActionData.Form, key), (ActionData.Step, number)) : null,
                .. Others(view, key),
            ]);

        // A step that has been saved shows what was saved, an empty answer too; a new one shows what we know already.
        string Value(Question question) => written.TryGetValue(question.Id, out var answer) ? answer
            : view.Typed is not null || step.Questions.Any(other => draft.ContainsKey(other.Id)) ? ""
            : Forms.Default(question, key, view.Request);
    }

    static AdaptiveCard Review(View view, string key, Form form)
    {
        var answers = view.Request.Draft(key).Answers;
        return Frame.Around(
            view,
            form.Title,
            $"{form.Title}, {Words.Subject(view.Request, view.Scheme)}: ready to send.",
            [
                Element.Line(
                    Element.Bold("Check and send"), Element.Run($"  ·  step {form.Review + 1} of {form.Review + 1}")),
                .. form.Questions.Where(question => answers.ContainsKey(question.Id))
                    .Select(question => AnsweredLine.For(view, question, answers, Element.Clip)),
                key is FormKeys.Form2 ? Element.Row("Cost", Words.Cost(Payments.Of(view.Request, view.Scheme))) : null,
            ],
            [
                view.Primary(form.Send, Verbs.Send, (ActionData.Form, key)),
                view.Plain("Back", Verbs.Back, (ActionData.Form, key), (ActionData.Step, form.Review)),
                .. Others(view, key),
            ]);
    }

    static AdaptiveElement? WhyAgain(View view, string key)
    {
        var said = view.Request.History.LastOrDefault(line => SendsBack(line.What, key));
        return said is { Text: { } text } && view.Request.Drafts.ContainsKey(key)
            ? Element.Box(
                AdaptiveContainerStyle.Warning, Element.Small(History.Sentence(said)),
                Element.Text($"“{Element.Clip(text)}”"))
            : null;
    }

    static bool SendsBack(string what, string key) => key switch
    {
        FormKeys.Form1 => what is nameof(RequestEvent.Form1Returned),
        FormKeys.Form2 => what is nameof(RequestEvent.ChangeAsked) or nameof(RequestEvent.Form2Reopened),
        FormKeys.Form3Teacher or FormKeys.Form3LeadingTeacher or FormKeys.Evaluation =>
            what is nameof(RequestEvent.FollowUpAsked),
        _ => false,
    };

    // What the writer should have in mind: what the programme is about, and what others have said of it.
    static IEnumerable<AdaptiveElement?> Background(View view, string key)
    {
        if (key is FormKeys.Form2)
        {
            yield return Element.Row("School", view.Request.School!.Name);
            yield return Element.Row("For", Words.Teachers(view.Request));
            yield return Element.Row("Asked for", RequestFacts.Wished(view.Request));
            yield return Element.Quote("What is needed, and why", view.Request.Form1.Text("need"));
        }
        if (FormKeys.VisitOf(key) is { } number)
        {
            var visit = view.Request.Visit(number)!;
            yield return Element.Row(
                $"Visit {number} of {view.Request.Visits.Count}",
                $"{Words.Day(visit.Date)}, {view.Request.School!.Name}");
        }
        if (key is FormKeys.Form3Teacher or FormKeys.Form3LeadingTeacher)
        {
            yield return Element.Quote("What was hoped for", view.Request.Form1.Text("outcomes"));
            foreach (var next in view.Request.FollowUps)
                yield return Element.Quote($"{next.Teacher}, after day {next.Visit}", next.Text);
        }
        if (key is FormKeys.Evaluation)
        {
            yield return Element.Quote(
                "What the teacher says came of it", view.Request.Sent[FormKeys.Form3Teacher].Text("outcomes"));
            yield return Element.Quote(
                "What the leading teacher says", view.Request.Sent[FormKeys.Form3LeadingTeacher].Text("outcomes"));
        }
    }

    /// <summary>Whether this viewer may put right what this record says.</summary>
    public static bool MayCorrect(View view, string key) =>
        IsCorrection(view, key) && Decider.May(view.Request, new Command.SendForm(key), view.Viewer);

    static bool IsCorrection(View view, string key) => view.Request.Visit(FormKeys.VisitOf(key))?.Record is not null;

    static IEnumerable<AdaptiveAction?> Others(View view, string key)
    {
        if (IsCorrection(view, key))
        {
            yield return view.Plain("Leave it as it was", Verbs.Show);
            yield break;
        }
        if (view.Request.Visits.Any(visit => visit.Record is not null) && FormKeys.VisitOf(key) is not null)
            yield return view.ReadAll();
        if (key is FormKeys.Form1) yield return view.WithReason("Throw this away", Verbs.Withdraw);
        if (view.Request.Stage is Stage.Visiting) yield return view.WithReason("Change form 2", Verbs.ChangeForm2);
        if (view.Request.Stage is Stage.Confirming or Stage.Visiting)
            yield return view.WithReason("Cancel the programme", Verbs.Cancel);
    }
}
