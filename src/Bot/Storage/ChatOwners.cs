using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>Whose own chat a conversation is. Whoever speaks in it first has it for ever.</summary>
public sealed class ChatOwners(Tables tables)
{
    // A partition that no tenant has.
    const string Chats = "~chats";

    // Spares a read for every activity; it may be lost.
    readonly ConcurrentDictionary<string, PersonId> known = new();

    /// <returns>False: it is somebody else's.</returns>
    public async Task<bool> IsTheirsAsync(PersonId person, string conversation, CancellationToken cancel)
    {
        if (!known.TryGetValue(conversation, out var owner))
        {
            owner = await FindOrClaimAsync(person, Key(conversation), cancel);
            known[conversation] = owner;
        }
        return owner == person;
    }

    async Task<PersonId> FindOrClaimAsync(PersonId person, string key, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) is { } owner) return owner;
        try
        {
            await tables.Conversations.AddEntityAsync(new TableEntity(Chats, key) { ["Person"] = person.Key }, cancel);
            return person;
        }
        catch (RequestFailedException taken) when (taken.Status is 409)
        {
            return (await FindAsync(key, cancel))!.Value;
        }
    }

    async Task<PersonId?> FindAsync(string key, CancellationToken cancel)
    {
        var row = await tables.Conversations.GetEntityIfExistsAsync<TableEntity>(Chats, key, cancellationToken: cancel);
        return row.HasValue ? PersonId.Parse(row.Value!.GetString("Person")) : null;
    }

    // A conversation's id may have characters that a row key must not have.
    static string Key(string conversation) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(conversation)));
}
