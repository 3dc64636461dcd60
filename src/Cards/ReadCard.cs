using AdaptiveCards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards;

/// <summary>One form in full, and the way to the others. Other cards quote only the start of long texts.</summary>
public static class ReadCard
{
    // A card has at most six buttons; one goes back and one reads on. Where there are more forms, a list has them all.
    const int Others = 4;

    /// <param name="view">Who reads what.</param>
    /// <param name="key">A form's key, with <c>~2</c> for its second page; null for the first form.</param>
    public static AdaptiveCard For(View view, string? key)
    {
        var keys = FormPages.Readable(view).ToList();
        return keys.Count > 0 ? Page(view, keys, key) : Nothing(view);
    }

    static AdaptiveCard Nothing(View view) => Frame.Around(
        view,
        "Nothing to read",
        "There is nothing here for you to read.",
        [Element.Text("There is nothing here for you to read.")],
        [view.Primary("Go back", Verbs.Show)]);

    static AdaptiveCard Page(View view, List<string> keys, string? key)
    {
        var (asked, number) = FormPages.Parse(key);
        var shown = keys.Contains(asked) ? asked : keys[0];
        var pages = FormPages.Of(view, shown);
        var page = Math.Clamp(number, 1, pages.Count);
        var title = pages.Count > 1 ? $"{Title(shown)}, page {page} of {pages.Count}" : Title(shown);
        var others = keys.Where(other => other != shown).ToList();
        var mayCorrect = FormCard.MayCorrect(view, shown);
        var most = mayCorrect ? Others - 1 : Others;
        return Frame.Around(
            view,
            title,
            $"{title}, {Words.Subject(view.Request, view.Scheme)}",
            [.. pages[page - 1], others.Count > most ? List(others) : null],
            [
                view.Primary("Go back", Verbs.Show),
                page < pages.Count ? view.Plain("Read on", Verbs.Read, (ActionData.Form, $"{shown}~{page + 1}")) : null,
                mayCorrect
                    ? view.Plain(
                        "Correct this record", Verbs.Correct, (ActionData.Visit, FormKeys.VisitOf(shown)!.Value))
                    : null,
                .. others.Count > most
                    ? [view.Plain("Read this one", Verbs.Read)]
                    : others.Select(other => view.Plain(Title(other), Verbs.Read, (ActionData.Form, other))),
            ]);
    }

    static AdaptiveElement List(IReadOnlyList<string> others) => new AdaptiveChoiceSetInput
    {
        Id = ActionData.Form,
        Label = "What would you like to read next?",
        Style = AdaptiveChoiceInputStyle.Compact,
        Value = others[0],
        Choices = [.. others.Select(other => new AdaptiveChoice { Title = Title(other), Value = other })],
    };

    static string Title(string key) => key switch
    {
        FormKeys.Form1 => "Form 1",
        FormKeys.Form2 => "Form 2",
        FormKeys.Form3Teacher => "Form 3: teacher",
        FormKeys.Form3LeadingTeacher => "Form 3: leading teacher",
        FormKeys.Evaluation => "Form 3: headteacher",
        _ => $"Record of visit {FormKeys.VisitOf(key)}",
    };
}
