using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

/// <summary>Whom somebody is to a request. One person may be several.</summary>
public enum Part
{
    Requester,
    Teacher,
    ReceivingHeadteacher,
    Inspector,
    LeadingTeacher,
    ProvidingHeadteacher,
    Finance,
}

/// <summary>A leading teacher who was found, and the school that lends them.</summary>
/// <param name="ReleasedAs">In which role somebody decides in the headteacher's place. Null: the headteacher
/// does.</param>
public sealed record Match(Person LeadingTeacher, School School, Person Headteacher, Role? ReleasedAs = null);

/// <summary>Somebody whose turn it is, and the version of the request at which it became theirs.</summary>
public sealed record Turn(Part Part, Person Person, int Since);

/// <summary>A form that is being written: what has been answered, and the screen its writer is on.</summary>
public sealed record Draft(Answers Answers, int Step)
{
    public static Draft Empty { get; } = new(Answers.None, 0);
}

/// <summary>One day of the programme of work. The record is there once the visit has happened.</summary>
/// <param name="Agreed">The day that was agreed, while both headteachers are asked about another on which it has been.
/// Null: none.</param>
public sealed record Visit(int Number, DateOnly Date, string Plan, Answers? Record = null, DateOnly? Agreed = null);

/// <summary>What a teacher will do after a visit, in their own words.</summary>
public sealed record FollowUp(int Visit, string Teacher, string Text);

/// <summary>A line of a request's history: who did what and when, and what they said.</summary>
public sealed record HistoryEntry(int Number, DateTimeOffset At, Person By, string What, string? Text = null);

/// <summary>
/// What both schools owe each other at the end, in pounds. Always paid to the school, never to a person.
/// </summary>
/// <param name="PaidBy">The programme that pays in the school's place. Null: the school that asked pays.</param>
/// <param name="IsCorrected">It takes the place of an earlier one.</param>
public sealed record Payment(
    int Days, decimal Rate, int? Visitors, decimal Total, string? PaidBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsCorrected = false);

/// <summary>
/// A request for a leading teacher's time, from form 1 to the payment statement. It is the fold of its events and
/// nothing else; <see cref="Evolution.Evolve"/> is the only place where it changes.
/// </summary>
public sealed record Request(RequestId Id)
{
    /// <summary>How many events there have been. 0: nothing is known yet.</summary>
    public int Version { get; init; }

    /// <summary>Whose turn it is.</summary>
    public ImmutableList<Turn> Waiting { get; init; } = [];

    public string Scheme { get; init; } = "";
    public Stage Stage { get; init; }

    /// <summary>The stage at which it came to an end. People who had not heard of it by then never do.</summary>
    public Stage EndedAt { get; init; }
    public Person? Requester { get; init; }

    /// <summary>In which role the requester asks: a teacher's request goes to their headteacher first.</summary>
    public Role RequesterRole { get; init; }

    public School? School { get; init; }
    public Person? Headteacher { get; init; }
    public Person? Inspector { get; init; }

    /// <summary>In which role somebody brokers it in the inspector's place. Null: an inspector does.</summary>
    public Role? BrokeredAs { get; init; }
    public Match? Match { get; init; }

    /// <summary>The teachers who are to be supported, and those of them who have said yes.</summary>
    public ImmutableList<Person> Teachers { get; init; } = [];
    public ImmutableList<PersonId> Agreed { get; init; } = [];

    /// <summary>
    /// People who were asked and have no part any more. They see that it has moved on, and nothing else.
    /// </summary>
    public ImmutableList<PersonId> Former { get; init; } = [];

    /// <summary>
    /// Posts for which the directory names nobody. A coordinator acts for an inspector, and the inspector may end what
    /// cannot go on.
    /// </summary>
    [JsonIgnore]
    public ImmutableList<Part> Vacant => EmptyPosts ?? [];

    /// <summary>The same as it is stored: null where there is none, as in every row of before.</summary>
    public ImmutableList<Part>? EmptyPosts { get; init; }

    /// <summary>Forms that are being written, by their key: form1, form2, record-2, form3-teacher …</summary>
    public ImmutableSortedDictionary<string, Draft> Drafts { get; init; } = NoDrafts;

    /// <summary>What has been sent, by the same keys.</summary>
    public ImmutableSortedDictionary<string, Answers> Sent { get; init; } = NoForms;

    /// <summary>Names of people and schools that were chosen on a form, by the option's id.</summary>
    public Answers Names { get; init; } = Answers.None;

    /// <summary>An inspector's question that waits for an answer.</summary>
    public string? OpenQuestion { get; init; }

    /// <summary>How often form 2 has been sent. A signature is for one draft only.</summary>
    public int Form2Draft { get; init; }
    public ImmutableList<Part> SignedBy { get; init; } = [];

    public ImmutableList<Visit> Visits { get; init; } = [];
    public ImmutableList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>
    /// Pounds a day in the programme that both headteachers signed last; a rate that nobody signed is not paid.
    /// </summary>
    public decimal? SignedRate { get; init; }
    public Payment? Payment { get; init; }

    /// <summary>What has happened, line by line. Rows have it under its first name.</summary>
    [JsonPropertyName("Story")]
    public ImmutableList<HistoryEntry> History { get; init; } = [];

    public static readonly ImmutableSortedDictionary<string, Draft> NoDrafts =
        ImmutableSortedDictionary.Create<string, Draft>(StringComparer.Ordinal);

    public static readonly ImmutableSortedDictionary<string, Answers> NoForms =
        ImmutableSortedDictionary.Create<string, Answers>(StringComparer.Ordinal);

    public Answers Form1 => Sent.GetValueOrDefault(FormKeys.Form1) ?? Draft(FormKeys.Form1).Answers;

    public Answers Form2 => Sent.GetValueOrDefault(FormKeys.Form2, Answers.None);

    public int Days => Form1.Number("days") ?? 0;

    public bool IsOver => Stage is Stage.Closed or Stage.Declined or Stage.Withdrawn or Stage.Cancelled;

    /// <summary>How far it has come, or had come when it ended.</summary>
    public Stage Reached => IsOver ? EndedAt : Stage;

    /// <summary>The visit whose record is still to be written, the earliest first.</summary>
    public Visit? NextVisit => Visits.Where(visit => visit.Record is null).MinBy(visit => visit.Date);

    /// <summary>
    /// Whether the leading teacher's day belongs to this request: it is planned, or it has been visited.
    /// </summary>
    public bool Holds(DateOnly day) => Visits.Any(visit => visit.Date == day && (visit.Record is not null || !IsOver));

    /// <summary>The day on which both headteachers and the teachers first had agreed. Null: they have not.</summary>
    public DateOnly? AgreedOn =>
        History.Find(happening => happening.What == nameof(RequestEvent.ProgrammeConfirmed)) is { } agreed
            ? DateOnly.FromDateTime(agreed.At.UtcDateTime)
            : null;

    public Visit? Visit(int? number) => Visits.Find(visit => visit.Number == number);

    /// <summary>
    /// A form that is being written; a record that was sent, until its correction is begun, as it stands.
    /// </summary>
    public Draft Draft(string key) => Drafts.GetValueOrDefault(key)
        ?? (Visit(FormKeys.VisitOf(key))?.Record is { } sent ? new(sent, 0) : Workflow.Outreach.Draft.Empty);

    public bool EveryTeacherAgreed => Teachers.Count > 0 && Teachers.All(teacher => Agreed.Contains(teacher.Id));
}
