using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class ServiceUrlTests
{
    static readonly TokenOffice Office = new();

    public static TheoryData<string> Strangers =>
    [
        "http://smba.trafficmanager.net/uk/",
        "https://smba.trafficmanager.net.evil.example/uk/",
        "https://smba-trafficmanager.net/uk/",
        "https://xsmba.trafficmanager.net/uk/",
        "https://evil.trafficmanager.net/uk/",
        "https://trafficmanager.net/uk/",
        "https://teams.microsoft.com/uk/",
        "https://smba.trafficmanager.net@evil.example/uk/",
        "https://smba.trafficmanager.net:pass@evil.example/",
        "https://evil.example/https://smba.trafficmanager.net/",
        "https://evil.example#smba.trafficmanager.net",
        "https://evil.example\\@smba.trafficmanager.net/",
        "https://user@smba.trafficmanager.net/uk/",
        "https://smba.trafficmanager.net:8443/uk/",
        "https://smba.trafficmanager.net/uk/?to=evil",
        "https://smba.trafficmanager.net/uk/#evil",
        "https://169.254.169.254/metadata/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://smba.trafficmanager.xn--nt-bja/",
        "https://smbа.trafficmanager.net/uk/",
        "https://smba.trafficmanager.net./uk/",
        "https://someone.blob.core.windows.net/",
        "ftp://smba.trafficmanager.net/",
        "//smba.trafficmanager.net/uk/",
        "/uk/",
        "smba.trafficmanager.net",
        "javascript:alert(1)",
        "https://smba.trafficmanager.net/" + new string('a', 10_000),
    ];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task A_strange_address_is_a_401_even_with_a_token_for_it(string address)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(address, address));
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Nothing_is_sent_to_a_strange_address_in_a_stored_conversation(string address)
    {
        var adapter = new Microsoft.Bot.Builder.Integration.AspNet.Core.CloudAdapter(Office.Authentication());
        var stored = new ConversationReference(
            conversation: new(id: "a:1"), channelId: "msteams", serviceUrl: address);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => adapter.ContinueConversationAsync(
            TokenOffice.AppId, stored, (turn, ct) => turn.SendActivityAsync("x", cancellationToken: ct), default));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net/uk/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("https://smba.trafficmanager.net")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc/")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/")]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/")]
    public async Task A_documented_host_passes(string address)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(address, address));
    }

    [Theory]
    [InlineData(null, "https://smba.trafficmanager.net/uk/")]
    [InlineData("", "https://smba.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net/uk/", null)]
    [InlineData("https://smba.trafficmanager.net/uk/", "")]
    [InlineData("https://smba.trafficmanager.net/uk/", "https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/uk/", "https://smba.trafficmanager.net/uk")]
    [InlineData("https://smba.trafficmanager.net/uk/", "https://smba.trafficmanager.net/UK/")]
    [InlineData(null, null)]
    public async Task Claim_and_address_must_both_be_there_and_the_same(string? claim, string? address)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(claim, address));
    }

    [Theory]
    [InlineData("msteams", HttpStatusCode.OK)]
    [InlineData("webchat", HttpStatusCode.OK)]
    [InlineData("directline", HttpStatusCode.Unauthorized)]
    [InlineData("MSTEAMS", HttpStatusCode.Unauthorized)]
    [InlineData("emulator", HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task The_key_must_be_endorsed_for_the_channel(string? channel, HttpStatusCode expected)
    {
        Assert.Equal(expected, await PostAsync(TokenOffice.ServiceUrl, TokenOffice.ServiceUrl, channel));
    }

    [Theory]
    [InlineData("webchat", HttpStatusCode.OK)]
    [InlineData("secret", HttpStatusCode.Unauthorized)]
    public async Task The_key_must_have_the_endorsements_asked_for(string endorsement, HttpStatusCode expected)
    {
        await using var host = await BotHost.StartAsync(new ActivityHandler(), Office.Authentication(endorsement));

        var answer = await host.PostAsync(Activities.Message(TokenOffice.ServiceUrl), $"Bearer {Office.Sign()}");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public void Only_the_listed_hosts_are_trusted() =>
        Assert.DoesNotContain(Strangers, row => ServiceUrls.IsTrusted(row.Data));

    static async Task<HttpStatusCode> PostAsync(string? claim, string? address, string? channel = "msteams")
    {
        await using var host = await BotHost.StartAsync(new ActivityHandler(), Office.Authentication());
        var token = Office.Sign(claims: claims =>
        {
            claims.Remove("serviceurl");
            if (claim is not null)
                claims["serviceurl"] = JsonValue.Create(claim);
        });
        var activity = JsonConvert.SerializeObject(new { type = "message", serviceUrl = address, channelId = channel });
        return (await host.PostAsync(activity, $"Bearer {token}")).StatusCode;
    }
}
