using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot;

/// <summary>One person's command on one request: the facts are gathered, it is decided, and what came of it is recorded.</summary>
public sealed class Outreaches(Requests requests, Bookings bookings, CurrentAuthority current)
{
    /// <param name="id">A request that need not exist yet.</param>
    /// <param name="operation">The press or message that asks.</param>
    /// <param name="held">The card that was pressed, if it was one.</param>
    /// <param name="actor">Who asks, as the directory knows them now.</param>
    /// <param name="commandFor">The command on the request as it stands; null when it asks for nothing there.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public Task<Outcome> DecideAsync(
        RequestId id, Operation operation, Held? held, Actor actor, Func<Request, Command?> commandFor, CancellationToken cancel) =>
        requests.DecideAsync(id, operation, held, request => DecideAsync(request, commandFor(request), actor, cancel), cancel);

    async Task<Deciding> DecideAsync(Request request, Command? command, Actor actor, CancellationToken cancel)
    {
        var facts = await FactsAsync(request, actor, cancel);
        if (command is null) return new(Decision.Reject(new Refusal.NotAtThisStage()), actor, facts);

        var decision = Decider.Decide(request, command, actor, facts);
        if (decision is Decision.Accepted { Events: var events } && events.OfType<RequestEvent.Form2Sent>().FirstOrDefault() is { } form2
            && !await ClaimAsync(request, form2, cancel))
        {
            // Another request has just been first: with its booking among the facts, the form says which day is taken.
            facts = await FactsAsync(request, actor, cancel);
            decision = Decider.Decide(request, command, actor, facts);
        }
        return new(decision, actor, facts);
    }

    Task<bool> ClaimAsync(Request request, RequestEvent.Form2Sent form2, CancellationToken cancel) => bookings.ClaimAsync(
        request.Match!.LeadingTeacher.Id, form2.Days, request,
        async (other, day) => await requests.FindAsync(other, cancel) is { Request: var holder } && holder.Holds(day),
        cancel);

    /// <summary>The request as this person may see it. Null: there is none of that id.</summary>
    public async Task<View?> FindAsync(RequestId id, Actor viewer, CancellationToken cancel) =>
        await requests.FindAsync(id, cancel) is { Request: var request } ? await ViewAsync(request, viewer, cancel) : null;

    public async Task<View> ViewAsync(Request request, Actor viewer, CancellationToken cancel) =>
        new(request, viewer, await FactsAsync(request, viewer, cancel));

    // Bookings are read only for those who choose a leading teacher or a day.
    async Task<Facts> FactsAsync(Request request, Actor actor, CancellationToken cancel)
    {
        var facts = current.FactsFor(request);
        IEnumerable<PersonId> asked = request.Stage switch
        {
            Stage.Brokering when request.Has(actor, Part.Inspector) =>
                facts.Authority.LeadingTeachersFor(request.Form1.Text("area")).Select(one => one.Id),
            Stage.Confirming when request.Has(actor, Part.LeadingTeacher) => [request.Match!.LeadingTeacher.Id],
            _ => [],
        };
        return asked.Any() ? facts with { Bookings = await bookings.OfAsync(asked, cancel) } : facts;
    }
}
