using System.Net;
using Microsoft.Bot.Builder;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class SigningKeyTests
{
    readonly TokenOffice office = new();

    [Fact]
    public async Task While_no_key_was_ever_read_the_answer_is_503_and_then_tokens_pass_again()
    {
        office.Down = true;
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(host));

        office.Down = false;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(host));
        office.Time.Now += TimeSpan.FromSeconds(5);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host));
    }

    [Fact]
    public async Task Known_keys_are_used_while_the_metadata_cannot_be_read()
    {
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host));

        office.Down = true;
        office.Time.Now += TimeSpan.FromDays(2);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host));
    }

    [Fact]
    public async Task The_metadata_is_asked_for_twice_a_day()
    {
        await using var host = await StartAsync();
        await PostAsync(host);
        office.Time.Now += TimeSpan.FromHours(11);
        await PostAsync(host);
        Assert.Equal(1, office.Asked);

        office.Time.Now += TimeSpan.FromHours(1);
        await PostAsync(host);
        Assert.Equal(2, office.Asked);
    }

    [Fact]
    public async Task A_key_published_since_is_found_and_one_withdrawn_is_refused()
    {
        await using var host = await StartAsync();
        await PostAsync(host);
        office.Keys.Remove("first");
        office.Keys["second"] = (TokenOffice.UnpublishedKey, ["msteams"]);
        office.Time.Now += TimeSpan.FromMinutes(1);

        var second = office.Sign(header => header["kid"] = "second", key: TokenOffice.UnpublishedKey);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, second));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(host));
    }

    [Fact]
    public async Task Unknown_key_ids_ask_for_the_metadata_once_a_minute_at_most()
    {
        await using var host = await StartAsync();
        for (var i = 0; i < 5; i++)
            await PostAsync(host, office.Sign(header => header["kid"] = $"unknown {i}"));
        Assert.Equal(1, office.Asked);
    }

    [Fact]
    public async Task A_strangers_token_does_not_ask_for_the_metadata()
    {
        await using var host = await StartAsync();
        await PostAsync(host, office.Sign(claims: claims => claims["aud"] = "another bot"));
        await PostAsync(host, office.Sign(claims: claims => claims["iss"] = "https://evil.example"));
        Assert.Equal(0, office.Asked);
    }

    Task<BotHost> StartAsync() => BotHost.StartAsync(new ActivityHandler(), office.Authentication());

    async Task<HttpStatusCode> PostAsync(BotHost host, string? token = null)
    {
        var activity = Activities.Message(TokenOffice.ServiceUrl);
        using var answer = await host.PostAsync(activity, $"Bearer {token ?? office.Sign()}");
        return answer.StatusCode;
    }
}
