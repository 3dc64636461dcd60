using AdaptiveCards;

namespace OutreachBot.Cards.Elements;

/// <summary>One form in full, and the way to the others. Other cards quote only the start of long texts.</summary>
public static class ReadCard
{
    // A card has at most six buttons; one goes back and one reads on. Where there are more forms, a list has them all.
    const int Others = 4;

    /// <param name="view">Who reads what.</param>
    /// <param name="key">A form's key, with <c>~2</c> for its second page; null for the first form.</param>
    public static AdaptiveCard For(View view, string? key)
    {
        return view.Forms.Readable is { Count: > 0 } keys ? Page(view, keys, key) : Nothing(view);
    }

    static AdaptiveCard Nothing(View view) => Frame.Around(
        view,
        "Nothing to read",
        "There is nothing here for you to read.",
        [Element.Text("There is nothing here for you to read.")],
        [view.Primary("Go back", Verbs.Show)]);

    static AdaptiveCard Page(View view, IReadOnlyList<string> keys, string? key)
    {
        var (asked, number) = FormPages.Parse(key);
        var shown = keys.Contains(asked) ? asked : keys[0];
        var pages = FormPages.Of(view, shown);
        var page = Math.Clamp(number, 1, pages.Count);
        var title = pages.Count > 1
            ? $"{view.Forms.Title(shown)}, page {page} of {pages.Count}"
            : view.Forms.Title(shown);
        var others = keys.Where(other => other != shown).ToList();
        var beside = view.Forms.BesideReading(shown);
        var most = beside is null ? Others : Others - 1;
        return Frame.Around(
            view,
            title,
            $"{title}, {view.Subject}",
            [.. pages[page - 1], others.Count > most ? List(view, others) : null],
            [
                view.Primary("Go back", Verbs.Show),
                page < pages.Count ? view.Plain("Read on", Verbs.Read, (ActionData.Form, $"{shown}~{page + 1}")) : null,
                beside,
                .. others.Count > most
                    ? [view.Plain("Read this one", Verbs.Read)]
                    : others.Select(other => view.Plain(view.Forms.Title(other), Verbs.Read, (ActionData.Form, other))),
            ]);
    }

    static AdaptiveElement List(View view, IReadOnlyList<string> others) => new AdaptiveChoiceSetInput
    {
        Id = ActionData.Form,
        Label = "What would you like to read next?",
        Style = AdaptiveChoiceInputStyle.Compact,
        Value = others[0],
        Choices = [.. others.Select(other => new AdaptiveChoice { Title = view.Forms.Title(other), Value = other })],
    };
}
