using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Cases;

/// <summary>
/// Who is told when somebody cannot be: a case must not stand still because one person has left or blocked the bot.
/// </summary>
public static class Unreachable
{
    /// <summary>
    /// The coordinators, for whatever people were to read; and for a turn whoever its workflow names instead.
    /// </summary>
    /// <param name="undelivered">What was to be told, and to whom.</param>
    /// <param name="about">The case as it stands, with its workflow. Null: it cannot be read.</param>
    /// <param name="authority">Who is who today.</param>
    public static IEnumerable<Notice> After(
        Notice undelivered, (CaseWorkflow Workflow, Case Case)? about, Authority authority)
    {
        if (undelivered.Kind is not (NoticeKind.News or NoticeKind.YourTurn or NoticeKind.Reminder
            or NoticeKind.Unreached)) return [];

        var (missing, version) = (undelivered.To, undelivered.Version);
        var coordinators = Coordinators(missing, version, authority);
        return undelivered.Kind is NoticeKind.YourTurn or NoticeKind.Reminder && about is var (workflow, stuck)
            ? stuck.Turns.Where(turn => turn.Person.Id == missing)
                .SelectMany(turn => workflow.Instead(stuck, turn, authority, version))
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
}
