using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>The forms of a request, as one viewer writes and reads them.</summary>
sealed class RequestFormViews(RequestView view) : FormViews
{
    public override Form? Find(string key) => RequestForms.For(key, view.Request, view.Scheme);

    public override bool MayWrite(string key) => view.May(new Command.SendForm(key));

    public override IReadOnlyList<Option> Offered(Question question) =>
        RequestForms.Choices(view.Request, view.Facts).For(question, view.Scheme);

    public override string Default(Question question, string key) =>
        RequestForms.Default(question, key, view.Request);

    public override IReadOnlyList<string> Readable =>
    [
        .. view.Request.Sent.Keys
            .Concat(
                view.Request.Visits.Where(visit => visit.Record is not null)
                    .Select(visit => FormKeys.Record(visit.Number)))
            .Where(view.Sight.MayReadForm)
            .OrderBy(Order)
    ];

    public override string Title(string key) => key switch
    {
        FormKeys.Form1 => "Form 1",
        FormKeys.Form2 => "Form 2",
        FormKeys.Form3Teacher => "Form 3: teacher",
        FormKeys.Form3LeadingTeacher => "Form 3: leading teacher",
        FormKeys.Evaluation => "Form 3: headteacher",
        _ => $"Record of visit {FormKeys.VisitOf(key)}",
    };

    public override Answers Sent(string key) => FormKeys.VisitOf(key) is { } number
        ? view.Request.Visit(number)!.Record!
        : view.Request.Sent.GetValueOrDefault(key, Answers.None);

    public override bool MayRead(Question question, string key) => view.Sight.MayReadAnswer(question);

    public override AdaptiveAction? BesideReading(string key) => MayCorrect(key)
        ? view.Plain("Correct this record", RequestVerbs.Correct, (ActionData.Visit, FormKeys.VisitOf(key)!.Value))
        : null;

    /// <summary>The form to put right what a record says. Null: the viewer may not.</summary>
    public AdaptiveCard? Correction(string key) => MayCorrect(key) ? FormCard.For(view, key) : null;

    public override FormSurroundings Around(string key) => new()
    {
        WhyAgain = WhyAgain(key),
        Note = IsCorrection(key)
            ? Element.Text(
                "You sent this before. When you send it again, both schools are told that it was corrected.")
            : null,
        Background = [.. Background(key)],
        Promised = [.. RequestFacts.CodeOfPractice(view)],
        Review = key is FormKeys.Form2
            ? Element.Row("Cost", RequestWords.Cost(Payments.Of(view.Request, view.Scheme)))
            : null,
        Buttons = [.. Others(key)],
    };

    bool MayCorrect(string key) => IsCorrection(key) && MayWrite(key);

    bool IsCorrection(string key) => view.Request.Visit(FormKeys.VisitOf(key))?.Record is not null;

    static int Order(string key) => key switch
    {
        FormKeys.Form1 => 0,
        FormKeys.Form2 => 1,
        FormKeys.Form3Teacher => 20,
        FormKeys.Form3LeadingTeacher => 21,
        FormKeys.Evaluation => 22,
        _ => 2 + (FormKeys.VisitOf(key) ?? 0),
    };

    AdaptiveElement? WhyAgain(string key)
    {
        var said = view.Request.History.LastOrDefault(line => SendsBack(line.What, key));
        return said is { Text: { } text } && view.Request.Drafts.ContainsKey(key)
            ? Element.Box(
                AdaptiveContainerStyle.Warning, Element.Small(History.Sentence(view, said)),
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
    IEnumerable<AdaptiveElement?> Background(string key)
    {
        if (key is FormKeys.Form2)
        {
            yield return Element.Row("School", view.Request.School!.Name);
            yield return Element.Row("For", RequestWords.Teachers(view.Request));
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

    IEnumerable<AdaptiveAction?> Others(string key)
    {
        if (IsCorrection(key))
        {
            yield return view.Plain("Leave it as it was", Verbs.Show);
            yield break;
        }
        if (view.Request.Visits.Any(visit => visit.Record is not null) && FormKeys.VisitOf(key) is not null)
            yield return view.ReadAll();
        if (key is FormKeys.Form1) yield return view.WithReason("Throw this away", RequestVerbs.Withdraw);
        if (key is not FormKeys.Form2 && view.May(new RequestCommand.ChangeForm2("")))
            yield return view.WithReason("Change form 2", RequestVerbs.ChangeForm2);
        if (view.May(new RequestCommand.CancelProgramme("")))
            yield return view.WithReason("Cancel the programme", RequestVerbs.Cancel);
    }
}
