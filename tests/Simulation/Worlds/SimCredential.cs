using Azure.Core;
using Azure.Identity;

namespace OutreachBot.Simulation;

/// <summary>The bot's own token, asked of the world once an hour.</summary>
sealed class SimCredential(Wire tokens, TimeProvider clock) : TokenCredential
{
    static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    // Several turns may wait for it: it goes on where the answer comes in, as a library does.
    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, "https://login.microsoftonline.com/token");
        try
        {
            using var answer = await tokens.SendAsync(ask, "/token", [], cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? new("a-token", clock.GetUtcNow() + Lasts)
                : throw new AuthenticationFailedException($"The token endpoint answered {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException unreachable)
        {
            throw new AuthenticationFailedException("The token endpoint cannot be reached.", unreachable);
        }
    }
}
