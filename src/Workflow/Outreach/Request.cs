using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

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

/// <summary>One day of the programme of work. The record is there once the visit has happened.</summary>
/// <param name="Agreed">The day that was agreed, while both headteachers are asked about another on which it has been.
/// Null: none.</param>
public sealed record Visit(int Number, DateOnly Date, string Plan, Answers? Record = null, DateOnly? Agreed = null);

/// <summary>What a teacher will do after a visit, in their own words.</summary>
public sealed record FollowUp(int Visit, string Teacher, string Text);

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
public sealed record Request(CaseId Id) : Case(Id)
{
    /// <summary>Whose turn it is.</summary>
    public ImmutableList<Turn<Part>> Waiting { get; init; } = [];

    [JsonIgnore]
    public override IReadOnlyList<Turn> Turns => Waiting;

    /// <summary>The turn this person has. Whoever leads a school now has its headteacher's turn.</summary>
    public override Turn<Part>? TurnOf(Actor actor) => Waiting.Find(turn => turn.Part switch
    {
        Part.ReceivingHeadteacher or Part.ProvidingHeadteacher => this.Has(actor, turn.Part),
        Part.Inspector when Vacant.Contains(turn.Part) => this.Has(actor, turn.Part),
        _ => turn.Person.Id == actor.Person.Id && this.Has(actor, turn.Part),
    });

    /// <summary>The day of a visit whose record is to be written, or else when the turn began.</summary>
    public override DateTimeOffset AsksFrom(Turn turn) =>
        Stage is Stage.Visiting && turn is Turn<Part> { Part: Part.LeadingTeacher } && NextVisit is { } visit
            ? new(visit.Date, TimeOnly.MinValue, TimeSpan.Zero)
            : base.AsksFrom(turn);

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
    /// Posts for which the directory names nobody. A coordinator acts for an inspector, and the inspector may end what
    /// cannot go on.
    /// </summary>
    [JsonIgnore]
    public ImmutableList<Part> Vacant => EmptyPosts ?? [];

    /// <summary>The same as it is stored: null where there is none, as in every row of before.</summary>
    public ImmutableList<Part>? EmptyPosts { get; init; }

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

    public Answers Form1 => Sent.GetValueOrDefault(FormKeys.Form1) ?? Draft(FormKeys.Form1).Answers;

    public Answers Form2 => Sent.GetValueOrDefault(FormKeys.Form2, Answers.None);

    public int Days => Form1.Number("days") ?? 0;

    public override bool IsBegun => Stage is Stage.Drafting;

    public override bool IsOver => Stage.IsEnd();

    /// <summary>Form 1 has been sent. A request that ended is what it was when it ended.</summary>
    public bool IsSent => Has(Milestones.Sent);

    /// <summary>It has left the school, and is the inspector's.</summary>
    public bool IsApproved => Has(Milestones.Approved);

    /// <summary>The leading teacher has said that they can.</summary>
    public bool IsAccepted => Has(Milestones.Accepted);

    /// <summary>The leading teacher's own school has agreed.</summary>
    public bool IsReleased => Has(Milestones.Released);

    /// <summary>Somebody is sought, or the programme is being agreed.</summary>
    public bool IsBeingArranged =>
        Stage is Stage.Brokering or Stage.Accepting or Stage.Releasing or Stage.Confirming;

    /// <summary>The school that is visited and the one that lends its leading teacher; both have to be open.</summary>
    [JsonIgnore]
    public IReadOnlyList<School> BothSchools => [.. new[] { School, Match?.School }.OfType<School>()];

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
    public override Draft Draft(string key) => Drafts.GetValueOrDefault(key)
        ?? (Visit(FormKeys.VisitOf(key))?.Record is { } sent ? new(sent, 0) : Forms.Draft.Empty);

    bool Has(Milestones settled) => (IsOver ? EndedAt : Stage).Settled().HasFlag(settled);

    public bool EveryTeacherAgreed => Teachers.Count > 0 && Teachers.All(teacher => Agreed.Contains(teacher.Id));
}
