using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace OutreachBot.Benchmarks.Doubles;

/// <summary>
/// A bot on Microsoft's stack as it is shipped, which answers every press with the same words and does nothing.
/// </summary>
static class MicrosoftBot
{
    const string Metadata = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;

    public static async Task<WebApplication> StartAsync(Issuer issuer)
    {
        PublishKeys(issuer);
        var builder = PressedBot.Builder();
        builder.Services
            .AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>()
            .AddSingleton(services => new CloudAdapter(services.GetRequiredService<BotFrameworkAuthentication>()))
            .AddSingleton<IBot, Words>();
        var app = builder.Build();
        app.MapPost(
            "/microsoft",
            (HttpContext http, CloudAdapter adapter, IBot bot) =>
                adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted));
        await app.StartAsync();
        return app;
    }

    // The stack asks for the keys by a client of its own, and keeps for all that it makes the way in which it first
    // asked.
    static void PublishKeys(Issuer issuer) =>
        _ = new JwtTokenExtractor(
            issuer.CreateClient(""), new TokenValidationParameters(), Metadata,
            AuthenticationConstants.AllowedSigningAlgorithms);

    sealed class Words : ActivityHandler
    {
        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue,
            CancellationToken cancellationToken) =>
            Task.FromResult(new AdaptiveCardInvokeResponse
            {
                StatusCode = 200,
                Type = "application/vnd.microsoft.activity.message",
                Value = "Thank you."
            });
    }
}
