using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Scenarios.Audience;

/// <summary>Whom somebody is to a request: the columns of the table. Nobody in particular has none.</summary>
public enum Kind
{
    /// <summary>Wrote form 1.</summary>
    Asks,

    /// <summary>A teacher who is to be supported.</summary>
    Supported,

    /// <summary>Leads the school that asks.</summary>
    Head,

    /// <summary>The inspector who brokers it.</summary>
    Inspector,

    /// <summary>The leading teacher who is asked or has said yes.</summary>
    Leading,

    /// <summary>Leads the school that lends its leading teacher.</summary>
    OtherHead,

    /// <summary>Pays.</summary>
    Finance,

    /// <summary>Was asked once, and has no part any more.</summary>
    Former,
}

/// <summary>
/// Everybody who might look at a request: the people of the story, everybody they might be, and everybody else.
/// </summary>
public static class Viewers
{
    static readonly string?[] Posts = [Some.School.Urn, Some.ProvidingSchool.Urn, Some.DistantSchool.Urn, null];

    /// <summary>The people of the stories as the directory has them.</summary>
    public static IReadOnlyList<Actor> Cast { get; } = [.. Some.Everybody, Bystanders.Stepping];

    /// <summary>
    /// The cast as they are, in another tenant, without any role, and in every role at the school that asks, the one
    /// that lends, another one and none; and a newcomer in each of these posts.
    /// </summary>
    public static IReadOnlyList<Actor> Everybody { get; } =
    [
        .. Cast,
        .. Cast.Select(actor => actor with { Person = Abroad(actor.Person) }),
        .. Cast.Select(actor => actor with { Roles = new HashSet<Role>() }),
        .. Cast.SelectMany(actor => Anywhere(actor.Person)),
        .. Anywhere(
            new(new(Some.Stranger.Person.Id.Tenant, "00000000-0000-4000-8000-000000000099"), "Ottoline Newcomer")),
    ];

    static IEnumerable<Actor> Anywhere(Person person) =>
        from role in Enum.GetValues<Role>()
        from post in Posts
        select new Actor(person, new HashSet<Role> { role }, post);

    static Person Abroad(Person person) =>
        person with { Id = new("e15e0000-0000-4000-8000-000000000003", person.Id.Object) };

    /// <summary>
    /// Whom this person is to this request, said anew: it asks nothing of the code that it is to check.
    /// </summary>
    public static IReadOnlySet<Kind> Of(Request request, Actor actor)
    {
        var (id, school, match) = (actor.Person.Id, request.School?.Urn, request.Match);
        bool At(string? urn) => urn is not null && actor.SchoolUrn == urn;
        bool Is(Role role) => actor.Roles.Contains(role);
        (Kind Kind, bool Holds)[] kinds =
        [
            (Kind.Asks,
                request.Requester?.Id == id && (request.RequesterRole is Role.DistrictManager ? Is(Role.DistrictManager)
                    : At(school) && (request.RequesterRole is not Role.Headteacher || Is(Role.Headteacher)))),
            (Kind.Supported, request.Teachers.Exists(teacher => teacher.Id == id) && At(school)),
            (Kind.Head, Is(Role.Headteacher) && At(school)),
            (Kind.Inspector, request.Inspector?.Id == id && Is(Role.Inspector)),
            (Kind.Leading, match?.LeadingTeacher.Id == id && Is(Role.LeadingTeacher) && At(match.School.Urn)),
            (Kind.OtherHead, Is(Role.Headteacher) && At(match?.School.Urn)),
            (Kind.Finance, Is(Role.Finance)),
            (Kind.Former, request.Former.Contains(id)),
        ];
        return kinds.Where(kind => kind.Holds).Select(kind => kind.Kind).ToHashSet();
    }
}
