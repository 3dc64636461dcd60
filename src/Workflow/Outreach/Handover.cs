using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Outreach;

public partial record RequestEvent
{
    /// <summary>Somebody else holds a post now, or somebody holds one again that was empty.</summary>
    /// <param name="As">In which role, where the holder of the post itself may not decide this. Null: as the
    /// holder.</param>
    public sealed record PostPassedOn(Part Part, Person To, Role? As = null) : RequestEvent;

    /// <summary>The directory names nobody for a post of this request.</summary>
    public sealed record PostVacated(Part Part) : RequestEvent;

    public sealed record TeacherLeft(PersonId Teacher) : RequestEvent;

    /// <summary>The leading teacher has left before anything was agreed; the inspector looks for another.</summary>
    public sealed record LeadingTeacherLeft : RequestEvent;

    /// <summary>A school goes on under another number, or another name.</summary>
    public sealed record SchoolRenamed(string Urn, School To) : RequestEvent;
}

// People leave and schools change their number; what is running goes with the post, and is never lost with a person.
static class Handover
{
    public static Decision Decide(Request request, Facts facts)
    {
        if (request.IsOver || request.Stage is Stage.Drafting || request.Version == 0) return Decision.Nothing;

        var (now, events) = (request, new List<RequestEvent>());
        Record(Schools(now, facts));
        Record(Teachers(now, facts.Authority));
        Record(LeadingTeacher(now, facts.Authority));
        Record(Post(
            now, Part.ReceivingHeadteacher, now.Headteacher,
            [.. facts.Authority.HeadteachersOf(now.School!).Select(head => (head, (Role?)null))]));
        if (now.Match is { } match)
            Record(Post(
                now, Part.ProvidingHeadteacher, match.Headteacher,
                [.. Posts.Releasing(match.School, match.LeadingTeacher.Id, facts)]));
        Record(Post(
            now, Part.Inspector, now.Inspector,
            [.. Posts.Brokering(now.Form1.Text("area"), now.School!, now.Requester!.Id, facts)]));
        Record(Requester(now, facts.Authority));
        return Decision.Accept(events);

        void Record(IEnumerable<RequestEvent> more)
        {
            foreach (var what in more.ToList())
            {
                events.Add(Routing.Route(now, what, now.Requester!));
                now = now.Change(events[^1], now.Requester!);
            }
        }
    }

    static IEnumerable<RequestEvent> Schools(Request request, Facts facts)
    {
        foreach (var school in new[] { request.School, request.Match?.School }.OfType<School>().Distinct())
            if (facts.Authority.Today(school, facts.Today) is var today && today != school)
                yield return new RequestEvent.SchoolRenamed(school.Urn, today);
    }

    static IEnumerable<RequestEvent> Teachers(Request request, Authority authority) =>
        request.Stage is Stage.Evaluating or Stage.Closing ? [] : request.Teachers
            .Where(teacher => authority.ActorFor(teacher.Id)?.IsAt(request.School) is not true)
            .Select(teacher => new RequestEvent.TeacherLeft(teacher.Id));

    static IEnumerable<RequestEvent> LeadingTeacher(Request request, Authority authority)
    {
        if (request.Match is not { } match) return [];

        var isThere = authority.ActorFor(match.LeadingTeacher.Id) is { } one && one.Is(Role.LeadingTeacher)
            && one.IsAt(match.School);
        var isVacant = request.Vacant.Contains(Part.LeadingTeacher);
        var nothingHappened = request.Visits.All(visit => visit is { Record: null, Agreed: null });
        return (request.Stage, isThere) switch
        {
            (_, true) => isVacant ? [new RequestEvent.PostPassedOn(Part.LeadingTeacher, match.LeadingTeacher)] : [],
            (Stage.Accepting or Stage.Releasing, false) => [new RequestEvent.LeadingTeacherLeft()],
            (Stage.Confirming, false) when nothingHappened => [new RequestEvent.LeadingTeacherLeft()],
            (Stage.Evaluating or Stage.Closing, false) => [],
            (_, false) when !isVacant => [new RequestEvent.PostVacated(Part.LeadingTeacher)],
            _ => [],
        };
    }

    // Whoever holds the post and shares it with others keeps their place.
    static IEnumerable<RequestEvent> Post(
        Request request, Part part, Person? holder, IReadOnlyList<(Person Person, Role? As)> holders)
    {
        var isVacant = request.Vacant.Contains(part);
        return holders.FirstOrDefault(one => one.Person.Id == holder?.Id && one.As == request.ActsAs(part))
            is { Person: { } same } found
            ? isVacant ? [new RequestEvent.PostPassedOn(part, same, found.As)] : []
            : holders is [var next, ..] ? [new RequestEvent.PostPassedOn(part, next.Person, next.As)]
            : isVacant ? []
            : [new RequestEvent.PostVacated(part)];
    }

    static IEnumerable<RequestEvent> Requester(Request request, Authority authority)
    {
        var (school, asked) = (request.School!, authority.ActorFor(request.Requester!.Id));
        var successor = request.RequesterRole switch
        {
            Role.DistrictManager => asked?.Is(Role.DistrictManager) is true ? null : authority.ManagerOf(school),
            Role.Headteacher => asked?.IsHeadteacherOf(school) is true ? null : authority.HeadteacherOf(school),
            _ => asked?.IsAt(school) is true ? null : authority.HeadteacherOf(school),
        };
        return successor is null ? [] : [new RequestEvent.PostPassedOn(Part.Requester, successor)];
    }

    /// <summary>The request with somebody else in a post.</summary>
    public static Request PassOn(this Request request, RequestEvent.PostPassedOn post)
    {
        var (after, left) = post.Part switch
        {
            Part.Requester =>
                (request with { Requester = post.To, RequesterRole = RoleOfSuccessor(request) }, request.Requester),
            Part.ReceivingHeadteacher => (request with { Headteacher = post.To }, request.Headteacher),
            Part.Inspector => (request with { Inspector = post.To, BrokeredAs = post.As }, request.Inspector),
            Part.ProvidingHeadteacher => (
                request with { Match = request.Match! with { Headteacher = post.To, ReleasedAs = post.As } },
                request.Match!.Headteacher),
            Part.Teacher or Part.LeadingTeacher or Part.Finance => (request, null),
        };
        return left is null || left.Id == post.To.Id ? after : after with { Former = after.Former.Add(left.Id) };
    }

    // What a teacher asked for is their headteacher's once they have left; it has been approved or will be.
    static Role RoleOfSuccessor(Request request) =>
        request is { RequesterRole: not Role.DistrictManager, IsApproved: true }
            ? Role.Headteacher
            : request.RequesterRole;
}
