using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Workflows;

/// <summary>What requests rest on besides: the days that leading teachers have promised.</summary>
public sealed class OutreachFacts(CaseStore store, Bookings bookings, Diaries diaries) : FactSource
{
    public override string Workflow => OutreachWorkflow.StoredName;

    // Read only for those who choose a leading teacher, whom the diaries help, or a day, which rests on the bookings.
    public override async Task<Facts> AddAsync(
        Facts facts, Case now, Actor actor, Command? asked, CancellationToken cancel)
    {
        var request = (Request)now;
        if (request.Stage is Stage.Brokering && request.Has(actor, Part.Inspector))
            return facts with { Bookings = await diaries.AllAsync(cancel) };
        if (!ChoosesDays(request, actor, asked)) return facts;

        var leadingTeacher = request.Match!.LeadingTeacher.Id;
        return facts with
        {
            Bookings = new Dictionary<PersonId, IReadOnlyList<Booking>>
            {
                [leadingTeacher] = await bookings.OfAsync(leadingTeacher, cancel),
            }
        };
    }

    // Bookings that have just gone or come are among the facts when it is decided again.
    public override async Task<bool> ClaimAsync(Case now, Decision decision, CancellationToken cancel)
    {
        var request = (Request)now;
        return decision switch
        {
            Decision.Rejected { Why: Refusal.WrongAnswers wrong } => !await FreeAsync(request, wrong, cancel),
            Decision.Accepted { Events: var events } when Promised(request, events).ToList() is { Count: > 0 } days =>
                await bookings.ClaimAsync(request.Match!.LeadingTeacher.Id, days, cancel),
            _ => true,
        };
    }

    public override Task AlignAsync(Alignment alignment, Case now, CancellationToken cancel) => alignment.Kind switch
    {
        AlignmentKind.Bookings => diaries.SettleAsync(alignment.Of, now.Id, ((Request)now).Holds, cancel),
        AlignmentKind.WorkList => Task.CompletedTask,
    };

    public override IEnumerable<Violation> Check(
        IReadOnlyDictionary<CaseId, WholeCase> cases, IEnumerable<(PersonId Person, Booking Booking)> bookings,
        Authority authority) => OutreachBookings.Check(cases, bookings, authority);

    static bool ChoosesDays(Request request, Actor actor, Command? asked) => request.Stage switch
    {
        Stage.Confirming => request.Has(actor, Part.LeadingTeacher),
        Stage.Visiting =>
            asked is not null && Visiting.IsMoved(request, asked) && request.Has(actor, Part.LeadingTeacher),
        _ => false,
    };

    // What the leading teacher promises with it.
    static IEnumerable<Booking> Promised(Request request, IEnumerable<CaseEvent> events) =>
        from what in events
        from day in what switch
        {
            RequestEvent.Form2Sent form2 => form2.Days,
            RequestEvent.VisitMoved moved => [moved.To],
            _ => [],
        }
        select new Booking(day, request.Id, request.School!.Urn, Payments.IsObservationWindow(request));

    /// <summary>True: a day that stood in the way was only claimed, and is free now.</summary>
    async Task<bool> FreeAsync(Request request, Refusal.WrongAnswers wrong, CancellationToken cancel) =>
        wrong.Errors.Where(error => error.Problem is AnswerProblem.DayTaken)
            .Select(error => Formats.Date(error.Limit!)!.Value).ToList() is { Count: > 0 } taken
        && await bookings.FreeAsync(request.Match!.LeadingTeacher.Id, taken, HoldsAsync, cancel);

    async Task<bool> HoldsAsync(CaseId id, DateOnly day) =>
        await store.FindAsync(id, CancellationToken.None) is { Case: Request holder } && holder.Holds(day);
}
