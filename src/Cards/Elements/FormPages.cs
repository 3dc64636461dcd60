using System.Text;
using AdaptiveCards;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Cards.Elements;

/// <summary>The forms that somebody may read, each cut into pages that a card can hold.</summary>
static class FormPages
{
    // Teams drops cards above 28 KB; with its buttons and its summary a page stays under 20.
    const int MostBytes = 14_000;

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
        var answers = view.Forms.Sent(key);
        List<List<AdaptiveElement>> pages = [[]];
        var bytes = 0;
        foreach (var question in view.Forms.Find(key)!.Questions
            .Where(question => answers.ContainsKey(question.Id) && view.Forms.MayRead(question, key)))
        {
            var more = Encoding.UTF8.GetByteCount(answers.Text(question.Id));
            if (bytes > 0 && bytes + more > MostBytes) (pages, bytes) = ([.. pages, []], 0);
            pages[^1].Add(AnsweredLine.For(view, question, answers, text => text));
            bytes += more;
        }
        return pages;
    }
}
