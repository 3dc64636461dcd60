using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>
/// The inspector sees what is needed and who could help, the best first, and asks, matches or declines.
/// </summary>
public static class BrokeringCard
{
    const int Listed = 5;

    public static AdaptiveCard For(RequestView view)
    {
        var candidates = Candidates.For(view.Request, view.Facts);
        return Frame.Around(
            view,
            "Find a leading teacher",
            $"{view.Request.School!.Name} asks for a leading teacher in {RequestWords.Area(view.Request, view.Scheme)}, "
            + $"{Words.Days(view.Request.Days)}: who can help?",
            [
                Element.Line(
                    Element.Bold(view.Request.School.Name),
                    Element.Run(" needs a leading teacher for "),
                    Element.Bold(RequestWords.Area(view.Request, view.Scheme)),
                    Element.Run(", "),
                    Element.Bold(Words.Days(view.Request.Days)),
                    Element.Run(".")),
                RequestFacts.Asked(view),
                view.Request.OpenQuestion is { } open ? Element.Quote("Your question waits for an answer", open) : null,
                .. History.Lines(view),
                Element.Subheading("Who could help"),
                .. candidates.Take(Listed).SelectMany(one => Described(one, view.Request)),
                .. Choice(view, candidates),
                .. Fields.Message(view, "Message (needed for a question or a no)"),
            ],
            [
                candidates.Count > 0 ? view.Primary("Ask this leading teacher", RequestVerbs.Match) : null,
                Picker.IsLong(Options(candidates)) ? view.Plain("Find", Verbs.Find) : null,
                view.Plain("Ask the school a question", RequestVerbs.Ask),
                view.Plain("Decline", RequestVerbs.DeclineRequest),
                view.ReadAll(),
            ],
            $"match {view.Request.Id} and a name, ask {view.Request.Id} and your question, or decline "
            + $"{view.Request.Id} and why");
    }

    static IEnumerable<AdaptiveElement> Described(Candidate one, Request request)
    {
        yield return Element.Line(Element.Bold(one.Person.Name), Element.Run($", {one.School.Name}"));
        yield return Element.Small(string.Join(" · ", Reasons(one, request)));
    }

    static IEnumerable<string> Reasons(Candidate one, Request request)
    {
        if (one.SaidNo) yield return "said no to this request";
        if (one.Preferred) yield return "the school's wish";
        yield return one.OffersKind ? "offers this kind of support" : "other kinds of support";
        yield return one.EnoughDays(request)
            ? $"{Words.Days(one.DaysLeft)} left"
            : $"only {Words.Days(one.DaysLeft)} left";
        if (!one.Free) yield return "busy on a day you would like";
        if (one.Kilometres is { } distance) yield return $"{distance} km away";
        if (one.WorkedHereBefore) yield return "has worked at this school";
    }

    static IReadOnlyList<Option> Options(IEnumerable<Candidate> candidates) =>
        [.. candidates.Select(one => new Option(one.Person.Id.Key, $"{one.Person.Name}, {one.School.Name}"))];

    static IEnumerable<AdaptiveElement> Choice(RequestView view, IReadOnlyList<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            yield return Element.Text(
                "The directory has nobody for this curriculum area. Please ask the coordinator, or decline with a "
                + "reason.");
            yield break;
        }
        var options = Options(candidates);
        foreach (var search in Picker.Search(view, options)) yield return search;

        // The list always has somebody chosen: after a search that is the best of those who were found.
        var found = Picker.Found(view, options);
        var chosen = view.Typed?.Answers.GetValueOrDefault(ActionData.Person) is { } before
            && found.Any(option => option.Id == before)
            ? before
            : found is [var best, ..] ? best.Id : null;
        yield return new AdaptiveChoiceSetInput
        {
            Id = ActionData.Field(ActionData.Person, view.Typed?.Try ?? 0),
            Label = "Whom shall we ask?",
            Style = AdaptiveChoiceInputStyle.Compact,
            Value = chosen,
            Choices = [.. found.Select(option => new AdaptiveChoice { Title = option.Label, Value = option.Id })],
        };
    }
}
