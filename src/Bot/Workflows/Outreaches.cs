using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Bot.Workflows;

/// <summary>
/// One person's command on one request: the facts are gathered, it is decided, and what came of it is recorded.
/// </summary>
public sealed class Outreaches(
    Requests requests, Bookings bookings, Diaries diaries, CurrentAuthority current)
{
    /// <param name="id">A request that need not exist yet.</param>
    /// <param name="operation">The press or message that asks.</param>
    /// <param name="pressed">The card that was pressed, if it was one.</param>
    /// <param name="actor">Who asks, as the directory knows them now.</param>
    /// <param name="commandFor">The command on the request as it stands; null when it asks for nothing there.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public Task<Outcome> DecideAsync(
        RequestId id, Operation operation, SentCard? pressed, Actor actor, Func<Request, Command?> commandFor,
        CancellationToken cancel) =>
        requests.DecideAsync(
            id, operation, pressed, request => DecideAsync(request, commandFor(request), actor, cancel), cancel);

    async Task<Deciding> DecideAsync(Request request, Command? command, Actor actor, CancellationToken cancel)
    {
        if (command is null)
            return new(Decision.Reject(new Refusal.NotAtThisStage()), actor, current.FactsFor(request));

        while (true)
        {
            var facts = await FactsAsync(request, actor, Visiting.IsMoved(request, command), cancel);
            var decision = Decider.Decide(request, command, actor, facts);

            // Bookings that have just gone or come are among the facts when it is decided again.
            if (!await FreeAsync(request, decision, cancel) && await ClaimAsync(request, decision, cancel))
                return new(decision, actor, facts);
        }
    }

    /// <summary>False: another request has just been first.</summary>
    async Task<bool> ClaimAsync(Request request, Decision decision, CancellationToken cancel) =>
        decision is not Decision.Accepted { Events: var events }
        || events.SelectMany(Days).ToList() is not { Count: > 0 } days
        || await bookings.ClaimAsync(request.Match!.LeadingTeacher.Id, days, request, cancel);

    // What the leading teacher promises with it.
    static IEnumerable<DateOnly> Days(RequestEvent what) => what switch
    {
        RequestEvent.Form2Sent form2 => form2.Days,
        RequestEvent.VisitMoved moved => [moved.To],
        _ => [],
    };

    /// <summary>True: a day that stood in the way was only claimed, and is free now.</summary>
    async Task<bool> FreeAsync(Request request, Decision decision, CancellationToken cancel) =>
        decision is Decision.Rejected { Why: Refusal.WrongAnswers { Errors: var errors } }
        && errors.Where(error => error.Problem is AnswerProblem.DayTaken)
            .Select(error => Formats.Date(error.Limit!)!.Value).ToList() is { Count: > 0 } taken
        && await bookings.FreeAsync(request.Match!.LeadingTeacher.Id, taken, HoldsAsync, cancel);

    async Task<bool> HoldsAsync(RequestId id, DateOnly day) =>
        await requests.FindAsync(id, CancellationToken.None) is { Request: var holder } && holder.Holds(day);

    /// <summary>The request as this person may see it. Null: there is none of that id.</summary>
    public async Task<View?> FindAsync(RequestId id, Actor viewer, CancellationToken cancel) =>
        await requests.FindAsync(id, cancel) is { Request: var request }
            ? await ViewAsync(request, viewer, cancel)
            : null;

    public async Task<View> ViewAsync(Request request, Actor viewer, CancellationToken cancel) =>
        new(request, viewer, await FactsAsync(request, viewer, isMoved: false, cancel));

    // Read only for those who choose a leading teacher, whom the diaries help, or a day, which rests on the bookings.
    async Task<Facts> FactsAsync(Request request, Actor actor, bool isMoved, CancellationToken cancel)
    {
        var facts = current.FactsFor(request);
        if (request.Stage is Stage.Brokering && request.Has(actor, Part.Inspector))
            return facts with { Bookings = await diaries.AllAsync(cancel) };
        if (!ChoosesDays(request, actor, isMoved)) return facts;

        var leadingTeacher = request.Match!.LeadingTeacher.Id;
        return facts with
        {
            Bookings = new Dictionary<PersonId, IReadOnlyList<Booking>>
            {
                [leadingTeacher] = await bookings.OfAsync(leadingTeacher, cancel),
            }
        };
    }

    static bool ChoosesDays(Request request, Actor actor, bool isMoved) => request.Stage switch
    {
        Stage.Confirming => request.Has(actor, Part.LeadingTeacher),
        Stage.Visiting => isMoved && request.Has(actor, Part.LeadingTeacher),
        _ => false,
    };
}
