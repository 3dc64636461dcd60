using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>The newest card that told a coordinator of people of one tenant whom Teams does not reach.</summary>
/// <param name="Tenant">Whose people.</param>
/// <param name="At">When it was sent, or was about to be.</param>
/// <param name="Card">The message. Null: it is being sent, or whoever began that has died.</param>
public sealed record UndeliveredReport(string Tenant, DateTimeOffset At, SentCard? Card, ETag Tag = default);

/// <summary>
/// Which message in a coordinator's chat tells of an organisation that is not reached, so that it stays one.
/// </summary>
public sealed class UndeliveredReports(Tables tables)
{
    public async Task<UndeliveredReport?> FindAsync(PersonId coordinator, CancellationToken cancel)
    {
        var row = await tables.Conversations.GetEntityIfExistsAsync<TableEntity>(
            coordinator.Tenant, Key(coordinator), cancellationToken: cancel);
        return row is { HasValue: true, Value: { } report }
            ? new(
                report.GetString("Tenant")!,
                report.GetDateTimeOffset("At")!.Value,
                report.GetString("Activity") is { } activity ? new(report.GetString("Conversation")!, activity) : null,
                report.ETag)
            : null;
    }

    /// <summary>Takes the next card upon the caller, if nobody else has since it looked.</summary>
    /// <param name="coordinator">Who is to be told.</param>
    /// <param name="tenant">Of whose people.</param>
    /// <param name="now">The moment.</param>
    /// <param name="before">What stood there when the caller looked.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="RequestFailedException">Somebody else was first.</exception>
    public async Task BeginAsync(
        PersonId coordinator, string tenant, DateTimeOffset now, UndeliveredReport? before, CancellationToken cancel)
    {
        var row = Row(coordinator, tenant, now);
        if (before is null) await tables.Conversations.AddEntityAsync(row, cancel);
        else await tables.Conversations.UpdateEntityAsync(row, before.Tag, TableUpdateMode.Replace, cancel);
    }

    public Task SaveAsync(
        PersonId coordinator, string tenant, DateTimeOffset now, SentCard card, CancellationToken cancel)
    {
        var row = Row(coordinator, tenant, now);
        (row["Conversation"], row["Activity"]) = (card.Conversation, card.Activity);
        return tables.Conversations.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
    }

    /// <summary>What does not arrive from now on is told anew.</summary>
    public Task ForgetAsync(PersonId coordinator, CancellationToken cancel) =>
        tables.Conversations.DeleteEntityAsync(coordinator.Tenant, Key(coordinator), cancellationToken: cancel);

    // No object id ends like this.
    static string Key(PersonId coordinator) => $"{coordinator.Object}~report";

    static TableEntity Row(PersonId coordinator, string tenant, DateTimeOffset now) =>
        new(coordinator.Tenant, Key(coordinator)) { ["Tenant"] = tenant, ["At"] = now };
}
