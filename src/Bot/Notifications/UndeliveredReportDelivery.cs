using System.Net;
using OutreachBot.Bot.Conversation;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Tells a coordinator what has not arrived. People of one tenant whom Teams does not reach, as when it has blocked the
/// bot, are one task: the card that told of the first tells of the others too, without a sound.
/// </summary>
public sealed class UndeliveredReportDelivery(
    UndeliveredMessages undelivered, UndeliveredReports reports, TeamsMessenger messenger, CurrentAuthority current,
    TimeProvider clock)
{
    // Two people may be a coincidence, and the second worth a message an hour later.
    const int Coincidence = 2;
    static readonly TimeSpan OfTwo = TimeSpan.FromHours(1);
    static readonly TimeSpan OfMany = TimeSpan.FromDays(1);

    // Whoever began a card and has not sent it by then has died.
    static readonly TimeSpan Sending = TimeSpan.FromMinutes(1);

    /// <returns>Null when it is delivered, or else why it cannot be.</returns>
    public async Task<string?> DeliverAsync(NoticeItem item, CancellationToken cancel)
    {
        var to = item.Notice.To;
        if (current.Authority.ActorFor(to) is not { } coordinator) return DeadLetter.Left;
        if (await undelivered.OfAsync(item.Case, coordinator, cancel) is not { } card) return null;

        if (item.Notice.About is { } missing && await undelivered.IsUnreachableAsync(missing, item.Case, cancel))
            await OfOrganisationAsync(to, missing.Tenant, card, cancel);
        else
            await messenger.SendAsync(to, card, cancel);
        return null;
    }

    async Task OfOrganisationAsync(
        PersonId to, string tenant, AdaptiveCards.AdaptiveCard first, CancellationToken cancel)
    {
        var (now, report) = (clock.GetUtcNow(), await reports.FindAsync(to, cancel));
        if (report?.Tenant == tenant && await undelivered.OfTenantAsync(tenant, cancel) is var all
            && now - report.At < (all.Names.Count > Coincidence ? OfMany : OfTwo))
        {
            if (report.Card is null && now - report.At < Sending)
                throw new TimeoutException("Another card about this organisation is on its way.");
            if (report.Card is { } before && await TryUpdateAsync(to, before, all, cancel)) return;
        }

        await reports.BeginAsync(to, tenant, now, report, cancel);
        var sent = await messenger.SendAsync(to, first, cancel);
        await reports.SaveAsync(to, tenant, now, sent, cancel);
    }

    async Task<bool> TryUpdateAsync(PersonId to, SentCard sent, Organisation all, CancellationToken cancel)
    {
        try
        {
            await messenger.UpdateAsync(to, sent, UndeliveredCard.Of(all), cancel);
            return true;
        }
        catch (ConnectorException gone) when (gone.Status is HttpStatusCode.NotFound)
        {
            return false;
        }
    }
}
