using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Bot.Tests;

/// <summary>How a body becomes an activity, beyond what the corpus shows.</summary>
public sealed class ChannelJsonTests
{
    // The serializer takes such a text for a moment if nobody stops it, and gives it back written otherwise.
    [Theory]
    [InlineData("2026-03-02T09:00:00Z")]
    [InlineData("2026-03-02T09:00:00+01:00")]
    [InlineData("/Date(1740906000000)/")]
    [InlineData("2026-02-31T09:00:00")]
    public async Task What_looks_like_a_moment_stays_the_text_that_somebody_typed(string typed)
    {
        var activity = await ReadAsync(
            """{"type":"invoke","value":{"why":"TYPED"}}""".Replace("TYPED", typed, StringComparison.Ordinal));

        Assert.Equal(typed, ((JValue)((JObject)activity.Value)["why"]!).Value);
    }

    [Fact]
    public async Task A_moment_of_the_protocol_is_one()
    {
        var activity = await ReadAsync(
            """{"type":"message","timestamp":"2026-03-02T09:00:00.123Z","localTimestamp":"2026-03-02T10:00:00+01:00"}""");

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, TimeSpan.Zero), activity.Timestamp);
        Assert.Equal(TimeSpan.FromHours(1), activity.LocalTimestamp!.Value.Offset);
    }

    // The serializer's own way to say "the same as over there", which the protocol does not know.
    [Fact]
    public async Task Nobody_is_who_is_only_pointed_at()
    {
        var activity =
            await ReadAsync("""{"type":"message","recipient":{"$id":"1","id":"28:bot"},"from":{"$ref":"1"}}""");

        Assert.Null(activity.From.Id);
    }

    [Fact]
    public async Task What_nobody_knows_is_kept_and_harmless()
    {
        var activity = await ReadAsync(
            """{"type":"message","$type":"System.Object","novelty":{"a":[1]},"from":{"id":"29:1","novelty":1}}""");

        Assert.Equal("29:1", activity.From.Id);
    }

    [Theory]
    [InlineData("""{"type":"message","from":"29:1"}""")]
    [InlineData("""{"type":"message","from":[]}""")]
    [InlineData("""{"type":"message","conversation":{"isGroup":"perhaps"}}""")]
    [InlineData("""{"type":"message","attachments":[5]}""")]
    [InlineData("""{"type":"message","entities":["CANARY"]}""")]
    [InlineData("""{"type":"message","timestamp":"0001-01-01T00:00:00+14:00"}""")]
    [InlineData("""{"type":"message","timestamp":99999999999999999999}""")]
    [InlineData("""{"type":"message","textHighlights":[{"occurrence":1e30}]}""")]
    [InlineData("""{"type":"message","textHighlights":[{"occurrence":99999999999999999999}]}""")]
    [InlineData("""{"type":{"a":1}}""")]
    [InlineData("""{"\ud800":1,"type":"message"}""")]
    [InlineData("""{"type":"message","x":NaN}""")]
    [InlineData("""{'type':'message'}""")]
    public async Task What_is_of_another_shape_is_no_activity(string body)
    {
        var refused = await Assert.ThrowsAsync<BadHttpRequestException>(() => ReadAsync(body));

        Assert.Equal(400, refused.StatusCode);
        Assert.DoesNotContain("CANARY", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"message","membersAdded":[null],"attachments":null,"entities":[null]}""")]
    [InlineData("""{"type":"message","value":1e400}""")]
    [InlineData("""{"type":"message","value":123456789012345678901234567890}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","from":{"name":"a"},"recipient":{"name":"b"},"":{"":1}}""")]
    [InlineData("""{"type":"message","value":[{"a":1},{"A":1},{"a":{"a":1}}]}""")]
    public async Task What_is_only_odd_is_read(string body)
    {
        Assert.Equal("message", (await ReadAsync(body)).Type);
    }

    [Theory]
    [InlineData("""{"type":"message","É":1,"é":2}""")]
    [InlineData("""{"type":"message","É":1,"\u00e9":2}""")]
    [InlineData("""{"type":"message","":1,"":2}""")]
    [InlineData("""{"type":"message","value":[{"a":{}},{"a":{},"b":[{"c":1}],"\u0041":2}]}""")]
    public async Task A_name_that_comes_twice_in_one_object_is_found_in_any_script_and_place(string body)
    {
        await Assert.ThrowsAsync<BadHttpRequestException>(() => ReadAsync(body));
    }

    [Fact]
    public async Task Nesting_ends_at_the_limit_and_not_before()
    {
        static string Deep(int levels) =>
        $$"""{"type":"message","value":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""";

        Assert.NotNull((await ReadAsync(Deep(32))).Value);
        await Assert.ThrowsAsync<BadHttpRequestException>(() => ReadAsync(Deep(33)));
    }

    static async Task<Activity> ReadAsync(string body)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return await ActivityBody.ReadAsync(http.Request, default);
    }
}
