#nullable enable
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The published signing keys, kept for half a day. An unknown key is looked up again, but not more than once a
/// minute; while the metadata cannot be read, the keys already known go on being used.
/// </summary>
sealed class SigningKeys(string metadataAddress, IDocumentRetriever documents, TimeProvider time)
{
    static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    static readonly TimeSpan PauseWhileCold = TimeSpan.FromSeconds(5);
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim gate = new(1, 1);
    volatile Published? known;
    DateTimeOffset nextAttempt;

    /// <returns>Null when no such key is published.</returns>
    /// <exception cref="MetadataUnavailableException">No key is known at all, and none can be had now.</exception>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken ct)
    {
        // Whoever comes while a stale but known key is being looked up again does not wait for it.
        if (known is { } keys && keys.Find(keyId) is { } key
            && (time.GetUtcNow() < keys.StaleAt || gate.CurrentCount == 0))
            return key;
        await gate.WaitAsync(ct);
        try
        {
            await RefreshAsync(keyId, ct);
        }
        finally
        {
            gate.Release();
        }
        return known is { } published ? published.Find(keyId) : throw new MetadataUnavailableException();
    }

    async Task RefreshAsync(string keyId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var fresh = known is { } keys && now < keys.StaleAt && keys.Find(keyId) is not null;
        if (fresh || now < nextAttempt)
            return;
        nextAttempt = now + (known is null ? PauseWhileCold : Pause);
        using var timeout = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            known = new(await ReadAsync(either.Token), now + Kept);
            nextAttempt = now + Pause;
        }
        catch (Exception failure) when (IsUnreadable(failure) && !ct.IsCancellationRequested)
        {
            // What is known goes on being used; the next attempt is due after a pause.
        }
    }

    async Task<FrozenDictionary<string, SigningKey>> ReadAsync(CancellationToken ct)
    {
        var metadata = await documents.GetDocumentAsync(metadataAddress, ct);
        using var parsed = JsonDocument.Parse(metadata);
        var address = parsed.RootElement.GetProperty("jwks_uri").GetString();
        return SigningKey.AllIn(await documents.GetDocumentAsync(address!, ct));
    }

    static bool IsUnreadable(Exception failure) => failure
        is IOException or HttpRequestException or OperationCanceledException
        or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException;

    sealed record Published(FrozenDictionary<string, SigningKey> Keys, DateTimeOffset StaleAt)
    {
        public SigningKey? Find(string keyId) => Keys.GetValueOrDefault(keyId);
    }
}

/// <summary>Nobody's token can be checked now; the answer is 503.</summary>
sealed class MetadataUnavailableException() : Exception("The channel's signing keys cannot be read.");
