namespace OutreachBot.Workflow.Outreach;

/// <summary>
/// Who is told when somebody cannot be: a request must not stand still because one person has left or blocked the bot.
/// </summary>
public static class Unreachable
{
    /// <summary>
    /// The coordinators, for whatever people were to read; and for a turn whoever holds that office now, or else the
    /// next person who can do something about it.
    /// </summary>
    /// <param name="undelivered">What was to be told, and to whom.</param>
    /// <param name="request">The request as it stands. Null: it cannot be read.</param>
    /// <param name="authority">Who is who today.</param>
    public static IEnumerable<Notice> After(Notice undelivered, Request? request, Authority authority)
    {
        if (undelivered.Kind is not (NoticeKind.News or NoticeKind.YourTurn or NoticeKind.Reminder
            or NoticeKind.Unreached)) return [];

        var (missing, version) = (undelivered.To, undelivered.Version);
        var coordinators = Coordinators(missing, version, authority);
        return undelivered.Kind is NoticeKind.YourTurn or NoticeKind.Reminder && request is not null
            ? request.Waiting.Where(turn => turn.Person.Id == missing)
                .SelectMany(turn => Instead(request, turn, authority, version))
                .DistinctBy(notice => notice.To)
                .Concat(coordinators)
            : coordinators;
    }

    /// <summary>The coordinators alone, where it is not known who was to be told.</summary>
    /// <param name="missing">Whom it is about, who is not told.</param>
    /// <param name="version">The version that gave rise to it.</param>
    /// <param name="authority">Who is who today.</param>
    public static IEnumerable<Notice> Coordinators(PersonId missing, int version, Authority authority) =>
        authority.Coordinators.Where(person => person.Id != missing)
            .Select(person => new Notice(person.Id, NoticeKind.Undelivered, version, About: missing));

    static IEnumerable<Notice> Instead(Request request, Turn turn, Authority authority, int version)
    {
        if (Others(turn.Part) is [var successor, ..]
            && turn.Part is (Part.ReceivingHeadteacher or Part.ProvidingHeadteacher))
            return [new(successor.Id, NoticeKind.YourTurn, version)];

        return Next(turn.Part).Select(Others).FirstOrDefault(people => people.Count > 0, [])
            .Select(person => new Notice(person.Id, NoticeKind.Unreached, version, About: turn.Person.Id));

        List<Person> Others(Part part) =>
        [
            .. request.People(part, authority)
                .Where(person => person.Id != turn.Person.Id && authority.Find(person.Id) is not null)
        ];
    }

    // Who asked can name other teachers or withdraw; the inspector knows everybody, and can be spoken to by all.
    static Part[] Next(Part part) => part switch
    {
        Part.Requester => [Part.ReceivingHeadteacher, Part.Inspector],
        Part.Teacher => [Part.Requester, Part.ReceivingHeadteacher],
        Part.ReceivingHeadteacher => [Part.Requester, Part.Inspector],
        Part.LeadingTeacher or Part.ProvidingHeadteacher => [Part.Inspector],
        Part.Inspector or Part.Finance => [],
    };
}
