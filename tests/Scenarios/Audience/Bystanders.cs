using OutreachBot.Workflow.Directory;

namespace OutreachBot.Scenarios.Audience;

/// <summary>People around a request who are not of its first cast.</summary>
public static class Bystanders
{
    static readonly PersonId Colleague = new(Some.Teacher.Person.Id.Tenant, "00000000-0000-4000-8000-000000000031");
    static readonly PersonId Elsewhere = new(Some.Teacher.Person.Id.Tenant, "00000000-0000-4000-8000-000000000032");

    /// <summary>A teacher of the school that asks; named at first, and steps out.</summary>
    public static Member Teacher { get; } =
        new(new(Colleague, "Odile Brackenridge"), "p31@schools.example", [Role.Teacher], Some.School.Urn);

    /// <summary>A leading teacher of mathematics whom nobody asks.</summary>
    public static Member LeadingTeacher { get; } =
        new(new(Elsewhere, "Ferdinand Osei-Lark"), "p32@schools.example", [Role.LeadingTeacher],
            Some.DistantSchool.Urn);

    public static LeadingTeacher Offer { get; } =
        new(LeadingTeacher.Person.Id, ["mathematics"], ["coaching"], "Measures", 9);

    public static Actor Stepping { get; } = new(Teacher.Person, Teacher.Roles, Teacher.SchoolUrn);
}
