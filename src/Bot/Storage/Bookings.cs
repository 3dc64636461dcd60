using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// The days that leading teachers have promised: one row for a person and a day, so that whoever comes second is told.
/// A day is claimed before form 2 is recorded; a claim whose request does not hold the day is worth nothing.
/// </summary>
public sealed class Bookings(Tables tables, TimeProvider clock)
{
    // Longer than any action takes: after that a claim without a programme is what a crash left behind.
    static readonly TimeSpan ClaimHolds = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Booking>> OfAsync(PersonId leadingTeacher, CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {leadingTeacher.Key}");
        var bookings = new List<Booking>();
        await foreach (var row in tables.Bookings.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            bookings.Add(Read(row));
        return bookings;
    }

    /// <summary>Claims all these days or none.</summary>
    /// <param name="leadingTeacher">Whose days.</param>
    /// <param name="days">Days that this request may hold already.</param>
    /// <param name="request">For which request, and so for which school.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>False: another request was first.</returns>
    public async Task<bool> ClaimAsync(
        PersonId leadingTeacher, IEnumerable<DateOnly> days, Request request, CancellationToken cancel)
    {
        var own = (await OfAsync(leadingTeacher, cancel))
            .Where(booking => booking.Request == request.Id).Select(booking => booking.Day);
        var missing = days.Except(own).ToList();
        if (missing.Count == 0) return true;

        try
        {
            await tables.Bookings.SubmitTransactionAsync(
                missing.Select(day => new TableTransactionAction(
                    TableTransactionActionType.Add, Row(leadingTeacher, day, request))), cancel);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 409)
        {
            return false;
        }
    }

    /// <summary>Frees those of these days on which a claim came to nothing.</summary>
    /// <param name="leadingTeacher">Whose days.</param>
    /// <param name="days">Days that others have claimed.</param>
    /// <param name="holds">Whether a request really holds a day.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>True: at least one of them is free now.</returns>
    public async Task<bool> FreeAsync(
        PersonId leadingTeacher, IReadOnlyCollection<DateOnly> days, Func<RequestId, DateOnly, Task<bool>> holds,
        CancellationToken cancel)
    {
        var freed = false;
        foreach (var booking in (await OfAsync(leadingTeacher, cancel)).Where(booking => days.Contains(booking.Day)))
            freed |= await FreeAsync(leadingTeacher, booking, holds, cancel);
        return freed;
    }

    /// <summary>Frees the days that a request does not hold any more.</summary>
    /// <returns>The days that are promised still.</returns>
    public async Task<IReadOnlyList<Booking>> SettleAsync(
        PersonId leadingTeacher, Request request, CancellationToken cancel)
    {
        var all = await OfAsync(leadingTeacher, cancel);
        var free = all.Where(booking => booking.Request == request.Id && !request.Holds(booking.Day)).ToList();
        foreach (var booking in free)
            await tables.Bookings.DeleteEntityAsync(
                leadingTeacher.Key, Formats.Text(booking.Day), ETag.All, cancel);
        return [.. all.Except(free)];
    }

    async Task<bool> FreeAsync(
        PersonId leadingTeacher, Booking booking, Func<RequestId, DateOnly, Task<bool>> holds, CancellationToken cancel)
    {
        if (await holds(booking.Request, booking.Day)) return false;

        var row = await tables.Bookings.GetEntityIfExistsAsync<TableEntity>(
            leadingTeacher.Key, Formats.Text(booking.Day), cancellationToken: cancel);
        if (!row.HasValue) return true;
        if (clock.GetUtcNow() - row.Value!.Timestamp < ClaimHolds) return false;

        await tables.Bookings.DeleteEntityAsync(leadingTeacher.Key, Formats.Text(booking.Day), row.Value.ETag, cancel);
        return true;
    }

    internal static Booking Read(TableEntity row) => new(
        Formats.Date(row.RowKey)!.Value,
        RequestId.TryParse(row.GetString("Request"), out var id)
            ? id
            : throw new InvalidDataException("A booking without a request."),
        row.GetString("School")!,
        row.GetBoolean("Window") ?? false);

    static TableEntity Row(PersonId leadingTeacher, DateOnly day, Request request)
    {
        var row = new TableEntity(
            leadingTeacher.Key, Formats.Text(day))
        { ["Request"] = request.Id.Value, ["School"] = request.School!.Urn };
        if (Payments.IsObservationWindow(request)) row["Window"] = true;
        return row;
    }
}
