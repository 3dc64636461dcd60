using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// What leading teachers have promised, a row for each of them and all in one partition, so that whoever chooses among
/// hundreds reads one page. Derived from the bookings, and a moment behind them: it helps to choose somebody, and no
/// decision about a day rests on it.
/// </summary>
public sealed class Diaries(Tables tables, Bookings bookings)
{
    // A partition and a row that nobody's key is.
    const string Everybody = "~diaries";
    const string IsWhole = "~whole";

    // Within what one property holds, and more than a working life has.
    const int MostDays = 1_000;
    const int Tries = 5;

    /// <summary>Everybody's days, the newest first. Where there are none of somebody, there is nobody.</summary>
    public async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<Booking>>> AllAsync(CancellationToken cancel)
    {
        var rows = await RowsAsync(cancel);
        if (!rows.Any(row => row.RowKey == IsWhole))
        {
            await BuildAsync(cancel);
            rows = await RowsAsync(cancel);
        }
        return rows.Where(row => row.RowKey != IsWhole)
            .ToDictionary(row => PersonId.Parse(row.RowKey)!.Value, row => Read(row.GetString("Days")));
    }

    /// <summary>
    /// Brings a leading teacher's days in line with a request: those that it does not hold any more are free again.
    /// </summary>
    /// <exception cref="TimeoutException">Others kept changing it.</exception>
    public async Task SettleAsync(PersonId leadingTeacher, Request request, CancellationToken cancel)
    {
        await bookings.SettleAsync(leadingTeacher, request, cancel);
        await WriteAsync(leadingTeacher, cancel);
    }

    // Rows of before there were diaries, or somebody has taken them away to have them made anew.
    async Task BuildAsync(CancellationToken cancel)
    {
        var people = new HashSet<PersonId>();
        await foreach (var row in tables.Bookings.QueryAsync<TableEntity>(
            select: ["PartitionKey"], cancellationToken: cancel))
            if (PersonId.Parse(row.PartitionKey) is { } person) people.Add(person);
        foreach (var person in people) await WriteAsync(person, cancel);
        await tables.Bookings.UpsertEntityAsync(new TableEntity(Everybody, IsWhole), TableUpdateMode.Replace, cancel);
    }

    // The diary is read before the bookings: whoever writes it with other bookings meanwhile makes this write fail.
    async Task WriteAsync(PersonId leadingTeacher, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var before = await tables.Bookings.GetEntityIfExistsAsync<TableEntity>(
                Everybody, leadingTeacher.Key, cancellationToken: cancel);
            var days = Written(await bookings.OfAsync(leadingTeacher, cancel));
            if (before.HasValue && before.Value!.GetString("Days") == days) return;

            var row = new TableEntity(Everybody, leadingTeacher.Key) { ["Days"] = days };
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

    async Task<List<TableEntity>> RowsAsync(CancellationToken cancel)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Everybody}");
        await foreach (var row in tables.Bookings.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            rows.Add(row);
        return rows;
    }

    // "2026-03-05 07-K3QX9 900101", and "window" behind it where it is one.
    static string Written(IEnumerable<Booking> all) => string.Join('\n', all
        .OrderByDescending(booking => booking.Day).Take(MostDays)
        .Select(booking => $"{Formats.Text(booking.Day)} {booking.Request} {booking.SchoolUrn}"
            + (booking.IsWindow ? " window" : "")));

    static IReadOnlyList<Booking> Read(string? days) =>
        [.. (days ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadDay)];

    static Booking ReadDay(string day) => day.Split(' ') is [var date, var request, var school, .. var more]
        && Formats.Date(date) is { } on && RequestId.TryParse(request, out var id)
        ? new(on, id, school, more is ["window"])
        : throw new InvalidDataException("A diary that cannot be read.");
}
