using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OutreachBot.Workflow.Directory;

/// <summary>Somebody in the directory.</summary>
/// <param name="SchoolUrn">Their school, or the first of several. Null: they work for the authority.</param>
/// <param name="MoreSchools">The others, where one person has posts in several schools.</param>
public sealed record Member(
    Person Person, string Email, ImmutableHashSet<Role> Roles, string? SchoolUrn,
    ImmutableList<string>? MoreSchools = null)
{
    [JsonIgnore]
    public IEnumerable<string> Schools => SchoolUrn is null ? [] : [SchoolUrn, .. MoreSchools ?? []];
}

/// <summary>A school with what ranking needs. Easting and northing are metres on the national grid.</summary>
/// <param name="ClosesOn">Its last day, where the register has one.</param>
/// <param name="SuccessorOf">The numbers of schools that it carries on under its own.</param>
public sealed record SchoolEntry(
    School School, string District, int? Easting = null, int? Northing = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsClosed = false,
    DateOnly? ClosesOn = null, ImmutableList<string>? SuccessorOf = null)
{
    public bool IsOpenOn(DateOnly day) => !IsClosed && !(ClosesOn < day);
}

/// <summary>
/// What a leading teacher offers. Areas and kinds are ids of the scheme; field days are a year's allowance; null: the
/// scheme's.
/// </summary>
public sealed record LeadingTeacher(
    PersonId Id, IReadOnlyList<string> CurriculumAreas, IReadOnlyList<string> SupportKinds, string Expertise,
    int? FieldDays);

/// <summary>Which curriculum areas a subject inspector answers for.</summary>
public sealed record Inspectorate(PersonId Id, IReadOnlyList<string> CurriculumAreas);

/// <summary>A district of the authority and who manages it.</summary>
public sealed record District(string Name, PersonId Manager);

/// <summary>
/// The local education authority as its directory stands at one moment: people, schools, leading teachers. Nothing in
/// it changes; a newer directory is another authority.
/// </summary>
public sealed class Authority(
    IReadOnlyCollection<Member> members,
    IReadOnlyCollection<SchoolEntry> schools,
    IReadOnlyCollection<LeadingTeacher> leadingTeachers,
    IReadOnlyCollection<Inspectorate> inspectors,
    IReadOnlyCollection<District> districts,
    IReadOnlyCollection<TermEntry>? terms = null)
{
    // What an earlier version let in twice is taken once, so that a store that it has filled can be read.
    readonly FrozenDictionary<PersonId, Member> people =
        members.DistinctBy(member => member.Person.Id).ToFrozenDictionary(member => member.Person.Id);
    readonly FrozenDictionary<string, SchoolEntry> byUrn =
        schools.DistinctBy(entry => entry.School.Urn).ToFrozenDictionary(entry => entry.School.Urn);
    readonly FrozenDictionary<PersonId, LeadingTeacher> leading =
        leadingTeachers.DistinctBy(one => one.Id).ToFrozenDictionary(one => one.Id);

    readonly FrozenDictionary<string, Member[]> staff = members
        .DistinctBy(member => member.Person.Id)
        .SelectMany(member => member.Schools.Distinct().Select(urn => (urn, member)))
        .GroupBy(post => post.urn, post => post.member)
        .ToFrozenDictionary(group => group.Key, group => group.OrderBy(member => member.Person.Name).ToArray());

    readonly FrozenDictionary<string, SchoolEntry[]> successors = schools
        .SelectMany(entry => (entry.SuccessorOf ?? []).Select(urn => (urn, entry)))
        .GroupBy(pair => pair.urn, pair => pair.entry)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    readonly FrozenDictionary<string, LeadingTeacher[]> byArea = leadingTeachers
        .SelectMany(one => one.CurriculumAreas.Select(area => (area, one)))
        .GroupBy(pair => pair.area, pair => pair.one)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    readonly FrozenSet<string> tenants = members.Select(member => member.Person.Id.Tenant).ToFrozenSet();

    public static Authority Empty { get; } = new([], [], [], [], []);

    public bool IsEmpty => people.Count == 0;

    /// <summary>The days of its schools.</summary>
    public SchoolCalendar Calendar { get; } = terms is null ? SchoolCalendar.Weekdays : new(terms);

    public bool HasTenant(string tenant) => tenants.Contains(tenant);

    public Member? Find(PersonId id) => people.GetValueOrDefault(id);

    /// <summary>Who this person is at this moment. Null: the directory does not know them.</summary>
    public Actor? ActorFor(PersonId id) =>
        Find(id) is { } member ? new(member.Person, member.Roles, member.SchoolUrn, member.MoreSchools) : null;

    public SchoolEntry? School(string? urn) => urn is null ? null : byUrn.GetValueOrDefault(urn);

    /// <summary>
    /// The school under which this one goes on: itself, or where it is closed or gone from the register, the only one
    /// that is named as its successor.
    /// </summary>
    public School Today(School school, DateOnly today)
    {
        // Registers have been known to name two schools as each other's successor.
        var seen = new HashSet<string>();
        while (School(school.Urn)?.IsOpenOn(today) is not true && seen.Add(school.Urn)
               && successors.GetValueOrDefault(school.Urn, []) is [{ School: var next }])
            school = next;
        return School(school.Urn)?.School ?? school;
    }

    /// <summary>Those who lead a school: one person, or several who share the post, or nobody just now.</summary>
    public IEnumerable<Person> HeadteachersOf(School school) =>
        StaffOf(school).Where(member => member.Roles.Contains(Role.Headteacher)).Select(member => member.Person);

    public Person? HeadteacherOf(School school) => HeadteachersOf(school).FirstOrDefault();

    public IEnumerable<Person> TeachersOf(School school) => StaffOf(school)
        .Where(member => member.Roles.Contains(Role.Teacher) || member.Roles.Contains(Role.LeadingTeacher))
        .Select(member => member.Person);

    public IEnumerable<Person> InspectorsFor(string curriculumArea) => inspectors
        .Where(inspector => inspector.CurriculumAreas.Contains(curriculumArea))
        .Select(inspector => Find(inspector.Id))
        .OfType<Member>()
        .Where(member => member.Roles.Contains(Role.Inspector))
        .Select(member => member.Person);

    public IEnumerable<LeadingTeacher> LeadingTeachersFor(string curriculumArea) =>
        byArea.GetValueOrDefault(curriculumArea, [])
            .Where(one => Find(one.Id)?.Roles.Contains(Role.LeadingTeacher) is true);

    public LeadingTeacher? LeadingTeacher(PersonId id) => leading.GetValueOrDefault(id);

    /// <summary>The schools, open on that day, of the districts that somebody manages.</summary>
    public IEnumerable<School> SchoolsManagedBy(PersonId manager, DateOnly today) => byUrn.Values
        .Where(entry => entry.IsOpenOn(today)
            && districts.Any(district => district.Manager == manager && district.Name == entry.District))
        .Select(entry => entry.School)
        .OrderBy(school => school.Name);

    /// <summary>The schools, open on that day, in which somebody has a post.</summary>
    public IEnumerable<School> SchoolsOf(Actor actor, DateOnly today) =>
        new[] { actor.SchoolUrn }.Concat(actor.MoreSchools ?? []).Distinct()
            .Select(School).OfType<SchoolEntry>().Where(entry => entry.IsOpenOn(today)).Select(entry => entry.School);

    /// <summary>Who manages the district of a school. Null: nobody, or nobody who is district manager still.</summary>
    public Person? ManagerOf(School school) =>
        School(school.Urn) is { District: var name }
        && districts.FirstOrDefault(district => district.Name == name) is { Manager: var manager }
        && Find(manager) is { } member && member.Roles.Contains(Role.DistrictManager)
            ? member.Person
            : null;

    public IEnumerable<Person> With(Role role) =>
        members.Where(member => member.Roles.Contains(role)).Select(member => member.Person);

    public IEnumerable<Person> Finance => With(Role.Finance);

    public IEnumerable<Person> Coordinators => With(Role.Coordinator);

    public bool IsAtAnOpenSchool(Member member, DateOnly today) =>
        member.Schools.Any(urn => School(urn)?.IsOpenOn(today) is true);

    IEnumerable<Member> StaffOf(School school) => staff.GetValueOrDefault(school.Urn, []);
}
