using AdaptiveCards;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Cards;

/// <summary>One form in full, and buttons to the others. Other cards quote only the start of long texts.</summary>
public static class ReadCard
{
    // A card has at most six buttons; one goes back.
    const int Others = 5;

    public static AdaptiveCard For(View view, string? key)
    {
        var keys = Readable(view).ToList();
        var shown = key is not null && keys.Contains(key) ? key : keys.FirstOrDefault() ?? FormKeys.Form1;
        return Frame.Around(
            view,
            Title(shown, view),
            $"{Title(shown, view)}, {Words.Subject(view.Request, view.Scheme)}",
            Answered(view, shown),
            [
                view.Primary("Go back", Verbs.Show),
                .. keys.Where(other => other != shown).Take(Others).Select(other => view.Plain(Title(other, view), Verbs.Read, (Carried.Form, other))),
            ]);
    }

    // A draft is its writer's own.
    static IEnumerable<string> Readable(View view) =>
        view.Request.Sent.Keys.Concat(view.Request.Visits.Where(visit => visit.Record is not null).Select(visit => FormKeys.Record(visit.Number)))
            .OrderBy(Order);

    static int Order(string key) => key switch
    {
        FormKeys.Form1 => 0,
        FormKeys.Form2 => 1,
        FormKeys.Form3Teacher => 20,
        FormKeys.Form3LeadingTeacher => 21,
        FormKeys.Evaluation => 22,
        _ => 2 + (FormKeys.VisitOf(key) ?? 0),
    };

    static string Title(string key, View view) => key switch
    {
        FormKeys.Form1 => "Form 1",
        FormKeys.Form2 => "Form 2",
        FormKeys.Form3Teacher => "Form 3: teacher",
        FormKeys.Form3LeadingTeacher => "Form 3: leading teacher",
        FormKeys.Evaluation => "Form 3: headteacher",
        _ => $"Record of visit {FormKeys.VisitOf(key)}",
    };

    static IEnumerable<AdaptiveElement?> Answered(View view, string key)
    {
        var answers = FormKeys.VisitOf(key) is { } number
            ? view.Request.Visits.First(visit => visit.Number == number).Record!
            : view.Request.Sent.GetValueOrDefault(key, Answers.None);
        var form = Forms.For(key, view.Request, view.Scheme)!;
        return form.Questions.Where(question => answers.ContainsKey(question.Id)).Select(question => AnsweredLine.For(view, question, answers));
    }
}
