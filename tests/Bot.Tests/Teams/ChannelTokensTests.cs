using System.Text.Json.Nodes;
using OutreachBot.Channel;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// What the corpus does not show of the check of tokens: where the keys come from, and what breaks it.
/// </summary>
public sealed class ChannelTokensTests : IAsyncLifetime
{
    readonly Published published = new();
    readonly TokenGate gate;

    public ChannelTokensTests() => gate = new(published);

    static Forgery Unknown => new(Header: new() { ["kid"] = "unknown" });

    static Forgery Second => new(Header: new() { ["kid"] = "second" });

    public ValueTask InitializeAsync() => gate.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await gate.DisposeAsync();
        published.Dispose();
    }

    [Fact]
    public async Task Keys_are_looked_for_once_for_many()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gate.StatusAsync()));

        Assert.All(statuses, status => Assert.Equal(200, status));
        Assert.Equal(1, published.Looks);
    }

    [Fact]
    public async Task Keys_are_looked_for_again_after_half_a_day()
    {
        await gate.StatusAsync();
        gate.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        await gate.StatusAsync();
        Assert.Equal(1, published.Looks);

        // The library adds up to a twentieth, so that not everybody looks at once.
        gate.Clock.Advance(TimeSpan.FromHours(1));
        await gate.StatusAsync();

        Assert.Equal(2, published.Looks);
    }

    [Fact]
    public async Task Whoever_is_first_with_a_key_that_was_published_since_comes_in()
    {
        await gate.StatusAsync();
        published.Change(keys => keys.Add(With(keys[0]!.DeepClone(), "kid", "second")));

        Assert.Equal(200, await gate.StatusAsync(Second));
    }

    [Fact]
    public async Task A_key_that_is_published_no_more_is_refused_as_soon_as_that_is_known()
    {
        await gate.StatusAsync();
        published.Change(keys => With(keys[0]!, "kid", "second"));

        Assert.Equal((200, 401), (await gate.StatusAsync(Second), await gate.StatusAsync()));
    }

    [Fact]
    public async Task Unknown_keys_are_looked_for_once_a_minute()
    {
        await gate.StatusAsync();
        gate.Clock.Advance(TimeSpan.FromHours(1));
        for (var time = 0; time < 5; time++) Assert.Equal(401, await gate.StatusAsync(Unknown));
        Assert.Equal(2, published.Looks);

        gate.Clock.Advance(TimeSpan.FromMinutes(1));
        await gate.StatusAsync(Unknown);

        Assert.Equal(3, published.Looks);
    }

    // Each look may hang, and whoever comes meanwhile waits for it.
    [Fact]
    public async Task Unknown_keys_are_looked_for_once_a_minute_even_while_none_can_be_had()
    {
        await gate.StatusAsync();
        gate.Clock.Advance(TimeSpan.FromHours(1));
        published.IsDown = true;

        for (var time = 0; time < 5; time++) Assert.Equal(401, await gate.StatusAsync(Unknown));

        Assert.Equal((200, 2), (await gate.StatusAsync(), published.Looks));
    }

    [Fact]
    public async Task Keys_that_are_known_are_used_while_none_can_be_had()
    {
        await gate.StatusAsync();
        published.IsDown = true;
        gate.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal((200, 2), (await gate.StatusAsync(), published.Looks));
    }

    [Fact]
    public async Task While_no_key_was_ever_had_it_may_be_asked_again_and_is_let_in_as_soon_as_there_is_one()
    {
        published.IsDown = true;
        var cold = await gate.StatusAsync();
        published.IsDown = false;
        // The library counts this pause, of which the first is none, from the time that it really is.
        gate.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((503, 200), (cold, await gate.StatusAsync()));
        Assert.Contains("no signing keys", Assert.Single(gate.Refusals), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"first"}]}""")]
    public async Task What_is_no_set_of_keys_is_none(string keys)
    {
        published.Keys = keys;

        Assert.Equal(503, await gate.StatusAsync());
    }

    [Fact]
    public async Task What_is_no_set_of_keys_does_not_replace_one()
    {
        await gate.StatusAsync();
        published.Keys = """{"keys":[]}""";
        gate.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal((200, 2), (await gate.StatusAsync(), published.Looks));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"msteams\"")]
    [InlineData("5")]
    [InlineData("{\"msteams\":true}")]
    [InlineData("[null,5,[\"msteams\"]]")]
    public async Task A_key_whose_endorsements_are_odd_speaks_for_no_channel_and_spoils_no_other(string endorsements)
    {
        published.Change(keys => keys.Insert(
            0, With(With(keys[0]!.DeepClone(), "kid", "second"), "endorsements", JsonNode.Parse(endorsements))));

        Assert.Equal((200, 200), (await gate.StatusAsync(), await gate.StatusAsync(Second)));
        Assert.DoesNotContain(gate.Log.Lines, line => line.Contains(" Error ", StringComparison.Ordinal));
    }

    // By its certificate's thumbprint the library finds a key that the token does not name.
    [Theory]
    [InlineData("""{"kid":null,"x5t":"first"}""")]
    [InlineData("""{"kid":"","x5t":"first"}""")]
    [InlineData("""{"kid":null}""")]
    [InlineData("""{"kid":5}""")]
    [InlineData("""{"kid":{"a":[1]}}""")]
    [InlineData("""{"alg":null}""")]
    [InlineData("""{"typ":{"a":1}}""")]
    public async Task A_header_that_no_channel_writes_is_refused(string header)
    {
        Assert.Equal(401, await gate.StatusAsync(new(JsonNode.Parse(header)!.AsObject())));
    }

    [Fact]
    public async Task A_name_of_a_key_may_be_as_long_as_a_header()
    {
        Assert.Equal(401, await gate.StatusAsync(new(new() { ["kid"] = new string('x', 9000) })));
    }

    [Theory]
    [InlineData("""{"nbf":-62135596801}""", 200)]
    [InlineData("""{"nbf":"soon"}""", 401)]
    [InlineData("""{"exp":1e300}""", 401)]
    [InlineData("""{"exp":{}}""", 401)]
    [InlineData("""{"aud":{"a":1}}""", 401)]
    [InlineData("""{"iss":["https://api.botframework.com"]}""", 401)]
    [InlineData("""{"serviceurl":5}""", 200)]
    [InlineData("""{"serviceurl":{"a":[null]}}""", 200)]
    [InlineData("""{"serviceurl":null}""", 200)]
    [InlineData("""{"sub":null,"amr":[1,null,{}]}""", 200)]
    public async Task Claims_that_no_channel_writes_break_nothing(string claims, int status)
    {
        Assert.Equal(status, await gate.StatusAsync(new(Claims: JsonNode.Parse(claims)!.AsObject())));
    }

    [Fact]
    public async Task A_refusal_is_one_fixed_phrase_in_the_log_and_nothing_to_whoever_came()
    {
        using var answer = await gate.PostAsync(new(Claims: new() { ["aud"] = "CANARY-audience" }));

        Assert.Equal((401, ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Empty(answer.Headers.WwwAuthenticate);
        Assert.Contains(
            "A request was refused with 401: the token's audience. Sender", Assert.Single(gate.Refusals),
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            gate.Log.Lines,
            line =>
                line.Contains("CANARY", StringComparison.Ordinal) || line.Contains("eyJ", StringComparison.Ordinal));
    }

    static JsonNode With(JsonNode key, string name, JsonNode? value)
    {
        key[name] = value;
        return key;
    }
}
