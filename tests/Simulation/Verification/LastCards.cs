using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Simulation.Verification;

/// <summary>
/// I7: the card that somebody holds shows the newest version of which they were to hear, or one since which it has been
/// their turn; and a card in which they may be typing is left alone.
/// </summary>
static class LastCards
{
    public static IEnumerable<Violation> Check(Everything all)
    {
        foreach (var whole in all.Requests.Values.Where(whole => whole.State is not null))
        {
            foreach (var person in Told(all, whole).Where(person => !whole.Cards.ContainsKey(person)))
                yield return new("I7", whole.Id.Value, "somebody was sent a card, and nobody knows where it stands");
            foreach (var (person, newest) in whole.Cards)
                if (all.Of(person, whole.Id).LastOrDefault(one => one.Message == newest.Activity)?.Shown is { } card
                    && !IsNew(all, whole, person, card))
                    yield return new(
                        "I7", whole.Id.Value,
                        $"a card shows version {card.Version?.ToString() ?? "?"} and not {Newest(all, whole, person)}");
        }
    }

    // Reports for coordinators are about a request too; they are nobody's card of it.
    static IEnumerable<PersonId> Told(Everything all, WholeCase whole) =>
        from person in whole.Notices(all.FactsFor)
            .Where(notice => notice.Kind is NoticeKind.News or NoticeKind.YourTurn)
            .Select(notice => notice.To).Distinct()
        where all.Of(person, whole.Id)
            .Any(one => one is { IsNew: true, IsAnswer: false } && one.Shown!.Version is not null)
        select person;

    static bool IsNew(Everything all, WholeCase whole, PersonId person, ShownCard card)
    {
        var newest = Newest(all, whole, person);
        var turn = whole.State!.Turns.FirstOrDefault(turn => turn.Person.Id == person);
        return card.HasFields
            || all.Drawn(whole.State, person) is null
            || all.Shows(card, whole, person, turn is null ? newest : Math.Min(newest, turn.Since))
            || whole.Dead.Any(dead => dead.To == person);
    }

    // Steps of a form are nobody's news.
    static int Newest(Everything all, WholeCase whole, PersonId person) => whole.Notices(all.FactsFor)
        .Where(
            notice => notice.To == person && notice.Kind is NoticeKind.Update or NoticeKind.News or NoticeKind.YourTurn)
        .Select(notice => notice.Version).DefaultIfEmpty(0).Max();
}
