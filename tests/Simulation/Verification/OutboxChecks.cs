using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Simulation.Verification;

/// <summary>
/// I5: every item that the events call for was delivered, is superseded by something newer, waits for its day, or is
/// laid aside and a coordinator knows; and nothing that is due waits.
/// </summary>
static class OutboxChecks
{
    static readonly TimeSpan Slack = TimeSpan.FromMinutes(30);

    public static IEnumerable<Violation> Check(Everything all) => all.Requests.Values
        .Where(whole => whole.State is not null)
        .SelectMany(whole => Overdue(all, whole).Concat(Undelivered(all, whole)).Concat(Unheard(all, whole))
            .Select(what => new Violation("I5", whole.Id.Value, what)));

    static IEnumerable<string> Overdue(Everything all, WholeCase whole) => whole.Outbox
        .Where(item =>
            item.Due <= all.Now || (item.Attempts > 0 && item is not NoticeItem { Notice.Kind: NoticeKind.Reminder }))
        .Select(item => $"an item ({item.Kind} of version {item.Version}) is due and not delivered");

    static IEnumerable<string> Undelivered(Everything all, WholeCase whole) => whole.Notices(all.FactsFor)
        .Where(notice => !IsWaiting(all, whole, notice) && !IsDead(whole, notice) && !IsDelivered(all, whole, notice))
        .Select(notice => $"an item ({notice.Kind} of version {notice.Version}) was not delivered, and is not there");

    static bool IsWaiting(Everything all, WholeCase whole, Notice notice) =>
        whole.Outbox.Any(item => StandsFor(item, notice)
            || (item is NoticeItem { Notice: var waiting } && IsSame(waiting, notice) && item.Due > all.Now));

    // While it is not spread it is overdue itself, if it is due.
    static bool StandsFor(OutboxItem item, Notice notice) =>
        item is FanOutItem all && notice.Version > all.Before && notice.Version <= all.Last;

    static bool IsDead(WholeCase whole, Notice notice) =>
        whole.Dead.Any(
            dead => dead.To == notice.To && dead.Kind == notice.Kind.ToString() && dead.Version == notice.Version);

    static bool IsSame(Notice one, Notice other) =>
        one.To == other.To && one.Kind == other.Kind && one.Version == other.Version;

    static bool IsDelivered(Everything all, WholeCase whole, Notice notice) => notice.Kind switch
    {
        // Cards that change are the last ones (I7).
        NoticeKind.Update => true,
        NoticeKind.Reminder =>
            notice.Due > all.Now - Slack || !whole.Workflow!.IsStillTrue(notice, whole.State!, all.Authority)
            || all.Of(notice.To, whole.Id)
                .Any(one => one.IsNew && one.Shown!.IsReminder && one.At > notice.Due - Slack),
        _ => all.Drawn(whole.State!, notice.To) is null || all.Of(notice.To, whole.Id)
            .Any(one =>
                one is { IsNew: true, IsAnswer: false } && all.Shows(one.Shown!, whole, notice.To, notice.Version)),
    };

    // Whatever people were to read and did not get is told to every coordinator who can be reached.
    static IEnumerable<string> Unheard(Everything all, WholeCase whole)
    {
        foreach (var missing in whole.Dead.Where(dead => IsForPeople(dead.Kind)).Select(dead => dead.To).Distinct())
            foreach (var coordinator in all.Authority.Coordinators.Where(person => person.Id != missing))
                if (!whole.Dead.Any(dead => dead.To == coordinator.Id && dead.Kind is nameof(NoticeKind.Undelivered))
                    && !all.Of(coordinator.Id, whole.Id).Any(one => one is { IsNew: true, IsAnswer: false })
                    && !all.Received.Any(one => one is { TookEffect: true, IsAnswer: false, Shown.SendsAllAgain: true }
                            && one.Person == coordinator.Id.Key))
                    yield return "a message was laid aside and a coordinator was not told";
    }

    static bool IsForPeople(string? kind) => kind
        is nameof(NoticeKind.News) or nameof(NoticeKind.YourTurn) or nameof(NoticeKind.Reminder)
        or nameof(NoticeKind.Unreached) or FanOutItem.AsKind;
}
