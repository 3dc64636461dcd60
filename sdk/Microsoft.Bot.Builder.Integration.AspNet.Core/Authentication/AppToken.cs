#nullable enable
using System.Net.Http.Headers;
using Azure.Core;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's own token, asked for once and used until shortly before it expires.</summary>
sealed class AppToken(Func<TokenCredential> newCredential, TimeProvider time) : ServiceClientCredentials
{
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    static readonly TokenRequestContext Scope =
        new([AuthenticationConstants.ToChannelFromBotOAuthScope + "/.default"]);

    readonly SemaphoreSlim gate = new(1, 1);
    volatile Held? held;
    TokenCredential? credential;

    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = Current() ?? await AskAsync(cancellationToken);
        request.Headers.Authorization = token.Header;
    }

    /// <summary>The connector refused it: the next request asks for another.</summary>
    public void Forget(AuthenticationHeaderValue? refused)
    {
        var current = held;
        if (current is not null && ReferenceEquals(current.Header, refused))
            Interlocked.CompareExchange(ref held, null, current);
    }

    Held? Current() => held is { } token && time.GetUtcNow() < token.UsableUntil ? token : null;

    async Task<Held> AskAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (Current() is { } newer)
                return newer;
            // Credentials keep their tokens themselves: after a refusal only a new one asks again.
            if (held is null)
                credential = newCredential();
            var token = await credential!.GetTokenAsync(Scope, ct);
            return held = new(new("Bearer", token.Token), token.ExpiresOn - Margin);
        }
        finally
        {
            gate.Release();
        }
    }

    sealed record Held(AuthenticationHeaderValue Header, DateTimeOffset UsableUntil);
}

/// <summary>For local mode: nothing is put on the request.</summary>
sealed class NoToken : ServiceClientCredentials;
