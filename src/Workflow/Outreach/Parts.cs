using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Outreach;

/// <summary>Who is who in a request, and whose turn it is.</summary>
public static class Parts
{
    internal static readonly Part[] Everybody = Enum.GetValues<Part>();

    /// <summary>The parts this person has at this moment. Rights come from here and never from a card.</summary>
    public static IEnumerable<Part> Of(Request request, Actor actor) =>
        Everybody.Where(part => request.Has(actor, part));

    public static bool Has(this Request request, Actor actor, Part part) => part switch
    {
        Part.Requester => request.Requester?.Id == actor.Person.Id && StillAsks(request, actor),
        Part.Teacher => IsSent(request) && IsTeacher(request, actor.Person.Id) && actor.IsAt(request.School),
        Part.ReceivingHeadteacher => IsSent(request) && actor.IsHeadteacherOf(request.School),
        Part.Inspector => request.IsApproved && (request.Vacant.Contains(part)
            ? actor.Is(Role.Coordinator)
            : actor.Is(request.BrokeredAs ?? Role.Inspector) && request.Inspector?.Id == actor.Person.Id),
        Part.LeadingTeacher => request.Match is { } match && match.LeadingTeacher.Id == actor.Person.Id
            && actor.Is(Role.LeadingTeacher) && actor.IsAt(match.School),
        Part.ProvidingHeadteacher =>
            request is { IsAccepted: true, Match: { } match } && (match.ReleasedAs is { } role
                ? actor.Is(role) && match.Headteacher.Id == actor.Person.Id
                : actor.IsHeadteacherOf(match.School)
                    && !(actor.Is(Role.LeadingTeacher) && match.LeadingTeacher.Id == actor.Person.Id)),
        Part.Finance => request.Payment is not null && actor.Is(Role.Finance),
    };

    /// <summary>The people to whom something is said when it concerns this part.</summary>
    public static IEnumerable<Person> People(this Request request, Part part, Authority authority) => part switch
    {
        Part.Requester => One(request.Requester),
        Part.Teacher => IsSent(request) ? request.Teachers : [],
        Part.ReceivingHeadteacher => IsSent(request) ? Heads(request.School!, request.Headteacher, authority) : [],
        Part.Inspector => !request.IsApproved ? []
            : request.Vacant.Contains(part) ? authority.Coordinators
            : One(request.Inspector),
        Part.LeadingTeacher => One(request.Match?.LeadingTeacher),
        Part.ProvidingHeadteacher => request is not { IsAccepted: true, Match: { } match } ? []
            : match.ReleasedAs is not null ? One(match.Headteacher)
            : Heads(match.School, match.Headteacher, authority).Where(head => head.Id != match.LeadingTeacher.Id),
        Part.Finance => request.Payment is null ? [] : authority.Finance,
    };

    /// <summary>
    /// Who may take a turn: several where a post is shared, or where coordinators act for an inspector.
    /// </summary>
    public static IEnumerable<Person> Holders(this Request request, Turn<Part> turn, Authority authority) =>
        turn.Part switch
        {
            Part.ReceivingHeadteacher or Part.ProvidingHeadteacher => request.People(turn.Part, authority),
            Part.Inspector when request.Vacant.Contains(turn.Part) => request.People(turn.Part, authority),
            _ => One(turn.Person),
        };

    /// <summary>In which role somebody acts for the holder of a post. Null: the holder acts.</summary>
    internal static Role? ActsAs(this Request request, Part part) => part switch
    {
        Part.Inspector => request.BrokeredAs,
        Part.ProvidingHeadteacher => request.Match?.ReleasedAs,
        _ => null,
    };

    // A shared headship: each of them is asked, and either answers.
    static IEnumerable<Person> Heads(School school, Person? known, Authority authority) =>
        authority.HeadteachersOf(school).ToList() is { Count: > 0 } heads ? heads : One(known);

    /// <summary>Whose turn it is. Several people may have to act at once, each for themselves.</summary>
    public static IEnumerable<(Part Part, Person Person)> Turns(Request request)
    {
        var asked = request.Stage switch
        {
            Stage.Drafting => Ask(Part.Requester, request.Requester),
            Stage.Approving or Stage.Evaluating => Ask(Part.ReceivingHeadteacher, request.Headteacher),
            Stage.Brokering when request.OpenQuestion is not null => Ask(Part.Requester, request.Requester),
            Stage.Brokering or Stage.Closing => Ask(Part.Inspector, request.Inspector),
            Stage.Visiting when request.Vacant.Contains(Part.LeadingTeacher) => Ask(Part.Inspector, request.Inspector),
            Stage.Accepting or Stage.Visiting => Ask(Part.LeadingTeacher, request.Match!.LeadingTeacher),
            Stage.Releasing => Ask(Part.ProvidingHeadteacher, request.Match!.Headteacher),
            Stage.Confirming => Signing(request),
            Stage.Reflecting => Reflecting(request),
            Stage.Closed or Stage.Declined or Stage.Withdrawn or Stage.Cancelled => [],
        };
        return asked.Concat(Agreeing(request));
    }

    static IEnumerable<(Part, Person)> Signing(Request request)
    {
        if (!request.Sent.ContainsKey(FormKeys.Form2))
            return request.Vacant.Contains(Part.LeadingTeacher)
                ? Ask(Part.Inspector, request.Inspector)
                : Ask(Part.LeadingTeacher, request.Match!.LeadingTeacher);

        return Ask(Part.ReceivingHeadteacher, request.Headteacher)
            .Concat(Ask(Part.ProvidingHeadteacher, request.Match!.Headteacher))
            .Where(ask => !request.SignedBy.Contains(ask.Item1));
    }

    static IEnumerable<(Part, Person)> Reflecting(Request request)
    {
        if (!request.Sent.ContainsKey(FormKeys.Form3Teacher))
            foreach (var teacher in request.Teachers) yield return (Part.Teacher, teacher);
        if (!request.Sent.ContainsKey(FormKeys.Form3LeadingTeacher) && !request.Vacant.Contains(Part.LeadingTeacher))
            yield return (Part.LeadingTeacher, request.Match!.LeadingTeacher);
    }

    // Nobody is coached by surprise: each teacher who is named says yes, and somebody must be named.
    static IEnumerable<(Part, Person)> Agreeing(Request request)
    {
        if (!request.IsBeingArranged) return [];
        return request.Teachers.Count == 0
            ? Ask(Part.Requester, request.Requester).Where(_ => request.OpenQuestion is null)
            : request.Teachers.Where(teacher => !request.Agreed.Contains(teacher.Id))
                .Select(teacher => (Part.Teacher, teacher));
    }

    // A part goes with the post: whoever has left the school, or is its headteacher no more, has left the request.
    static bool StillAsks(Request request, Actor actor) => request.RequesterRole switch
    {
        Role.DistrictManager => actor.Is(Role.DistrictManager),

        // Until form 1 says for which of several schools they ask.
        _ when request.School is null => actor.SchoolUrn is not null,
        Role.Headteacher => actor.IsHeadteacherOf(request.School),
        _ => actor.IsAt(request.School),
    };

    static bool IsTeacher(Request request, PersonId person) => request.Teachers.Any(teacher => teacher.Id == person);

    static bool IsSent(Request request) => request.IsSent && request.School is not null;

    static IEnumerable<(Part, Person)> Ask(Part part, Person? person) => One(person).Select(one => (part, one));

    static IEnumerable<Person> One(Person? person) => person is null ? [] : [person];
}
