using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>Where a person can be reached: their conversation, and the connector that carries it.</summary>
/// <param name="HasLeft">They have removed the bot since, and nothing is sent there.</param>
public sealed record ChatAddress(string ServiceUrl, string Conversation, string Bot, bool HasLeft = false);

/// <summary>
/// Where people can be reached. It is learnt from any activity of theirs, because events of installation are not to be
/// relied upon; and each tenant's connector from any activity of anybody there.
/// </summary>
public sealed class Conversations(Tables tables, TimeProvider clock)
{
    // A row key that no person's object id has.
    const string AnyoneHere = "~";

    // Somebody may have removed the bot and come back by way of other instances; what they do here says so in the end.
    static readonly TimeSpan Trusted = TimeSpan.FromMinutes(10);

    // Spares a write for every activity. It may be lost: then a row is written again.
    readonly ConcurrentDictionary<PersonId, (ChatAddress Address, long Written)> known = new();

    public async Task LearnAsync(PersonId person, ChatAddress address, CancellationToken cancel)
    {
        if (known.TryGetValue(person, out var before) && before.Address == address
            && clock.GetElapsedTime(before.Written) < Trusted) return;
        await ReturnAsync(person, address, cancel);
    }

    /// <summary>The same for somebody who has just installed the bot: whatever is known, they have not left.</summary>
    public async Task ReturnAsync(PersonId person, ChatAddress address, CancellationToken cancel)
    {

        await Task.WhenAll(
            tables.Conversations.UpsertEntityAsync(
                Row(person.Tenant, person.Object, address), TableUpdateMode.Replace, cancel),
            tables.Conversations.UpsertEntityAsync(
                Row(person.Tenant, AnyoneHere, address), TableUpdateMode.Replace, cancel),
            tables.Conversations.UpsertEntityAsync(
                Row(AnyoneHere, AnyoneHere, address), TableUpdateMode.Replace, cancel));
        known[person] = (address, clock.GetTimestamp());
    }

    /// <summary>Remembers that somebody has removed the bot.</summary>
    public async Task LeaveAsync(PersonId person, CancellationToken cancel)
    {
        if (await FindAsync(person, cancel) is not { } address) return;
        await tables.Conversations.UpsertEntityAsync(
            Row(person.Tenant, person.Object, address with { HasLeft = true }), TableUpdateMode.Replace, cancel);
        known.TryRemove(person, out _);
    }

    public async Task<ChatAddress?> FindAsync(PersonId person, CancellationToken cancel)
    {
        if (known.TryGetValue(person, out var one)) return one.Address;

        // That they have left is asked again each time: they may come back.
        var address = await ReadAsync(person.Tenant, person.Object, cancel);
        if (address is { HasLeft: false }) known.TryAdd(person, (address, clock.GetTimestamp()));
        return address;
    }

    /// <summary>
    /// Connectors for somebody who has not spoken yet: the last one seen in their tenant, then the last one at all.
    /// </summary>
    public async Task<IReadOnlyList<string>> ServiceUrlsAsync(string tenant, CancellationToken cancel)
    {
        var addresses =
            await Task.WhenAll(ReadAsync(tenant, AnyoneHere, cancel), ReadAsync(AnyoneHere, AnyoneHere, cancel));
        return [.. addresses.OfType<ChatAddress>().Select(address => address.ServiceUrl).Distinct()];
    }

    /// <summary>True the first time for each person, on whatever instance.</summary>
    public async Task<bool> IsFirstWelcomeAsync(PersonId person, CancellationToken cancel)
    {
        try
        {
            await tables.Conversations.AddEntityAsync(
                new TableEntity(person.Tenant, $"{person.Object}{AnyoneHere}welcomed"), cancel);
            return true;
        }
        catch (RequestFailedException known) when (known.Status is 409)
        {
            return false;
        }
    }

    async Task<ChatAddress?> ReadAsync(string partition, string key, CancellationToken cancel)
    {
        var row =
            await tables.Conversations.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancel);
        return row is { HasValue: true, Value: { } address }
            ? new(
                address.GetString("ServiceUrl")!, address.GetString("Conversation")!, address.GetString("Bot")!,
                address.GetBoolean("HasLeft") ?? false)
            : null;
    }

    static TableEntity Row(string partition, string key, ChatAddress address)
    {
        var row = new TableEntity(partition, key)
        {
            ["ServiceUrl"] = address.ServiceUrl,
            ["Conversation"] = address.Conversation,
            ["Bot"] = address.Bot,
        };
        if (address.HasLeft) row["HasLeft"] = true;
        return row;
    }
}
