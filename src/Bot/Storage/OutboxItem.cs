using System.Globalization;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Storage;

/// <summary>An item to tell somebody, as it stands in the outbox.</summary>
/// <param name="Request">The request it is about.</param>
/// <param name="Notice">Who is told, and what of.</param>
/// <param name="Name">What keeps it apart from all others of the request, also when it is put off.</param>
/// <param name="RowKey">Its place, which says when it is to be delivered.</param>
public sealed record OutboxItem(RequestId Request, Notice Notice, string Name, string RowKey)
{
    public OutboxItem(RequestId request, Notice notice, string name, DateTimeOffset due)
        : this(request, notice, name, Keys.Outbox(due, request, name))
    {
    }

    /// <summary>The version before what happened; only a fan-out has it.</summary>
    public int? Before { get; init; }

    /// <summary>
    /// What a fan-out stands for, as long as whoever wrote it has it in hand. Null: the events say it again.
    /// </summary>
    public IReadOnlyList<Notice>? InHand { get; init; }

    /// <summary>How often it could not be delivered.</summary>
    public int Attempts { get; init; }

    /// <summary>The instance that has taken it upon itself. Null: whoever comes first.</summary>
    public string? Claim { get; init; }

    public ETag Tag { get; init; }

    public string Bucket => Request.Bucket;

    public DateTimeOffset Due => Keys.DueOf(RowKey);

    public bool IsFanOut => Notice.Kind is NoticeKind.FanOut;

    /// <summary>One item in place of all that what has happened calls for.</summary>
    /// <param name="request">What it happened to.</param>
    /// <param name="before">The version before it.</param>
    /// <param name="last">The last of what happened.</param>
    /// <param name="notices">Who is to be told.</param>
    public static OutboxItem FanOut(RequestId request, int before, Recorded last, IReadOnlyList<Notice> notices) =>
        new(request, new(last.By.Id, NoticeKind.FanOut, last.Number), $"{last.Number:D6}-all",
            last.At)
        { Before = before, InHand = notices };

    /// <summary>
    /// One of those that a fan-out stands for. Its name is the same whoever makes it, how often, and whoever is in the
    /// directory by then.
    /// </summary>
    public static OutboxItem Of(RequestId request, Notice notice, DateTimeOffset happened) =>
        new(request, notice, $"{notice.Version:D6}-{Mark(request, notice)}", notice.Due ?? happened);

    static string Mark(RequestId request, Notice notice) =>
        OperationId.For(request, notice.Version, $"{notice.Kind} {notice.Due:O}", notice.To);

    /// <summary>Put off; it is anybody's again.</summary>
    public OutboxItem At(DateTimeOffset due) => this with { RowKey = Keys.Outbox(due, Request, Name), Claim = null };

    public TableEntity ToRow()
    {
        var row = Write(RowKey);
        if (Claim is not null) row["Claim"] = Claim;
        return row;
    }

    /// <summary>The same, laid aside with the kind of reason and no text.</summary>
    public TableEntity ToDeadRow(string reason)
    {
        var row = Write(Keys.Dead(Request, Name));
        row["Reason"] = reason;
        return row;
    }

    TableEntity Write(string rowKey)
    {
        var row = new TableEntity(Bucket, rowKey)
        {
            ["To"] = Notice.To.Key,
            ["Kind"] = Notice.Kind.ToString(),
            ["Version"] = Notice.Version,
            ["Attempts"] = Attempts,
        };
        if (Notice.About is { } about) row["About"] = about.Key;
        if (Notice.Until is { } until) row["Until"] = until.ToString("O", CultureInfo.InvariantCulture);
        if (Before is { } before) row["Before"] = before;
        return row;
    }

    /// <exception cref="InvalidDataException">The row is no item that this version knows.</exception>
    public static OutboxItem Read(TableEntity row) =>
        TryRead(row) ?? throw new InvalidDataException("An item that cannot be read.");

    /// <summary>Null: the row is no item that this version knows.</summary>
    public static OutboxItem? TryRead(TableEntity row) =>
        row.RowKey.Split('|') is [.., var request, var name]
        && RequestId.TryParse(request, out var id)
        && PersonId.Parse(row.GetString("To")) is { } to
        && Enum.TryParse<NoticeKind>(row.GetString("Kind"), out var kind)
        && row.GetInt32("Version") is { } version
            ? new(id,
                new Notice(
                    to, kind, version, About: PersonId.Parse(row.GetString("About")),
                    Until: Day(row.GetString("Until"))), name, row.RowKey)
            {
                Before = row.GetInt32("Before"),
                Attempts = row.GetInt32("Attempts") ?? 0,
                Claim = row.GetString("Claim"),
                Tag = row.ETag,
            }
            : null;

    static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
