using System.Net.Http.Headers;
using Azure.Core;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// The bot's own token, which goes with each call of the connector. It is asked for once and used until shortly before
/// it ends.
/// </summary>
/// <param name="newCredential">Credentials keep their tokens themselves: after a refusal only a new one asks
/// again.</param>
/// <param name="clock">Says when a token ends.</param>
public sealed class AppToken(Func<TokenCredential> newCredential, TimeProvider clock)
{
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    static readonly TokenRequestContext Scope = new([BotConnector.Audience + "/.default"]);

    readonly Lock gate = new();
    volatile Held? held;
    TokenCredential? credential;
    Task<Held>? asking;

    public async ValueTask<AuthenticationHeaderValue> HeaderAsync(CancellationToken cancel) =>
        (Usable() ?? await Asking().WaitAsync(cancel)).Header;

    /// <summary>The connector refused it: the next call asks for another.</summary>
    public void Forget(AuthenticationHeaderValue? refused)
    {
        lock (gate)
        {
            if (held is null || !ReferenceEquals(held.Header, refused)) return;
            (held, credential) = (null, null);
        }
    }

    Held? Usable() => held is { } token && clock.GetUtcNow() < token.UsableUntil ? token : null;

    // Whoever needs it meanwhile waits for the same answer, and whoever comes when it is just there asks for no other.
    Task<Held> Asking()
    {
        lock (gate)
        {
            if (Usable() is { } token) return Task.FromResult(token);
            if (asking is null or { IsCompleted: true }) asking = AskAsync(credential ??= newCredential());
            return asking;
        }
    }

    // Several wait for it, and none of them has to go on where another one is.
    async Task<Held> AskAsync(TokenCredential from)
    {
        var token = await from.GetTokenAsync(Scope, CancellationToken.None).ConfigureAwait(false);
        return held = new(new("Bearer", token.Token), token.ExpiresOn - Margin);
    }

    sealed record Held(AuthenticationHeaderValue Header, DateTimeOffset UsableUntil);
}
