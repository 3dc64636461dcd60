using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>Something is to be brought in line with a case.</summary>
public sealed record AlignmentItem(CaseId Case, Alignment Alignment, string Name, string RowKey)
    : OutboxItem(Case, Name, RowKey)
{
    // As rows have had it from the first version on.
    internal const string OfWorkList = "Listed";
    internal const string OfBookings = "Diary";

    public override PersonId Person => Alignment.Of;

    public override int Version => Alignment.Version;

    public override string Kind => Alignment.Kind switch
    {
        AlignmentKind.WorkList => OfWorkList,
        AlignmentKind.Bookings => OfBookings,
    };

    /// <summary>One of those that a fan-out stands for.</summary>
    public static AlignmentItem Of(CaseId id, Alignment alignment, DateTimeOffset happened)
    {
        var item = new AlignmentItem(id, alignment, "", "");
        var mark = OperationId.For(id, alignment.Version, $"{item.Kind} ", alignment.Of);
        var name = $"{alignment.Version:D6}-{mark}";
        return item with { Name = name, RowKey = Keys.Outbox(happened, id, name) };
    }
}
