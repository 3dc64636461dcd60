using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class SendTests : IAsyncLifetime
{
    readonly CloudAdapter adapter = new(BotHost.NoAppId);
    ConnectorStub connector = null!;

    public async ValueTask InitializeAsync() => connector = await ConnectorStub.StartAsync();

    public ValueTask DisposeAsync() => connector.DisposeAsync();

    [Fact]
    public async Task An_answer_goes_to_the_activity_it_answers()
    {
        await using var host = await BotHost.StartAsync(new InlineBot(async (turn, ct) =>
        {
            Assert.False(turn.Responded);
            var sent = await turn.SendActivityAsync("Hello", cancellationToken: ct);
            Assert.Equal("m-1", sent.Id);
            Assert.True(turn.Responded);
        }));

        var answer = await host.PostAsync(Activities.Message(connector.ServiceUrl));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        var asked = Assert.Single(connector.Requests);
        Assert.Equal("POST", asked.Method);
        Assert.Equal("/uk/v3/conversations/a%3A1xyz_ABC-123/activities/1740906000123", asked.Path);
        Assert.Equal("application/json; charset=utf-8", asked.Headers["Content-Type"]);
        Assert.DoesNotContain("Authorization", asked.Headers.Keys);
        SameJson(Activities.Recorded("reply").Replace("{serviceUrl}", connector.ServiceUrl, StringComparison.Ordinal), asked.Body);
    }

    [Fact]
    public async Task A_card_goes_to_a_known_conversation_in_the_reply_form()
    {
        var card = new Attachment("application/vnd.microsoft.card.adaptive", content: JObject.Parse("""{"a":null,"b":1}"""));
        await InConversationAsync((turn, ct) => turn.SendActivityAsync(MessageFactory.Attachment(card), ct));

        var asked = Assert.Single(connector.Requests);
        var address = asked.Path.Split("/activities/");
        Assert.Equal("/uk/v3/conversations/a%3A1%2F..%2F2", address[0]);
        Assert.True(Guid.TryParse(address[1], out var id));
        var body = JObject.Parse(asked.Body);
        Assert.Equal(id.ToString(), (string?)body["replyToId"]);
        Assert.Equal("""{"a":null,"b":1}""", body["attachments"]![0]!["content"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("28:bot", (string?)body["from"]!["id"]);
        Assert.Equal("29:1", (string?)body["recipient"]!["id"]);
        Assert.False(body.ContainsKey("id"));
    }

    [Fact]
    public async Task An_update_is_a_put_to_its_own_id()
    {
        await InConversationAsync((turn, ct) =>
        {
            var update = MessageFactory.Text("Agreed");
            update.Id = "m-1";
            return turn.UpdateActivityAsync(update, ct);
        });

        var asked = Assert.Single(connector.Requests);
        Assert.Equal(("PUT", "/uk/v3/conversations/a%3A1%2F..%2F2/activities/m-1"), (asked.Method, asked.Path));
    }

    [Fact]
    public async Task A_deletion_has_no_body()
    {
        await InConversationAsync((turn, ct) => turn.DeleteActivityAsync("m-1", ct));

        var asked = Assert.Single(connector.Requests);
        Assert.Equal("DELETE", asked.Method);
        Assert.Equal("/uk/v3/conversations/a%3A1%2F..%2F2/activities/m-1", asked.Path);
        Assert.Empty(asked.Body);
    }

    [Fact]
    public async Task A_conversation_is_created_and_then_written_to()
    {
        connector.Answer = context => context.Response.WriteAsync("""{"id":"a:new"}""");
        var parameters = new ConversationParameters(
            isGroup: false, bot: new("28:bot"), members: [new("29:1")], tenantId: "t");

        await adapter.CreateConversationAsync(
            null, "msteams", connector.ServiceUrl.TrimEnd('/'), null, parameters,
            (turn, ct) => turn.SendActivityAsync("Hello", cancellationToken: ct), default);

        var asked = connector.Requests.ToArray();
        Assert.Equal("/uk/v3/conversations", asked[0].Path);
        SameJson("""{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:1"}],"tenantId":"t"}""", asked[0].Body);
        Assert.StartsWith("/uk/v3/conversations/a%3Anew/activities/", asked[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_has_status_headers_and_code_but_nothing_that_was_sent()
    {
        connector.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7";
            return context.Response.WriteAsync("""{"error":{"code":"TooManyRequests","message":"slow down"}}""");
        };

        var refused = await Assert.ThrowsAsync<ErrorResponseException>(() => SayAsync("a secret"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Response.StatusCode);
        Assert.Equal(["7"], refused.Response.Headers["retry-after"]);
        Assert.Equal("TooManyRequests", refused.Body.Error.Code);
        Assert.DoesNotContain("secret", refused + refused.Request.Content, StringComparison.Ordinal);
        Assert.Single(connector.Requests);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("[]")]
    public async Task A_refusal_may_have_any_body(string body)
    {
        connector.Answer = context =>
        {
            context.Response.StatusCode = 502;
            return context.Response.WriteAsync(body);
        };

        var refused = await Assert.ThrowsAsync<ErrorResponseException>(() => SayAsync("x"));

        Assert.Equal(HttpStatusCode.BadGateway, refused.Response.StatusCode);
        Assert.Null(refused.Body);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        connector.Answer = context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        var refused = await Assert.ThrowsAsync<ErrorResponseException>(() => SayAsync("x"));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, refused.Response.StatusCode);
        Assert.Single(connector.Requests);
    }

    [Fact]
    public async Task A_channel_that_gives_no_id_gives_a_response_without_one()
    {
        connector.Answer = context =>
        {
            context.Response.StatusCode = 202;
            return Task.CompletedTask;
        };

        Assert.Equal("", (await SayAsync("x")).Id);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    public async Task An_id_cannot_climb_out_of_its_address(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => InConversationAsync((turn, ct) =>
            turn.UpdateActivityAsync(new Activity { Type = "message", Id = id }, ct)));
        Assert.Empty(connector.Requests);
    }

    [Fact]
    public async Task Any_text_arrives_as_it_was_sent()
    {
        var text = string.Concat(Enumerable.Repeat("Siân ẁ Mòrag 李 \U0001F9D1‍\U0001F3EB مريم\n\"\\", 700));

        await SayAsync(text);

        Assert.Equal(text, (string?)JObject.Parse(Assert.Single(connector.Requests).Body)["text"]);
    }

    async Task<ResourceResponse> SayAsync(string text)
    {
        ResourceResponse? response = null;
        await InConversationAsync(async (turn, ct) =>
            response = await turn.SendActivityAsync(text, cancellationToken: ct));
        return response!;
    }

    Task InConversationAsync(Func<ITurnContext, CancellationToken, Task> turn)
    {
        var reference = new ConversationReference(
            user: new("29:1"), bot: new("28:bot"), conversation: new(id: "a:1/../2"), channelId: "msteams",
            serviceUrl: connector.ServiceUrl);
        return adapter.ContinueConversationAsync("", reference, new BotCallbackHandler(turn), default);
    }

    static void SameJson(string expected, string actual)
    {
        Assert.DoesNotContain("null", actual, StringComparison.Ordinal);
        Assert.True(JToken.DeepEquals(JToken.Parse(expected), JToken.Parse(actual)), actual);
    }
}
