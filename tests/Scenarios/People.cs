using OutreachBot.Workflow.Directory;

namespace OutreachBot.Scenarios;

// Everybody here is invented. Schools and the authority sign in to different tenants, as they do in life.
public static partial class Some
{
    const string SchoolsTenant = "5c0015c0-0000-4000-8000-000000000001";
    const string AuthorityTenant = "a07a07a0-0000-4000-8000-000000000002";

    /// <summary>The school that asks.</summary>
    public static School School { get; } = new("900101", "Alderbrook Primary School");

    /// <summary>The school that lends its leading teacher.</summary>
    public static School ProvidingSchool { get; } = new("900102", "Birchwater Junior School");

    /// <summary>A school far off, with a leading teacher of its own.</summary>
    public static School DistantSchool { get; } = new("900103", "Ysgol Cae'r Ffynnon");

    /// <summary>A school without a headteacher and without a place on the map.</summary>
    public static School HeadlessSchool { get; } = new("900104", "Dunmere Infant School");

    public static Member HeadteacherEntry { get; } = Staff(1, "Marian Quillfeather", School, Role.Headteacher);
    public static Member TeacherEntry { get; } = Staff(2, "Tomasz Zielonka-Grey", School, Role.Teacher);
    public static Member SecondTeacherEntry { get; } = Staff(3, "Ruth Okonjo-Hale", School, Role.Teacher);
    public static Member ProvidingHeadteacherEntry { get; } =
        Staff(4, "Idris Vaneborough", ProvidingSchool, Role.Headteacher);
    public static Member LeadingTeacherEntry { get; } =
        Staff(5, "Hanna Lindqvist-Roe", ProvidingSchool, Role.Teacher, Role.LeadingTeacher);
    public static Member DistantHeadteacherEntry { get; } =
        Staff(6, "Siân Llwyd-Ŵyn", DistantSchool, Role.Headteacher);
    public static Member SecondLeadingTeacherEntry { get; } =
        Staff(7, "Eilir Penhallowby", DistantSchool, Role.Teacher, Role.LeadingTeacher);
    public static Member ThirdLeadingTeacherEntry { get; } =
        Staff(8, "Bartholomew Iqbal-Wren", HeadlessSchool, Role.LeadingTeacher);
    public static Member StrangerEntry { get; } = Staff(9, "Calliope Thwaitesby", DistantSchool, Role.Teacher);
    public static Member InspectorEntry { get; } = Officer(21, "Desmond Harkaway", Role.Inspector);
    public static Member SecondInspectorEntry { get; } = Officer(22, "Lena Marshwiggle", Role.Inspector);
    public static Member DistrictManagerEntry { get; } = Officer(23, "Gwendolen Ashdowne", Role.DistrictManager);
    public static Member FinanceEntry { get; } = Officer(24, "Noor Falkenhurst", Role.Finance);
    public static Member CoordinatorEntry { get; } = Officer(25, "Oonagh Brightwhistle", Role.Coordinator);

    public static IReadOnlyList<Member> Members { get; } =
    [
        HeadteacherEntry, TeacherEntry, SecondTeacherEntry, ProvidingHeadteacherEntry, LeadingTeacherEntry,
        DistantHeadteacherEntry, SecondLeadingTeacherEntry, ThirdLeadingTeacherEntry, StrangerEntry,
        InspectorEntry, SecondInspectorEntry, DistrictManagerEntry, FinanceEntry, CoordinatorEntry,
    ];

    public static Actor Headteacher { get; } = Acting(HeadteacherEntry);
    public static Actor Teacher { get; } = Acting(TeacherEntry);
    public static Actor SecondTeacher { get; } = Acting(SecondTeacherEntry);
    public static Actor ProvidingHeadteacher { get; } = Acting(ProvidingHeadteacherEntry);
    public static Actor LeadingTeacher { get; } = Acting(LeadingTeacherEntry);
    public static Actor DistantHeadteacher { get; } = Acting(DistantHeadteacherEntry);
    public static Actor SecondLeadingTeacher { get; } = Acting(SecondLeadingTeacherEntry);
    public static Actor ThirdLeadingTeacher { get; } = Acting(ThirdLeadingTeacherEntry);

    /// <summary>A teacher of another school, with no part in any request.</summary>
    public static Actor Stranger { get; } = Acting(StrangerEntry);

    /// <summary>The inspector of mathematics.</summary>
    public static Actor Inspector { get; } = Acting(InspectorEntry);

    /// <summary>The inspector of English, who has no part in requests for mathematics.</summary>
    public static Actor SecondInspector { get; } = Acting(SecondInspectorEntry);

    public static Actor DistrictManager { get; } = Acting(DistrictManagerEntry);
    public static Actor Finance { get; } = Acting(FinanceEntry);

    /// <summary>Hears of what could not be delivered, and has no part in any request.</summary>
    public static Actor Coordinator { get; } = Acting(CoordinatorEntry);

    /// <summary>Everybody who could press a button.</summary>
    public static IReadOnlyList<Actor> Everybody { get; } = [.. Members.Select(Acting)];

    static Member Staff(int number, string name, School school, params Role[] roles) =>
        new(Invent(SchoolsTenant, number, name), $"p{number}@schools.example", [.. roles], school.Urn);

    static Member Officer(int number, string name, params Role[] roles) =>
        new(Invent(AuthorityTenant, number, name), $"p{number}@authority.example", [.. roles], null);

    static Person Invent(string tenant, int number, string name) =>
        new(new PersonId(tenant, $"00000000-0000-4000-8000-{number:D12}"), name);

    static Actor Acting(Member member) => new(member.Person, member.Roles, member.SchoolUrn, member.MoreSchools);
}
