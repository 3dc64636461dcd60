using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Outreach;

/// <summary>Who can do something about a turn whose holder cannot be reached.</summary>
static class Successors
{
    /// <summary>Whoever holds that office now, or else the next person who can do something about it.</summary>
    public static IEnumerable<Notice> Of(Request request, Turn<Part> turn, Authority authority, int version)
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
