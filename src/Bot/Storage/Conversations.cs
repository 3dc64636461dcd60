using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow;

namespace OutreachBot.Bot.Storage;

/// <summary>Where a person can be reached: their conversation, and the connector that carries it.</summary>
public sealed record Place(string ServiceUrl, string Conversation, string Bot);

/// <summary>
/// Where people can be reached. It is learnt from any activity of theirs, because events of installation are not to be
/// relied upon; and each tenant's connector from any activity of anybody there.
/// </summary>
public sealed class Conversations(Tables tables)
{
    // A row key that no person's object id has.
    const string AnyoneHere = "~";

    // Spares a write for every activity. It may be lost: then a row is written again.
    readonly ConcurrentDictionary<PersonId, Place> known = new();

    public async Task LearnAsync(PersonId person, Place place, CancellationToken cancel)
    {
        if (known.TryGetValue(person, out var before) && before == place) return;

        await Task.WhenAll(
            tables.Conversations.UpsertEntityAsync(Row(person.Tenant, person.Object, place), TableUpdateMode.Replace, cancel),
            tables.Conversations.UpsertEntityAsync(Row(person.Tenant, AnyoneHere, place), TableUpdateMode.Replace, cancel),
            tables.Conversations.UpsertEntityAsync(Row(AnyoneHere, AnyoneHere, place), TableUpdateMode.Replace, cancel));
        known[person] = place;
    }

    public async Task<Place?> FindAsync(PersonId person, CancellationToken cancel)
    {
        if (known.TryGetValue(person, out var place)) return place;

        place = await ReadAsync(person.Tenant, person.Object, cancel);
        return place is null ? null : known.GetOrAdd(person, place);
    }

    /// <summary>Connectors for somebody who has not spoken yet: the last one seen in their tenant, then the last one at all.</summary>
    public async Task<IReadOnlyList<string>> ServiceUrlsAsync(string tenant, CancellationToken cancel)
    {
        var places = await Task.WhenAll(ReadAsync(tenant, AnyoneHere, cancel), ReadAsync(AnyoneHere, AnyoneHere, cancel));
        return [.. places.OfType<Place>().Select(place => place.ServiceUrl).Distinct()];
    }

    /// <summary>True the first time for each person, on whatever instance.</summary>
    public async Task<bool> IsFirstWelcomeAsync(PersonId person, CancellationToken cancel)
    {
        try
        {
            await tables.Conversations.AddEntityAsync(new TableEntity(person.Tenant, $"{person.Object}{AnyoneHere}welcomed"), cancel);
            return true;
        }
        catch (RequestFailedException known) when (known.Status is 409)
        {
            return false;
        }
    }

    async Task<Place?> ReadAsync(string partition, string key, CancellationToken cancel)
    {
        var row = await tables.Conversations.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancel);
        return row.HasValue
            ? new(row.Value!.GetString("ServiceUrl")!, row.Value.GetString("Conversation")!, row.Value.GetString("Bot")!)
            : null;
    }

    static TableEntity Row(string partition, string key, Place place) => new(partition, key)
    {
        ["ServiceUrl"] = place.ServiceUrl,
        ["Conversation"] = place.Conversation,
        ["Bot"] = place.Bot,
    };
}
