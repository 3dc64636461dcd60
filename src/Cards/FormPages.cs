using System.Text;
using AdaptiveCards;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Cards;

/// <summary>The forms that somebody may read, each cut into pages that a card can hold.</summary>
static class FormPages
{
    // Teams drops cards above 28 KB; with its buttons and its summary a page stays under 20.
    const int MostBytes = 14_000;

    static readonly Part[] School = [Part.Requester, Part.ReceivingHeadteacher, Part.Teacher];

    /// <summary>The keys of what has been sent, in the order of the story. A draft is its writer's own.</summary>
    public static IEnumerable<string> Readable(View view) => view.Request.Sent.Keys
        .Concat(
            view.Request.Visits.Where(visit => visit.Record is not null).Select(visit => FormKeys.Record(visit.Number)))
        .Where(key => view.IsAny(Readers(key)))
        .OrderBy(Order);

    // What happened in the visits and what came of it stays with those who were there and the inspector. The leading
    // teacher's own headteacher hears of their work from the inspector, not from the school that was visited.
    static Part[] Readers(string key) => key is FormKeys.Form1 or FormKeys.Form2
        ? [.. School, Part.Inspector, Part.LeadingTeacher, Part.ProvidingHeadteacher]
        : [.. School, Part.Inspector, Part.LeadingTeacher];

    public static (string Key, int Page) Parse(string? key) => key?.Split('~') switch
    {
        [var form, var page] when int.TryParse(page, Formats.Whole, Formats.Invariant, out var number) =>
            (form, number),
        [var form, ..] => (form, 1),
        _ => ("", 1),
    };

    /// <summary>At least one page, and every answer on one of them.</summary>
    public static IReadOnlyList<IReadOnlyList<AdaptiveElement>> Of(View view, string key)
    {
        var answers = Answered(view, key);
        List<List<AdaptiveElement>> pages = [[]];
        var bytes = 0;
        foreach (var question in Forms.For(key, view.Request, view.Scheme)!.Questions
            .Where(question => IsShown(question, view, key, answers)))
        {
            var more = Encoding.UTF8.GetByteCount(answers.Text(question.Id));
            if (bytes > 0 && bytes + more > MostBytes) (pages, bytes) = ([.. pages, []], 0);
            pages[^1].Add(AnsweredLine.For(view, question, answers, text => text));
            bytes += more;
        }
        return pages;
    }

    static Answers Answered(View view, string key) => FormKeys.VisitOf(key) is { } number
        ? view.Request.Visits.First(visit => visit.Number == number).Record!
        : view.Request.Sent.GetValueOrDefault(key, Answers.None);

    static bool IsShown(Question question, View view, string key, Answers answers) =>
        answers.ContainsKey(question.Id) && (key, question.Id) switch
        {
            // What is said to the inspector in form 3 stays between the writer and the inspector.
            (_, "comment") => view.IsAny(Part.Inspector, WriterOf(key)),

            // The other school learns who takes part, and not who was named first or whom else one would have liked.
            (FormKeys.Form1, "teachers" or "preferred") => view.IsAny([.. School, Part.Inspector]),
            _ => true,
        };

    static Part WriterOf(string key) => key is FormKeys.Form3Teacher ? Part.Teacher : Part.LeadingTeacher;

    static int Order(string key) => key switch
    {
        FormKeys.Form1 => 0,
        FormKeys.Form2 => 1,
        FormKeys.Form3Teacher => 20,
        FormKeys.Form3LeadingTeacher => 21,
        FormKeys.Evaluation => 22,
        _ => 2 + (FormKeys.VisitOf(key) ?? 0),
    };
}
