using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Scenarios;

/// <summary>Values for tests that need one and do not care which.</summary>
public static partial class Some
{
    /// <summary>A Monday in term.</summary>
    public static DateOnly Today { get; } = new(2026, 3, 2);

    public static DateOnly FirstVisit { get; } = new(2026, 3, 16);
    public static DateOnly SecondVisit { get; } = new(2026, 3, 23);

    public static CaseId Id { get; } = CaseId.From(4242, 16);
    public static CaseId AnotherId { get; } = CaseId.From(777, 16);

    public static Scheme Scheme { get; } =
        SchemeFile.Read(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemes", "hampshire-lt.json"))).Scheme;

    public static SchoolEntry SchoolEntry => new(School, "North", 440_000, 120_000);
    public static SchoolEntry ProvidingSchoolEntry => new(ProvidingSchool, "North", 443_000, 124_000);
    public static SchoolEntry DistantSchoolEntry => new(DistantSchool, "West", 410_000, 120_000);
    public static SchoolEntry HeadlessSchoolEntry => new(HeadlessSchool, "North");

    /// <summary>Four schools, three leading teachers of mathematics, two inspectors; nobody inspects history.</summary>
    public static Authority Authority => Facts.Authority;

    /// <summary>The scheme and the authority on <see cref="Today"/>, with no day promised to anybody.</summary>
    public static Facts Facts => OneAuthority.Facts;

    /// <summary>The same authority with other people in it.</summary>
    public static Authority AuthorityOf(IReadOnlyCollection<Member> members, params IEnumerable<LeadingTeacher> more) =>
        AuthorityOf(members, null, null, more);

    /// <summary>The same with days on which schools are open or shut.</summary>
    public static Authority AuthorityWith(IReadOnlyCollection<TermEntry> terms) =>
        AuthorityOf(Members, null, null, terms);

    /// <summary>The same with other schools, or other inspectors.</summary>
    public static Authority AuthorityOf(
        IReadOnlyCollection<Member> members, IReadOnlyCollection<SchoolEntry>? schools,
        IReadOnlyCollection<Inspectorate>? inspectors,
        params IEnumerable<LeadingTeacher> more) => AuthorityOf(members, schools, inspectors, null, more);

    static Authority AuthorityOf(
        IReadOnlyCollection<Member> members, IReadOnlyCollection<SchoolEntry>? schools,
        IReadOnlyCollection<Inspectorate>? inspectors, IReadOnlyCollection<TermEntry>? terms,
        params IEnumerable<LeadingTeacher> more) => new(
        members,
        schools ?? [SchoolEntry, ProvidingSchoolEntry, DistantSchoolEntry, HeadlessSchoolEntry],
        [
            new(LeadingTeacher.Person.Id, ["mathematics"], ["modelling", "coaching", "observation-window"],
                "Number sense in Years 3 and 4", 9),
            new(SecondLeadingTeacher.Person.Id, ["mathematics", "science"], ["coaching", "training"],
                "Talk in mathematics, in Welsh and English", 9),
            new(ThirdLeadingTeacher.Person.Id, ["mathematics"], ["modelling"], "Fractions", 4),
            .. more,
        ],
        inspectors
            ?? [new(Inspector.Person.Id, ["mathematics", "science"]), new(SecondInspector.Person.Id, ["english"])],
        [new("North", DistrictManager.Person.Id), new("West", Finance.Person.Id)],
        terms);

    /// <summary>Facts of a scheme whose teachers name a day, <c>next</c>, on the first step of form 3.</summary>
    public static Facts FactsWithADayOnForm3
    {
        get
        {
            var question = new Question { Id = "next", Kind = QuestionKind.Date, Label = "When do you meet again?" };
            var forms = Scheme.Forms.Select(form => form.Id is FormKeys.Form3Teacher
                ? form with
                {
                    Steps =
                    [
                        form.Steps[0] with { Questions = [.. form.Steps[0].Questions, question] }, .. form.Steps.Skip(1)
                    ]
                }
                : form);
            return Facts with { Today = SecondVisit, Scheme = Scheme with { Forms = [.. forms] } };
        }
    }

    /// <summary>Facts in which a leading teacher has promised days to another request.</summary>
    public static Facts FactsWithBookings(Actor leadingTeacher, params IReadOnlyList<DateOnly> days) => Facts with
    {
        Bookings = new Dictionary<PersonId, IReadOnlyList<Booking>>
        {
            [leadingTeacher.Person.Id] = [.. days.Select(day => new Booking(day, AnotherId, DistantSchool.Urn))],
        },
    };

    // Made when it is first asked for, when everybody above has a name.
    static class OneAuthority
    {
        internal static Facts Facts { get; } = new(Scheme, Today, AuthorityOf(Members));
    }
}
