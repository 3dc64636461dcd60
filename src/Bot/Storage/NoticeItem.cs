using System.Globalization;
using Azure.Data.Tables;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Storage;

/// <summary>A person is to be told.</summary>
public sealed record NoticeItem(RequestId Request, Notice Notice, string Name, string RowKey)
    : OutboxItem(Request, Name, RowKey)
{
    public NoticeItem(RequestId request, Notice notice, string name, DateTimeOffset due)
        : this(request, notice, name, Keys.Outbox(due, request, name))
    {
    }

    public override PersonId Person => Notice.To;

    public override int Version => Notice.Version;

    public override string Kind => Notice.Kind.ToString();

    /// <summary>
    /// One of those that a fan-out stands for. Its name is the same whoever makes it, how often, and whoever is in the
    /// directory by then.
    /// </summary>
    public static NoticeItem Of(RequestId request, Notice notice, DateTimeOffset happened) =>
        new(request, notice, $"{notice.Version:D6}-{Mark(request, notice)}", notice.Due ?? happened);

    static string Mark(RequestId request, Notice notice) =>
        OperationId.For(request, notice.Version, $"{notice.Kind} {notice.Due:O}", notice.To);

    protected override void Write(TableEntity row)
    {
        if (Notice.About is { } about) row["About"] = about.Key;
        if (Notice.Until is { } until) row["Until"] = until.ToString("O", CultureInfo.InvariantCulture);
    }
}
