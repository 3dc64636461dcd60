using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Bot.Tests;

/// <summary>Where the bot's token goes.</summary>
public sealed class DirectClientsTests
{
    static readonly TeamsSettings Guarded = new() { MicrosoftAppId = GuardedBot.AppId };

    [Fact]
    public async Task A_redirect_is_an_answer_and_nothing_to_follow()
    {
        var asked = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(http =>
        {
            asked++;
            http.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var clients = new DirectClients(new());

        using var answer = await clients.CreateClient("")
            .PostAsync(app.Urls.Single(), new StringContent("{}"), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.RedirectKeepVerb, 1), (answer.StatusCode, asked));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net:8443/uk/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://wrenshire.blob.core.windows.net/")]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("http://169.254.169.254/metadata/")]
    public async Task An_unknown_host_hears_nothing(string address)
    {
        using var clients = new DirectClients(Guarded, new Deaf());

        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => clients.CreateClient("").GetAsync(address, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/v3/conversations")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc/")]
    [InlineData("https://login.botframework.com/v1/.well-known/keys")]
    public async Task A_known_host_is_asked(string address)
    {
        using var clients = new DirectClients(Guarded, new Deaf());

        using var answer = await clients.CreateClient("").GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task In_local_mode_no_other_machine_is_known()
    {
        using var clients = new DirectClients(new(), new Deaf());

        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => clients.CreateClient("")
                .GetAsync("https://smba.trafficmanager.net/uk/", TestContext.Current.CancellationToken));
    }

    sealed class Deaf : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage());
    }
}
