using System.Diagnostics;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Notifications;

/// <summary>What is done about an item of each kind.</summary>
public sealed class ItemDelivery(
    FanOut fanOut, AlignmentDelivery alignments, NoticeDelivery notices, UndeliveredReportDelivery reports)
{
    /// <returns>Null when it is done, or else why it cannot be.</returns>
    public async Task<string?> DeliverAsync(OutboxItem item, CancellationToken cancel)
    {
        switch (item)
        {
            case FanOutItem all:
                await fanOut.SpreadAsync(all, cancel);
                return null;
            case AlignmentItem alignment:
                await alignments.DeliverAsync(alignment, cancel);
                return null;
            case NoticeItem { Notice.Kind: NoticeKind.Undelivered } report:
                return await reports.DeliverAsync(report, cancel);
            case NoticeItem notice:
                return await notices.DeliverAsync(notice, cancel);
            default:
                throw new UnreachableException($"Nobody delivers a {item.GetType().Name}.");
        }
    }
}
