using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Outreach;

/// <summary>Who is told what, once something has happened.</summary>
public static class Notices
{
    // When a day's visit is over in any school of the country.
    static readonly TimeOnly SchoolsOut = new(15, 30);

    public static IReadOnlyList<Notice> After(
        Request before, Request after, IReadOnlyList<Recorded> events, Facts facts)
    {
        if (events.All(recorded => recorded.What is RequestStarted or CaseEvent.StepSaved)) return [];

        var actor = events[0].By.Id;
        var told = new Dictionary<PersonId, NoticeKind>();
        foreach (var part in Parts.Everybody) TellAll(part, NoticeKind.Update);
        foreach (var part in events.SelectMany(recorded => News(recorded.What))) TellAll(part, NoticeKind.News);
        foreach (var post in events.Select(recorded => recorded.What).OfType<PostPassedOn>())
            Tell(post.To.Id, NoticeKind.News);
        foreach (var former in after.Former.Except(before.Former)) Tell(former, NoticeKind.Update);
        foreach (var turn in NewTurns(before, after))
            foreach (var person in after.Holders(turn, facts.Authority)) Tell(person.Id, NoticeKind.YourTurn);

        return
        [
            .. told.Select(pair => new Notice(pair.Key, pair.Value, after.Version)),
            .. Reminders(before, after, events[^1].At, facts),
            .. Vacancies(after, events, facts.Authority),
        ];

        // Whoever has just lost a part hears of it too.
        void TellAll(Part part, NoticeKind kind)
        {
            foreach (var person in before.People(part, facts.Authority)) Tell(person.Id, kind);
            foreach (var person in after.People(part, facts.Authority)) Tell(person.Id, kind);
        }

        // What somebody has done themselves is no news to them.
        void Tell(PersonId person, NoticeKind kind)
        {
            if (person == actor) kind = NoticeKind.Update;
            told[person] = told.TryGetValue(person, out var known) && known > kind ? known : kind;
        }
    }

    /// <summary>Whether an item still says something true when its time has come.</summary>
    public static bool StillTrue(this Notice notice, Request request, Authority authority) => notice.Kind switch
    {
        NoticeKind.Reminder => request.Waiting.Any(turn =>
            turn.Since == notice.Version && request.Holders(turn, authority).Any(person => person.Id == notice.To)),
        NoticeKind.Vacant => request.Vacant.Count > 0 && !request.IsOver,
        NoticeKind.Unreached => request.Waiting.Any(turn => turn.Person.Id == notice.About),
        _ => true,
    };

    static IEnumerable<Notice> Vacancies(Request after, IReadOnlyList<Recorded> events, Authority authority) =>
        events.Any(recorded => recorded.What is PostVacated)
            ? authority.Coordinators.Select(person => new Notice(person.Id, NoticeKind.Vacant, after.Version))
            : [];

    static IEnumerable<Turn<Part>> NewTurns(Request before, Request after) =>
        after.Waiting.Where(turn => turn.Since > before.Version);

    static Part[] News(CaseEvent what) => what switch
    {
        RequestStarted or CaseEvent.StepSaved or Form1Returned or QuestionAsked or QuestionAnswered
            or LeadingTeacherMatched
            or MatchAccepted
            or MatchDeclined or TeacherAgreed or TeachersNamed or Form2Sent or Form2Signed or ChangeAsked
            or Form3Written
            or PostPassedOn or PostVacated or LeadingTeacherLeft or SchoolRenamed => [],
        Form1Sent => [Part.ReceivingHeadteacher],
        Form1Approved => [Part.Requester],
        RequestDeclined or RequestWithdrawn =>
            [Part.Requester, Part.ReceivingHeadteacher, Part.Teacher, Part.Inspector, Part.LeadingTeacher,
                Part.ProvidingHeadteacher],
        TeacherDeclined or TeacherLeft => [Part.Requester],
        ReleaseAgreed => [Part.Requester, Part.ReceivingHeadteacher],
        ReleaseNotNeeded => [Part.Requester, Part.ReceivingHeadteacher, Part.ProvidingHeadteacher],
        ReleaseDeclined => [Part.LeadingTeacher],
        Form2Reopened => [Part.ReceivingHeadteacher, Part.ProvidingHeadteacher],
        ProgrammeConfirmed =>
            [Part.Requester, Part.Teacher, Part.ReceivingHeadteacher, Part.Inspector, Part.LeadingTeacher,
                Part.ProvidingHeadteacher],
        VisitRecorded => [Part.Teacher],
        VisitMoved => [Part.Teacher, Part.Requester],
        RecordCorrected =>
            [Part.Teacher, Part.Requester, Part.ReceivingHeadteacher, Part.ProvidingHeadteacher, Part.Inspector],
        FollowUpNoted => [Part.LeadingTeacher],
        ImpactEvaluated => [],
        FollowUpAsked => [Part.ReceivingHeadteacher],
        RequestClosed or PaymentStated or ProgrammeCancelled => Parts.Everybody,
        _ => throw new System.Diagnostics.UnreachableException($"Notices has no rule for {what.GetType().Name}."),
    };

    static IEnumerable<Notice> Reminders(Request before, Request after, DateTimeOffset now, Facts facts)
    {
        foreach (var turn in NewTurns(before, after))
        {
            DateTimeOffset[] dates = [.. Dates(turn).Distinct().Order()];
            foreach (var (at, due) in dates.Index())
                foreach (var person in after.Holders(turn, facts.Authority))
                    yield return new Notice(
                        person.Id, NoticeKind.Reminder, turn.Since, due,
                        Until: at + 1 < dates.Length ? Day(dates[at + 1]) : null);
        }

        static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

        // A record of meeting is asked for when its day is over, whatever day that is; other turns by the scheme's
        // rhythm, on a morning on which the school that must act is open.
        IEnumerable<DateTimeOffset> Dates(Turn<Part> turn) =>
        after.Stage is Stage.Visiting && turn.Part is Part.LeadingTeacher
            ? after.Visits.Where(visit => visit.Record is null)
                .Select(visit => new DateTimeOffset(visit.Date, SchoolsOut, TimeSpan.Zero)).Where(due => due > now)
            : after.Stage is Stage.Drafting ? []
            : facts.Scheme.RemindAfterDays.Select(days => facts.Authority.Calendar.MorningFrom(
                SchoolOf(turn.Part, after)?.Urn, SchoolCalendar.DayOf(now).AddDays(days)));
    }

    // Whoever has to act reads it when their school is open; officers work when no school has a holiday of its own.
    static School? SchoolOf(Part part, Request request) => part switch
    {
        Part.Requester or Part.Teacher or Part.ReceivingHeadteacher => request.School,
        Part.LeadingTeacher or Part.ProvidingHeadteacher => request.Match?.School,
        Part.Inspector or Part.Finance => null,
    };
}
