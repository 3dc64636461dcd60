using System.Globalization;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Simulation.Verification;

/// <summary>I6: nobody is told the same twice, but where a send was interrupted.</summary>
public static class Copies
{
    /// <summary>
    /// How many messages came without an item of their own: the same card again, for the same person.
    /// </summary>
    public static int Count(Everything all) => all.Received
        .Where(one => one is { IsNew: true, IsAnswer: false, TookEffect: true, Shown.Request: not null })
        .GroupBy(one => (one.Person, one.Card!.ToJsonString(), Day(one)))
        .Where(same => same.Count() > 1)
        .Sum(same => Math.Max(0, same.Count() - Items(all, same.First())));

    internal static IEnumerable<Violation> Check(Everything all, int ambiguous)
    {
        if (Count(all) is var copies && copies > ambiguous)
            yield return new(
                "I6", copies.ToString(CultureInfo.InvariantCulture),
                $"{copies} messages came twice, and {ambiguous} sends were interrupted");
    }

    // A card shows the newest, whichever item it delivers: two that are delivered at the same time on two instances may
    // both show what the second is about.
    static int Items(Everything all, Received card)
    {
        if (card.Shown!.Version is not { } version || PersonId.Parse(card.Person) is not { } person) return 1;

        var whole = all.Requests[card.Shown.Request!.Value];
        var before = all.Of(person, whole.Id)
            .Where(one => one is { IsNew: true, IsAnswer: false } && one.At < card.At && one.Shown!.Version < version)
            .Select(one => one.Shown!.Version!.Value).DefaultIfEmpty(0).Max();
        return Math.Max(1, whole.Notices(all.FactsFor).Count(notice =>
            notice.To == person && notice.Version > before && notice.Version <= version
                && notice.Kind is NoticeKind.News or NoticeKind.YourTurn));
    }

    // The same words on another day are another reminder.
    static DateOnly Day(Received one) => one.Shown!.IsReminder ? DateOnly.FromDateTime(one.At.UtcDateTime) : default;
}
