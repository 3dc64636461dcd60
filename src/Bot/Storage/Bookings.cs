using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// The days that leading teachers have promised: one row for a person and a day, so that whoever comes second is told.
/// A day is claimed before form 2 is recorded; a claim whose case does not hold the day is worth nothing.
/// </summary>
public sealed class Bookings(Tables tables, TimeProvider clock)
{
    // Longer than any action takes: after that a claim without a programme is what a crash left behind.
    static readonly TimeSpan ClaimHolds = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Booking>> OfAsync(PersonId person, CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {person.Key}");
        var bookings = new List<Booking>();
        await foreach (var row in tables.Bookings.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            bookings.Add(Read(row));
        return bookings;
    }

    /// <summary>Claims all these days or none.</summary>
    /// <param name="person">Whose days.</param>
    /// <param name="wanted">Days of one case, which it may hold already.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>False: another case was first.</returns>
    public async Task<bool> ClaimAsync(PersonId person, IReadOnlyList<Booking> wanted, CancellationToken cancel)
    {
        var before = await OfAsync(person, cancel);
        var missing = wanted
            .Where(one => before.All(booking => booking.Case != one.Case || booking.Day != one.Day)).ToList();
        if (missing.Count == 0) return true;

        try
        {
            await tables.Bookings.SubmitTransactionAsync(
                missing.Select(one => new TableTransactionAction(TableTransactionActionType.Add, Row(person, one))),
                cancel);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 409)
        {
            return false;
        }
    }

    /// <summary>Frees those of these days on which a claim came to nothing.</summary>
    /// <param name="person">Whose days.</param>
    /// <param name="days">Days that others have claimed.</param>
    /// <param name="holds">Whether a case really holds a day.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>True: at least one of them is free now.</returns>
    public async Task<bool> FreeAsync(
        PersonId person, IReadOnlyCollection<DateOnly> days, Func<CaseId, DateOnly, Task<bool>> holds,
        CancellationToken cancel)
    {
        var freed = false;
        foreach (var booking in (await OfAsync(person, cancel)).Where(booking => days.Contains(booking.Day)))
            freed |= await FreeAsync(person, booking, holds, cancel);
        return freed;
    }

    /// <summary>Frees the days that a case does not hold any more.</summary>
    /// <param name="person">Whose days.</param>
    /// <param name="id">The case.</param>
    /// <param name="holds">Whether it holds a day.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>The days that are promised still.</returns>
    public async Task<IReadOnlyList<Booking>> SettleAsync(
        PersonId person, CaseId id, Func<DateOnly, bool> holds, CancellationToken cancel)
    {
        var all = await OfAsync(person, cancel);
        var free = all.Where(booking => booking.Case == id && !holds(booking.Day)).ToList();
        foreach (var booking in free)
            await tables.Bookings.DeleteEntityAsync(person.Key, Formats.Text(booking.Day), ETag.All, cancel);
        return [.. all.Except(free)];
    }

    async Task<bool> FreeAsync(
        PersonId person, Booking booking, Func<CaseId, DateOnly, Task<bool>> holds, CancellationToken cancel)
    {
        if (await holds(booking.Case, booking.Day)) return false;

        var row = await tables.Bookings.GetEntityIfExistsAsync<TableEntity>(
            person.Key, Formats.Text(booking.Day), cancellationToken: cancel);
        if (!row.HasValue) return true;
        if (clock.GetUtcNow() - row.Value!.Timestamp < ClaimHolds) return false;

        await tables.Bookings.DeleteEntityAsync(person.Key, Formats.Text(booking.Day), row.Value.ETag, cancel);
        return true;
    }

    internal static Booking Read(TableEntity row) => new(
        Formats.Date(row.RowKey)!.Value,
        CaseId.TryParse(row.GetString("Request"), out var id)
            ? id
            : throw new InvalidDataException("A booking without a case."),
        row.GetString("School")!,
        row.GetBoolean("Window") ?? false);

    static TableEntity Row(PersonId person, Booking booking)
    {
        var row = new TableEntity(person.Key, Formats.Text(booking.Day))
        {
            ["Request"] = booking.Case.Value,
            ["School"] = booking.SchoolUrn,
        };
        if (booking.IsWindow) row["Window"] = true;
        return row;
    }
}
