using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class SendTests : IAsyncLifetime
{
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
        var recorded = Activities.Recorded("reply");
        SameJson(recorded.Replace("{serviceUrl}", connector.ServiceUrl, StringComparison.Ordinal), asked.Body);
    }

    [Fact]
    public async Task A_card_goes_to_a_known_conversation_in_the_reply_form()
    {
        var content = JObject.Parse("""{"a":null,"b":1}""");
        var card = new Attachment("application/vnd.microsoft.card.adaptive", content: content);
        await connector.InConversationAsync((turn, ct) => turn.SendActivityAsync(MessageFactory.Attachment(card), ct));

        var asked = Assert.Single(connector.Requests);
        var address = asked.Path.Split("/activities/");
        Assert.Equal("/uk/v3/conversations/a%3A1%2F..%2F2", address[0]);
        Assert.True(Guid.TryParse(address[1], out var id));
        var body = JObject.Parse(asked.Body);
        Assert.Equal(id.ToString(), (string?)body["replyToId"]);
        Assert.True(JToken.DeepEquals(content, body["attachments"]![0]!["content"]));
        Assert.Equal("28:bot", (string?)body["from"]!["id"]);
        Assert.Equal("29:1", (string?)body["recipient"]!["id"]);
        Assert.False(body.ContainsKey("id"));
    }

    [Fact]
    public async Task An_update_is_a_put_to_its_own_id()
    {
        await connector.InConversationAsync((turn, ct) =>
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
        await connector.InConversationAsync((turn, ct) => turn.DeleteActivityAsync("m-1", ct));

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

        await connector.Adapter.CreateConversationAsync(
            null, "msteams", connector.ServiceUrl.TrimEnd('/'), null, parameters,
            (turn, ct) => turn.SendActivityAsync("Hello", cancellationToken: ct), default);

        var asked = connector.Requests.ToArray();
        Assert.Equal("/uk/v3/conversations", asked[0].Path);
        SameJson("""{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:1"}],"tenantId":"t"}""", asked[0].Body);
        Assert.StartsWith("/uk/v3/conversations/a%3Anew/activities/", asked[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_text_arrives_as_it_was_sent()
    {
        var text = string.Concat(Enumerable.Repeat("Siân ẁ Mòrag 李 \U0001F9D1‍\U0001F3EB مريم\n\"\\", 700));

        await connector.SayAsync(text);

        Assert.Equal(text, (string?)JObject.Parse(Assert.Single(connector.Requests).Body)["text"]);
    }

    static void SameJson(string expected, string actual)
    {
        Assert.DoesNotContain("null", actual, StringComparison.Ordinal);
        Assert.True(JToken.DeepEquals(JToken.Parse(expected), JToken.Parse(actual)), actual);
    }
}
