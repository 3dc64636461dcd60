using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Brings what is derived from a request in line with it as it stands now. Done twice, it comes to the same.
/// </summary>
public sealed class AlignmentDelivery(Requests requests, WorkLists workLists, Diaries diaries)
{
    public async Task DeliverAsync(AlignmentItem item, CancellationToken cancel)
    {
        if (await requests.FindAsync(item.Request, cancel) is not { Request: var request }) return;

        await (item.Alignment.Kind switch
        {
            AlignmentKind.WorkList => workLists.PutAsync(item.Person, request, cancel),
            AlignmentKind.Bookings => diaries.SettleAsync(item.Person, request, cancel),
        });
    }
}
