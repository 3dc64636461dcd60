using AdaptiveCards;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Cards.Elements;

/// <summary>What has happened so far, as far as it is this viewer's to know.</summary>
public static class History
{
    const int Newest = 5;

    /// <summary>"Sam Reed agreed to the release, Tuesday 3 March 2026 at 10:42."</summary>
    public static string Sentence(View view, HistoryEntry happening) =>
        $"{happening.By.Name} {view.Did(happening.What)}, {Words.Moment(happening.At)}.";

    /// <summary>The newest thing that happened. Null when it is not this viewer's to know.</summary>
    public static string? Newly(View view) =>
        view.Case.History.LastOrDefault(view.IsAction) is { } newest && view.MayKnow(newest)
            ? Sentence(view, newest)
            : null;

    /// <summary>The newest thing that this viewer did themselves. Null: they have done nothing.</summary>
    public static string? OwnNewest(View view) =>
        view.Case.History.LastOrDefault(happening => view.IsAction(happening) && IsOwn(happening, view)) is { } own
            ? Sentence(view, own)
            : null;

    internal static IEnumerable<AdaptiveElement> Lines(View view)
    {
        var seen = Seen(view).TakeLast(Newest).Reverse().ToList();
        if (seen.Count == 0) yield break;

        yield return Element.Subheading("What has happened");
        foreach (var happening in seen)
        {
            yield return Element.Small(Sentence(view, happening));
            if (happening.Text is { } text && view.MayRead(happening))
                yield return Element.Text($"“{Element.Clip(text)}”");
        }
    }

    static IEnumerable<HistoryEntry> Seen(View view) =>
        view.Case.History.Where(happening => view.IsAction(happening) && view.MayKnow(happening));

    static bool IsOwn(HistoryEntry happening, View view) => happening.By.Id == view.Viewer.Person.Id;
}
