using System.Globalization;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// What is to be done behind the answer, as it stands in the outbox: a person is told, something is brought in line, or
/// what a press has left is spread into such items.
/// </summary>
/// <param name="Case">The case it is about.</param>
/// <param name="Name">What keeps it apart from all others of the case, also when it is put off.</param>
/// <param name="RowKey">Its place, which says when it is due.</param>
public abstract record OutboxItem(CaseId Case, string Name, string RowKey)
{
    /// <summary>Who is told, whose list or days are brought in line, or who pressed.</summary>
    public abstract PersonId Person { get; }

    /// <summary>The case's version that gave rise to it.</summary>
    public abstract int Version { get; }

    /// <summary>What it is, as rows say it.</summary>
    public abstract string Kind { get; }

    /// <summary>How often it has failed.</summary>
    public int Attempts { get; init; }

    /// <summary>The instance that has taken it upon itself. Null: whoever comes first.</summary>
    public string? Claim { get; init; }

    public ETag Tag { get; init; }

    public string Bucket => Case.Bucket;

    public DateTimeOffset Due => Keys.DueOf(RowKey);

    /// <summary>Put off; it is anybody's again.</summary>
    public OutboxItem At(DateTimeOffset due) => this with { RowKey = Keys.Outbox(due, Case, Name), Claim = null };

    public TableEntity ToRow()
    {
        var row = Written(RowKey);
        if (Claim is not null) row["Claim"] = Claim;
        return row;
    }

    /// <summary>The same, laid aside with the kind of reason and no text.</summary>
    public TableEntity ToDeadRow(string reason)
    {
        var row = Written(Keys.Dead(Case, Name));
        row["Reason"] = reason;
        return row;
    }

    /// <exception cref="InvalidDataException">The row is no item that this version knows.</exception>
    public static OutboxItem Read(TableEntity row) =>
        TryRead(row) ?? throw new InvalidDataException("An item that cannot be read.");

    /// <summary>Null: the row is no item that this version knows.</summary>
    public static OutboxItem? TryRead(TableEntity row) =>
        row.RowKey.Split('|') is [.., var about, var name]
        && CaseId.TryParse(about, out var id)
        && PersonId.Parse(row.GetString("To")) is { } person
        && row.GetInt32("Version") is { } version
        && TryRead(row, id, person, version, name) is { } item
            ? item with
            {
                Attempts = row.GetInt32("Attempts") ?? 0,
                Claim = row.GetString("Claim"),
                Tag = row.ETag,
            }
            : null;

    static OutboxItem? TryRead(TableEntity row, CaseId id, PersonId person, int version, string name) =>
        row.GetString("Kind") switch
        {
            FanOutItem.AsKind => row.GetInt32("Before") is { } before
                ? new FanOutItem(id, person, before, version, name, row.RowKey)
                : null,
            AlignmentItem.OfWorkList =>
                new AlignmentItem(id, new(person, AlignmentKind.WorkList, version), name, row.RowKey),
            AlignmentItem.OfBookings =>
                new AlignmentItem(id, new(person, AlignmentKind.Bookings, version), name, row.RowKey),
            var kind when Enum.TryParse<NoticeKind>(kind, out var notice) => new NoticeItem(
                id,
                new(person, notice, version,
                    About: PersonId.Parse(row.GetString("About")), Until: Day(row.GetString("Until"))),
                name, row.RowKey),
            _ => null,
        };

    /// <summary>Adds what this kind has besides.</summary>
    protected virtual void Write(TableEntity row)
    {
    }

    TableEntity Written(string rowKey)
    {
        var row = new TableEntity(Bucket, rowKey)
        {
            ["To"] = Person.Key,
            ["Kind"] = Kind,
            ["Version"] = Version,
            ["Attempts"] = Attempts,
        };
        Write(row);
        return row;
    }

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(
        text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
