using System.Net;
using Azure.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Bot.Tests;

public sealed class BotConnectorTests : IDisposable
{
    const string Conversations = Line.ServiceUrl + "v3/conversations";

    readonly Line line = new();

    public void Dispose() => line.Dispose();

    static Activity Hello =>
        new() { Type = ActivityTypes.Message, Text = "Hello", ChannelData = new JObject { ["kept"] = null } };

    [Theory]
    [InlineData("a:1", "a%3A1")]
    [InlineData("19:x@thread.v2;messageid=17", "19%3Ax%40thread.v2%3Bmessageid%3D17")]
    [InlineData("a/../b", "a%2F..%2Fb")]
    [InlineData("a\\..\\b", "a%5C..%5Cb")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("مريم 👩‍🏫", "%D9%85%D8%B1%D9%8A%D9%85%20%F0%9F%91%A9%E2%80%8D%F0%9F%8F%AB")]
    public async Task An_id_stands_in_the_address_as_one_segment(string id, string segment)
    {
        await line.Connector().SendAsync(Line.ServiceUrl, id, Hello, default);

        Assert.Equal($"{Conversations}/{segment}/activities", Assert.Single(line.Sent).Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_change_the_address_is_sent_nowhere(string id)
    {
        var connector = line.Connector();

        await Assert.ThrowsAsync<ArgumentException>(() => connector.SendAsync(Line.ServiceUrl, id, Hello, default));
        await Assert.ThrowsAsync<ArgumentException>(
            () => connector.ReplyAsync(Line.ServiceUrl, "a:1", id, Hello, default));
        await Assert.ThrowsAsync<ArgumentException>(
            () => connector.UpdateAsync(Line.ServiceUrl, "a:1", id, Hello, default));

        Assert.Empty(line.Sent);
    }

    [Fact]
    public async Task Each_operation_has_its_method_and_address()
    {
        var connector = line.Connector();

        await connector.ReplyAsync(Line.ServiceUrl, "a:1", "m:1", Hello, default);
        await connector.UpdateAsync(Line.ServiceUrl.TrimEnd('/'), "a:1", "m:1", Hello, default);
        var made = await connector.CreateConversationAsync(Line.ServiceUrl, new(), default);

        Assert.Equal(
            [("POST", $"{Conversations}/a%3A1/activities/m%3A1"), ("PUT", $"{Conversations}/a%3A1/activities/m%3A1"),
                ("POST", Conversations)],
            line.Sent.Select(sent => (sent.Method, sent.Address)));
        Assert.Equal("m-1", made);
    }

    [Fact]
    public async Task What_an_activity_does_not_say_is_not_sent()
    {
        await line.Connector().SendAsync(Line.ServiceUrl, "a:1", Hello, default);

        var body = JObject.Parse(Assert.Single(line.Sent).Body);
        Assert.Equal(["type", "text", "channelData"], body.Properties().Select(property => property.Name));
        Assert.Equal(JTokenType.Null, body["channelData"]!["kept"]!.Type);
    }

    [Fact]
    public async Task Text_arrives_as_it_was_whatever_its_length_and_script()
    {
        var text = string.Concat(Enumerable.Repeat("Siân ẁ Mòrag 李 🧑‍🏫 مريم\n\"\\", 1000));
        var activity = Hello;
        activity.Text = text;

        await line.Connector().SendAsync(Line.ServiceUrl, "a:1", activity, default);

        Assert.Equal(text, (string?)JObject.Parse(Assert.Single(line.Sent).Body)["text"]);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_and_the_same_is_sent_again()
    {
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.Unauthorized, HttpStatusCode.Created]);
        line.Answer = () => Line.Says("""{"id":"m-1"}""", answers.Dequeue());

        var sent = await line.Connector(Tokens()).SendAsync(Line.ServiceUrl, "a:1", Hello, default);

        Assert.Equal("m-1", sent.Id);
        Assert.Equal(["Bearer t1", "Bearer t2"], line.Sent.Select(request => request.Authorization));
        Assert.Equal(line.Sent[0].Body, line.Sent[1].Body);
    }

    [Fact]
    public async Task A_second_refusal_of_the_token_is_told()
    {
        line.Answer = () => Line.Says("", HttpStatusCode.Unauthorized);

        var refused = await Assert.ThrowsAsync<ConnectorException>(
            () => line.Connector(Tokens()).SendAsync(Line.ServiceUrl, "a:1", Hello, default));

        Assert.Equal((HttpStatusCode.Unauthorized, 2), (refused.Status, line.Sent.Count));
        Assert.DoesNotContain("t2", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_a_refusal_is_told_at_once()
    {
        line.Answer = () => Line.Says("", HttpStatusCode.Unauthorized);

        await Assert.ThrowsAsync<ConnectorException>(
            () => line.Connector().SendAsync(Line.ServiceUrl, "a:1", Hello, default));

        Assert.Null(Assert.Single(line.Sent).Authorization);
    }

    [Theory]
    [InlineData("""{"error":{"code":"MessageWritesBlocked","message":"CANARY"}}""", "MessageWritesBlocked")]
    [InlineData("""{"error":{"message":"CANARY"}}""", null)]
    [InlineData("""{"error":"CANARY"}""", null)]
    [InlineData("""{"error":null}""", null)]
    [InlineData("<html>CANARY", null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    public async Task A_refusal_says_its_code_if_it_has_one_and_nothing_else(string body, string? code)
    {
        line.Answer = () => Line.Says(body, HttpStatusCode.Forbidden);

        var refused = await Assert.ThrowsAsync<ConnectorException>(
            () => line.Connector().SendAsync(Line.ServiceUrl, "a:1", Hello, default));

        Assert.Equal(
            (HttpStatusCode.Forbidden, code, null), (refused.Status, refused.Code, refused.RetryAfter(default)));
        Assert.DoesNotContain("CANARY", refused.ToString(), StringComparison.Ordinal);
        Assert.Single(line.Sent);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", null)]
    [InlineData("86400", 3600)]
    [InlineData("Wed, 04 Mar 2026 09:00:00 GMT", 60)]
    [InlineData("Tue, 03 Mar 2026 09:00:00 GMT", null)]
    [InlineData("soon", null)]
    [InlineData("-1", null)]
    [InlineData("1e9", null)]
    [InlineData("", null)]
    public async Task A_refusal_says_how_long_to_wait_if_that_makes_sense(string header, int? seconds)
    {
        line.Answer = () =>
        {
            var answer = Line.Says("", HttpStatusCode.TooManyRequests);
            answer.Headers.TryAddWithoutValidation("Retry-After", header);
            return answer;
        };

        var refused = await Assert.ThrowsAsync<ConnectorException>(
            () => line.Connector().SendAsync(Line.ServiceUrl, "a:1", Hello, default));

        var now = new DateTimeOffset(2026, 3, 4, 8, 59, 0, TimeSpan.Zero);
        Assert.Equal(seconds, refused.RetryAfter(now)?.TotalSeconds);
    }

    // Microsoft's playground answers some messages with 202 and nothing.
    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_message_that_was_taken_without_a_word_has_no_id(string body)
    {
        line.Answer = () => Line.Says(body, HttpStatusCode.Accepted);

        Assert.Null((await line.Connector().SendAsync(Line.ServiceUrl, "a:1", Hello, default)).Id);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    public async Task A_conversation_without_an_id_was_not_made(string body)
    {
        line.Answer = () => Line.Says(body);

        await Assert.ThrowsAsync<HttpRequestException>(
            () => line.Connector().CreateConversationAsync(Line.ServiceUrl, new(), default));
    }

    [Fact]
    public async Task A_line_that_breaks_is_told_as_it_is_and_nothing_is_tried_again()
    {
        line.Answer = () => throw new HttpRequestException(HttpRequestError.ConnectionError);

        var broken = await Assert.ThrowsAsync<HttpRequestException>(
            () => line.Connector(Tokens()).SendAsync(Line.ServiceUrl, "a:1", Hello, default));

        Assert.Equal((HttpRequestError.ConnectionError, 1), (broken.HttpRequestError, line.Sent.Count));
    }

    static AppToken Tokens()
    {
        var given = 0;
        return new(
            () => DelegatedTokenCredential.Create((_, _) => new($"t{++given}", DateTimeOffset.MaxValue)),
            TimeProvider.System);
    }
}
