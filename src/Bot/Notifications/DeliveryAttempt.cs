using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Delivers an item that this instance has taken upon itself, or puts it off, or lays it aside and says so.
/// </summary>
public sealed partial class DeliveryAttempt(
    OutboxClaims claims, ItemDelivery delivery, RetryPolicy retry, DeadLettering deadLettering,
    TeamsRateLimit rateLimit, ILogger<DeliveryAttempt> log)
{
    // Beyond this a chat that has to wait is put off, so that its items are not claimed for nothing.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // The dispatcher's edge: the other place where an exception is caught. One bad item never delays the others.
    public async Task RunAsync(ClaimedItem taken, CancellationToken cancel)
    {
        try
        {
            if (await claims.StillMineAsync(taken, cancel) is { } item) await TryAsync(item, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // Nothing is lost: it is in the outbox, and is found when its claim has ended.
            LogLeft(taken.Item.Case.Value, taken.Item.Kind, failure.GetType().Name);
            _ = claims.WakeAsync(taken.Item.Bucket, TimeSpan.Zero, cancel);
        }
    }

    async Task TryAsync(OutboxItem item, CancellationToken cancel)
    {
        if (item is NoticeItem && rateLimit.Until(item.Person) is var wait && wait > Patience)
        {
            await claims.PutOffAsync(item, wait, item.Attempts, cancel);
            return;
        }

        switch (await OutcomeAsync(item, cancel))
        {
            case AfterFailure.TryAgain { After: var pause, Throttled: var throttled }:
                if (throttled) rateLimit.Refused(item.Person, pause);
                await claims.PutOffAsync(item, pause, item.Attempts + 1, cancel);
                break;
            case AfterFailure.GiveUp { Reason: var reason }:
                LogGivenUp(item.Case.Value, item.Kind, reason);
                await deadLettering.GiveUpAsync(item, reason, cancel);
                break;
        }
    }

    /// <returns>Null: it is delivered.</returns>
    async Task<AfterFailure?> OutcomeAsync(OutboxItem item, CancellationToken cancel)
    {
        using var limit = claims.Limit();
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            if (await delivery.DeliverAsync(item, bounded.Token) is { } undeliverable)
                return new AfterFailure.GiveUp(undeliverable);

            // What has been sent is struck out, however long the sending took. A fan-out has gone with its last item.
            if (item is not FanOutItem) await claims.CompleteAsync(item, cancel);
            return null;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            var after = retry.After(failure, item.Attempts);
            if (after is AfterFailure.TryAgain again)
                LogPutOff(item.Case.Value, item.Kind, failure.GetType().Name, again.After.TotalSeconds);
            return after;
        }
    }

    [LoggerMessage(
        21, LogLevel.Information,
        "Case {Case}: an outbox item ({Item}) failed with {Kind}; again in {Seconds} s.")]
    partial void LogPutOff(string @case, string item, string kind, double seconds);

    [LoggerMessage(22, LogLevel.Error, "Case {Case}: an outbox item ({Item}) cannot be delivered: {Reason}.")]
    partial void LogGivenUp(string @case, string item, string reason);

    [LoggerMessage(23, LogLevel.Warning, "Case {Case}: an outbox item ({Item}) is left for later after {Kind}.")]
    partial void LogLeft(string @case, string item, string kind);
}
