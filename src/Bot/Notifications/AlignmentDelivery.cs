using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Brings what is derived from a case in line with it as it stands now. Done twice, it comes to the same.
/// </summary>
public sealed class AlignmentDelivery(CaseStore store, WorkLists workLists, Registry registry)
{
    public async Task DeliverAsync(AlignmentItem item, CancellationToken cancel)
    {
        if (await store.FindAsync(item.Case, cancel) is not { Case: var now }) return;

        if (item.Alignment.Kind is AlignmentKind.WorkList) await workLists.PutAsync(item.Person, now, cancel);
        else if (registry.FactsOf(now) is { } source) await source.AlignAsync(item.Alignment, now, cancel);
    }
}
