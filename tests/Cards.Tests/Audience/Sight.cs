using System.Text;
using System.Text.Json;
using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Scenarios.Audience;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests.Audience;

/// <summary>
/// Everything that the bot could show somebody of a request as it stands, and what of it gives something away.
/// </summary>
sealed class Sight
{
    // The same sentences come again and again, so each is looked through once.
    readonly Dictionary<string, Canary[]> looked = [];

    Dictionary<(PersonId, string?, string), HashSet<Canary>> drawn = [];
    Request? request;

    /// <summary>How many cards have been looked at.</summary>
    public int Cards { get; private set; }

    public IReadOnlySet<Canary> Seen(Scenario given, Actor viewer)
    {
        if (given.Request != request) (request, drawn) = (given.Request, []);
        var view = new RequestView(given.Request, viewer, given.Facts);

        // A card knows a viewer by who they are, their parts and their school: it is drawn once for all who are alike.
        var alike = (viewer.Person.Id, viewer.SchoolUrn, string.Join(' ', view.Parts));
        return drawn.TryGetValue(alike, out var before) ? before : drawn[alike] = Look(view);
    }

    HashSet<Canary> Look(RequestView view)
    {
        var seen = new HashSet<Canary>();
        foreach (var card in CardsOf(view))
        {
            Cards++;
            foreach (var text in Texts(card.ToJson())) seen.UnionWith(In(text));
        }
        return seen;
    }

    Canary[] In(string text)
    {
        if (looked.TryGetValue(text, out var known)) return known;

        return looked[text] =
        [
            .. Canaries.Everything.Where(
                canary => canary.Texts.Any(one => text.Contains(one, StringComparison.Ordinal)))
        ];
    }

    static IEnumerable<AdaptiveCard> CardsOf(RequestView view)
    {
        var news = History.Newly(view) is { } newest ? new Note(NoteKind.News, newest) : null;
        yield return ListCard.Status(view.Parts.Count > 0 ? [view] : [], Menus.OfAHeadteacher);
        if (CardFor.Request(view with { Note = news }) is not { } card) yield break;

        yield return card;
        yield return MovedCard.For(view);
        foreach (var note in Unreached(view)) yield return CardFor.Request(view with { Note = note })!;
        if (view.Parts.Count == 0) yield break;

        foreach (var key in Keys(view.Request))
        {
            yield return ReadCard.For(view, key);
            if (Decider.MayBeAskedBy(view.Request, new Command.SendForm(key))?.Any(view.Is) is not true) continue;
            for (var step = 0; step <= RequestForms.For(key, view.Request, view.Scheme)!.Review; step++)
                yield return FormCard.For(view, key, step);
        }
        yield return ReasonCard.For(view, RequestVerbs.Withdraw);
    }

    // Whoever is told when somebody else cannot be reached.
    static IEnumerable<Note> Unreached(RequestView view) =>
        from turn in view.Request.Waiting
        from told in Unreachable.After(
            new(turn.Person.Id, NoticeKind.YourTurn, view.Request.Version), (new OutreachWorkflow(), view.Request),
                view.Facts.Authority)
        where told.To == view.Viewer.Person.Id && told.Kind is NoticeKind.Unreached
        let note = UnreachedNote.For(view, told.About)
        where note is not null
        select note;

    static IEnumerable<string> Keys(Request request) =>
    [
        FormKeys.Form1, FormKeys.Form2, FormKeys.Form3Teacher, FormKeys.Form3LeadingTeacher, FormKeys.Evaluation,
        FormKeys.Record(1), FormKeys.Record(2),
    ];

    // What may be chosen says nothing of what was: choices are the scheme's or the directory's.
    static List<string> Texts(string json)
    {
        var texts = new List<string>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var isValue = false;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals("choices"u8)) reader.Skip();
            else if (reader.TokenType is JsonTokenType.PropertyName) isValue = reader.ValueTextEquals("value"u8);
            else if (reader.TokenType is JsonTokenType.String) texts.Add($"\"{reader.GetString()}\"");
            else if (reader.TokenType is JsonTokenType.Number && isValue) texts.Add($"\"{reader.GetDecimal()}\"");
        }
        return texts;
    }
}
