using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// What came of a command: the decision, the case as it now stands, and whether this press was made before.
/// </summary>
public sealed record Outcome(Decision Decision, Case Case, bool Repeated = false);

/// <summary>
/// The single door to change: loads, decides, records. State, events, the operation and the item to tell people
/// are written in one transaction or not at all; whoever is overtaken decides again on what the other did.
/// </summary>
public sealed class CaseStore(
    Tables tables, CaseWorkflows workflows, TimeProvider clock, DispatchSignals signals)
{
    const int Attempts = 5;
    const int Tries = 3;

    // The place of the operation in the transaction, right behind the state.
    const int OperationRow = 1;

    /// <summary>The case, or null where there is none. One point read.</summary>
    public async Task<Stored?> FindAsync(CaseId id, CancellationToken cancel)
    {
        var row = await tables.Cases.GetEntityIfExistsAsync<TableEntity>(
            id.Bucket, Keys.State(id), cancellationToken: cancel);
        return row.HasValue ? CaseRows.Read(row.Value!, workflows) : null;
    }

    /// <summary>All that has happened to a case, from the first event on.</summary>
    public async Task<IReadOnlyList<Recorded>> EventsAsync(CaseId id, CancellationToken cancel)
    {
        var (first, last) = (Keys.Event(id, 0), Keys.Event(id, 999_999));
        var filter =
            TableClient.CreateQueryFilter($"PartitionKey eq {id.Bucket} and RowKey ge {first} and RowKey le {last}");
        var events = new List<Recorded>();
        await foreach (var row in tables.Cases.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            events.Add(CaseRows.ReadEvent(row, workflows));
        return events;
    }

    /// <param name="id">A case that need not exist yet.</param>
    /// <param name="workflow">The workflow of a case that does not exist yet. Null: none is begun.</param>
    /// <param name="operation">The press; the same one again is a success that changes nothing.</param>
    /// <param name="pressed">The card that was pressed, if it was one.</param>
    /// <param name="decide">Decides on the state it is given. It may be asked several times.</param>
    /// <param name="cancel">Ends the waiting; what has been written stays.</param>
    /// <exception cref="TimeoutException">Others kept changing the case.</exception>
    /// <exception cref="RequestFailedException">Storage did not answer, or refused; whether it wrote is not
    /// known.</exception>
    /// <returns>Null: there is no such case, and none was begun.</returns>
    public async Task<Outcome?> DecideAsync(
        CaseId id, CaseWorkflow? workflow, Operation operation, SentCard? pressed,
        Func<Case, Task<Deciding>> decide, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var stored = await FindAsync(id, cancel);
            if ((stored?.Case ?? workflow?.New(id)) is not { } before) return null;

            // A card of the newest version cannot have been pressed with effect: every effect is a newer version.
            var mayBeRepeat = attempt == 1 && operation.Version < before.Version;
            if (mayBeRepeat && await WasMadeAsync(id, operation, cancel) is { } made)
                return await RepeatAsync(made, before, cancel);

            var deciding = await decide(before);
            if (deciding.Decision is not Decision.Accepted { Events: { Count: > 0 } events })
            {
                return attempt > 1 && await WasMadeAsync(id, operation, cancel) is { } madeMeanwhile
                    ? await RepeatAsync(madeMeanwhile, before, cancel)
                    : new(deciding.Decision, before);
            }

            var recorded = Record(before, events, deciding.Actor.Person);
            var after = workflows.Of(before).Fold(before, recorded);
            var rows = Rows(after, recorded, operation, pressed, stored?.Tag, deciding);
            var item = ItemFor(before, after, recorded, deciding.Facts);
            if (item is not null) rows.Add(new(TableTransactionActionType.Add, item.ToRow()));
            var (commit, answers) = await TryCommitAsync(rows, cancel);
            switch (commit)
            {
                case Commit.Written:
                    if (item is not null) signals.Hand(item with { Tag = answers[^1].Headers.ETag!.Value });
                    return new(deciding.Decision, after);
                case Commit.WrittenBefore:
                    var now = await FindAsync(id, cancel);
                    return Repeat(await WasMadeAsync(id, operation, cancel) is { Same: true }, now!.Case);
                case Commit.Overtaken:
                    break;
            }
        }
        throw new TimeoutException("The case kept changing while it was being decided.");
    }

    // Made between the reading of the state and the looking for the operation: then the state is older than the press.
    async Task<Outcome> RepeatAsync(Made made, Case before, CancellationToken cancel) =>
        Repeat(made.Same, made.Version > before.Version ? (await FindAsync(before.Id, cancel))!.Case : before);

    static Outcome Repeat(bool same, Case now) => same
        ? new(Decision.Nothing, now, Repeated: true)
        : new(Decision.Reject(new Refusal.NotAtThisStage()), now);

    Recorded[] Record(Case before, IReadOnlyList<CaseEvent> events, Person by)
    {
        var now = clock.GetUtcNow();
        return [.. events.Select((what, index) => new Recorded(before.Version + index + 1, now, by, what))];
    }

    List<TableTransactionAction> Rows(
        Case after, Recorded[] recorded, Operation operation, SentCard? pressed, ETag? tag,
        Deciding deciding)
    {
        var id = after.Id;
        var rows = new List<TableTransactionAction>
        {
            tag is { } seen
                ? new(TableTransactionActionType.UpdateReplace, CaseRows.State(after, workflows.Of(after)), seen)
                : new(TableTransactionActionType.Add, CaseRows.State(after, workflows.Of(after))),
            new(TableTransactionActionType.Add, CaseRows.Operation(id, operation, after.Version)),
        };
        rows.AddRange(recorded.Select(
            one => new TableTransactionAction(TableTransactionActionType.Add, CaseRows.Event(id, one))));
        if (pressed is not null)
            rows.Add(
                new(TableTransactionActionType.UpsertMerge, CaseRows.Card(id, deciding.Actor.Person.Id, pressed)));
        return rows;
    }

    // One row, however many are told. It is this instance's from the start, and needs no claim of its own.
    FanOutItem? ItemFor(Case before, Case after, Recorded[] recorded, Facts facts) =>
        workflows.Of(after).After(before, after, recorded, facts) is { Any: true } inHand
            ? FanOutItem.Of(after.Id, before.Version, recorded[^1], inHand) with { Claim = signals.Instance }
            : null;

    enum Commit
    {
        Written,

        /// <summary>
        /// The operation had been written before, by an earlier try or an earlier delivery of this press.
        /// </summary>
        WrittenBefore,

        /// <summary>Somebody else changed the case first.</summary>
        Overtaken,
    }

    async Task<(Commit, IReadOnlyList<Response>)> TryCommitAsync(
        List<TableTransactionAction> rows, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (Commit.Written, (await tables.Cases.SubmitTransactionAsync(rows, cancel)).Value);
            }
            catch (RequestFailedException refused) when (refused.Status is 409 or 412)
            {
                return refused is TableTransactionFailedException { FailedTransactionActionIndex: OperationRow }
                    ? (Commit.WrittenBefore, [])
                    : (Commit.Overtaken, []);
            }
            catch (Exception lost)
                when (Tables.MayHaveHappened(lost) && attempt < Tries && !cancel.IsCancellationRequested)
            {
                // It may have been written, or may still be. The same transaction again settles it: it is written once.
                // Its item bears this instance's name, though nobody here has it in hand: a look finds it.
                signals.Wake(rows[0].Entity.PartitionKey);
            }
        }
    }

    /// <summary>Null: never made.</summary>
    async Task<Made?> WasMadeAsync(CaseId id, Operation operation, CancellationToken cancel)
    {
        var row = await tables.Cases.GetEntityIfExistsAsync<TableEntity>(
            id.Bucket, Keys.Operation(id, operation.Id), cancellationToken: cancel);
        return row.HasValue
            ? new(CaseRows.IsSame(row.Value!, operation), row.Value!.GetInt32("Version") ?? 0)
            : null;
    }

    /// <param name="Same">By this person with this input, as against other input.</param>
    /// <param name="Version">The case's version after it.</param>
    sealed record Made(bool Same, int Version);
}

/// <summary>A decision with who made it and what it rested on.</summary>
public sealed record Deciding(Decision Decision, Actor Actor, Facts Facts);
