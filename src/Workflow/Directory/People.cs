using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutreachBot.Workflow.Directory;

/// <summary>
/// A person of the directory: their tenant and their object id in it. Both are kept exactly as Teams sends them,
/// because heads and the authority are often in different tenants and neither part alone names anybody.
/// </summary>
[JsonConverter(typeof(PersonIdJson))]
public readonly record struct PersonId
{
    public PersonId(string tenant, string oid) : this($"{tenant}.{oid}")
    {
    }

    PersonId(string key) => Key = key;

    /// <summary>The form used in keys and in choices: <c>tenant.object</c>.</summary>
    public string Key { get; }

    public string Tenant => Key[..Key.IndexOf('.')];

    public string Object => Key[(Key.IndexOf('.') + 1)..];

    /// <summary>Reads <see cref="Key"/> back. Null when the text is no such key.</summary>
    public static PersonId? Parse(string? key) =>
        key?.IndexOf('.') is > 0 and var dot && dot == key.LastIndexOf('.') && dot < key.Length - 1 ? new(key) : null;

    /// <summary>Whether it is written as Teams writes ids of tenants and of people, and no otherwise.</summary>
    public static bool IsGuid(string? text) => text is { Length: 36 } && Guid.TryParseExact(text, "D", out _);

    public override string ToString() => Key;
}

/// <summary>A person with the name they had when they came into a request.</summary>
public sealed record Person(PersonId Id, string Name);

/// <summary>A school by its unique reference number in the national register.</summary>
public sealed record School(string Urn, string Name);

/// <summary>What the directory says somebody is. A person may be several of these.</summary>
public enum Role
{
    Headteacher,
    Teacher,
    LeadingTeacher,
    Inspector,
    DistrictManager,
    Coordinator,
    Safeguarding,
    PrincipalAdviser,
    Finance,

    /// <summary>Signs nothing until cover gives them the headteacher's part.</summary>
    DeputyHeadteacher,
    ChairOfGovernors,
    SafeguardingLead,
    BusinessManager,
    Ast,
    ProfessionalLeader,
    ConsultantLeader,
    StrategyManager,
    GtCoordinator,
}

/// <summary>Who acts: a person with the roles and the school that the directory gives them at this moment.</summary>
/// <param name="SchoolUrn">Their school, or the first of several. Null: they work for the authority.</param>
/// <param name="MoreSchools">The others, where one person has posts in several schools.</param>
public sealed record Actor(
    Person Person, IReadOnlySet<Role> Roles, string? SchoolUrn, ImmutableList<string>? MoreSchools = null)
{
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>
    /// In which role this person asks for a leading teacher's time (policy, section 9): a headteacher or a district
    /// manager, or a teacher whose headteacher then approves. Null: requests are not theirs to make.
    /// </summary>
    public Role? AsksAs =>
        Is(Role.Headteacher) && SchoolUrn is not null ? Role.Headteacher
        : Is(Role.DistrictManager) ? Role.DistrictManager
        : (Is(Role.Teacher) || Is(Role.LeadingTeacher)) && SchoolUrn is not null ? Role.Teacher
        : null;

    public bool IsAt(School? school) =>
        school is not null && (SchoolUrn == school.Urn || MoreSchools?.Contains(school.Urn) is true);

    public bool IsHeadteacherOf(School? school) => Is(Role.Headteacher) && IsAt(school);
}

sealed class PersonIdJson : JsonConverter<PersonId>
{
    public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PersonId.Parse(reader.GetString()) ?? throw new JsonException("A person's key is tenant.object.");

    public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Key);
}
