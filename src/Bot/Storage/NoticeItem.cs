using System.Globalization;
using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>A person is to be told.</summary>
public sealed record NoticeItem(CaseId Case, Notice Notice, string Name, string RowKey)
    : OutboxItem(Case, Name, RowKey)
{
    public NoticeItem(CaseId id, Notice notice, string name, DateTimeOffset due)
        : this(id, notice, name, Keys.Outbox(due, id, name))
    {
    }

    public override PersonId Person => Notice.To;

    public override int Version => Notice.Version;

    public override string Kind => Notice.Kind.ToString();

    /// <summary>
    /// One of those that a fan-out stands for. Its name is the same whoever makes it, how often, and whoever is in the
    /// directory by then.
    /// </summary>
    public static NoticeItem Of(CaseId id, Notice notice, DateTimeOffset happened) =>
        new(id, notice, $"{notice.Version:D6}-{Mark(id, notice)}", notice.Due ?? happened);

    static string Mark(CaseId id, Notice notice) =>
        OperationId.For(id, notice.Version, $"{notice.Kind} {notice.Due:O}", notice.To);

    protected override void Write(TableEntity row)
    {
        if (Notice.About is { } about) row["About"] = about.Key;
        if (Notice.Until is { } until) row["Until"] = until.ToString("O", CultureInfo.InvariantCulture);
    }
}
