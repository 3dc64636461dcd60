using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// What leading teachers have promised, a row for each of them and all in one partition, so that whoever chooses among
/// hundreds reads one page. Derived from the bookings, and a moment behind them: it helps to choose somebody, and no
/// decision about a day rests on it.
/// </summary>
public sealed class Diaries(Tables tables, Bookings bookings)
{
    // A partition and a row that no leading teacher's key is. The row says that everybody's diary has been made.
    const string Partition = "~diaries";
    const string Complete = "~whole";

    // Both keep what is written below what one property and one transaction hold.
    const int MostDays = 900;
    const int MostAtOnce = 50;
    const int Tries = 5;

    /// <summary>Everybody's days, the newest first. Where there are none of somebody, there is nobody.</summary>
    /// <exception cref="TimeoutException">There were no diaries yet, and others kept making them.</exception>
    public async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<Booking>>> AllAsync(CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var rows = await RowsAsync($"PartitionKey eq {Partition}", cancel);
            if (rows.Any(row => row.RowKey == Complete))
                return rows.Where(row => row.RowKey != Complete)
                    .ToDictionary(row => PersonId.Parse(row.RowKey)!.Value, row => Read(row.GetString("Days")));
            await MakeAsync([.. rows.Select(row => row.RowKey)], cancel);
        }
        throw new TimeoutException("The diaries kept changing while they were made.");
    }

    /// <summary>
    /// Brings a leading teacher's days in line with a case: those that it does not hold any more are free again.
    /// </summary>
    /// <exception cref="TimeoutException">Others kept changing it.</exception>
    public async Task SettleAsync(
        PersonId leadingTeacher, CaseId id, Func<DateOnly, bool> holds, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            // Read before the bookings: whoever writes it with other bookings meanwhile makes this write fail.
            var before = await tables.Bookings.GetEntityIfExistsAsync<TableEntity>(
                Partition, leadingTeacher.Key, cancellationToken: cancel);
            var row = Row(leadingTeacher, await bookings.SettleAsync(leadingTeacher, id, holds, cancel));
            try
            {
                if (before.HasValue)
                    await tables.Bookings.UpdateEntityAsync(row, before.Value!.ETag, TableUpdateMode.Replace, cancel);
                else
                    await tables.Bookings.AddEntityAsync(row, cancel);
                return;
            }
            catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412)
            {
                // What the other wrote may lack what has been read here.
            }
        }
        throw new TimeoutException("A diary kept changing while it was being written.");
    }

    // Those of a store of before there were diaries. Whoever settles one meanwhile has newer bookings, so that nothing
    // is written over: the rest is then made with another look.
    async Task MakeAsync(HashSet<string> there, CancellationToken cancel)
    {
        var all = await RowsAsync($"PartitionKey ne {Partition}", cancel);
        var missing = all.GroupBy(row => row.PartitionKey, Bookings.Read)
            .Where(person => !there.Contains(person.Key))
            .Select(person => Row(PersonId.Parse(person.Key)!.Value, person));
        try
        {
            foreach (var some in missing.Chunk(MostAtOnce))
                await tables.Bookings.SubmitTransactionAsync(
                    some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancel);
            await tables.Bookings.UpsertEntityAsync(
                new TableEntity(Partition, Complete), TableUpdateMode.Replace, cancel);
        }
        catch (RequestFailedException overtaken) when (overtaken.Status is 409)
        {
            // The caller looks again.
        }
    }

    async Task<List<TableEntity>> RowsAsync(FormattableString filter, CancellationToken cancel)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in tables.Bookings.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(filter), cancellationToken: cancel))
            rows.Add(row);
        return rows;
    }

    // "2026-03-05 07-K3QX9 900101", and "window" behind it where it is one.
    static TableEntity Row(PersonId leadingTeacher, IEnumerable<Booking> all) => new(Partition, leadingTeacher.Key)
    {
        ["Days"] = string.Join('\n', all
            .OrderByDescending(booking => booking.Day).Take(MostDays)
            .Select(booking => $"{Formats.Text(booking.Day)} {booking.Case} {booking.SchoolUrn}"
                + (booking.IsWindow ? " window" : ""))),
    };

    static IReadOnlyList<Booking> Read(string? days) =>
        [.. (days ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadDay)];

    static Booking ReadDay(string day) => day.Split(' ') is [var date, var request, var school, .. var more]
        && Formats.Date(date) is { } on && CaseId.TryParse(request, out var id)
        ? new(on, id, school, more is ["window"])
        : throw new InvalidDataException("A diary that cannot be read.");
}
