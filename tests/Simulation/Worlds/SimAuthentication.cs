using System.Security.Claims;
using Azure.Identity;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Rest;

namespace OutreachBot.Simulation;

/// <summary>Lets everything in that the world's Teams sends, and writes to the world's connector with the world's tokens.</summary>
sealed class SimAuthentication(IConfiguration configuration, ServiceClientCredentialsFactory credentials, IHttpClientFactory http) : BotFrameworkAuthentication
{
    public const string AppId = "0b07b07b-0000-4000-8000-000000000007";

    readonly ConfigurationBotFrameworkAuthentication original = new(configuration, credentials, httpClientFactory: http);

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var identity = new ClaimsIdentity([new("iss", "https://api.botframework.com"), new("aud", AppId), new("serviceurl", activity.ServiceUrl)], "Bearer");
        return Task.FromResult(new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = GetOriginatingAudience(),
            ConnectorFactory = original.CreateConnectorFactory(identity),
        });
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => original.CreateConnectorFactory(claimsIdentity);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override string GetOriginatingAudience() => original.GetOriginatingAudience();
}

/// <summary>The bot's own token, asked of the world once an hour.</summary>
sealed class SimCredentials(Wire tokens, TimeProvider clock) : ServiceClientCredentialsFactory
{
    readonly Token token = new(tokens, clock);

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(true);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        Task.FromResult<ServiceClientCredentials>(token);

    sealed class Token(Wire tokens, TimeProvider clock) : ServiceClientCredentials
    {
        static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

        long? asked;

        public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (asked is not { } then || clock.GetElapsedTime(then) > Lasts)
            {
                await AskAsync(cancellationToken);
                asked = clock.GetTimestamp();
            }
            request.Headers.Authorization = new("Bearer", "a-token");
        }

        async Task AskAsync(CancellationToken cancel)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Post, "https://login.microsoftonline.com/token");
            try
            {
                using var answer = await tokens.SendAsync(ask, "/token", [], cancel);
                if (!answer.IsSuccessStatusCode) throw new AuthenticationFailedException($"The token office answered {(int)answer.StatusCode}.");
            }
            catch (HttpRequestException unreachable)
            {
                throw new AuthenticationFailedException("The token office cannot be reached.", unreachable);
            }
        }
    }
}
