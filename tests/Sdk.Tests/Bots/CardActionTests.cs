using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class CardActionTests
{
    const string Press = """{"action":{"type":"Action.Execute","verb":"approve","data":{"request":"07-K3QX9"}}}""";

    [Fact]
    public async Task The_card_that_the_handler_returns_is_the_body_of_a_200()
    {
        var card = new AdaptiveCardInvokeResponse
        {
            StatusCode = 200,
            Type = "application/vnd.microsoft.card.adaptive",
            Value = JObject.Parse("""{"type":"AdaptiveCard"}"""),
        };
        await using var host = await BotHost.StartAsync(new CardBot((_, _) => card));

        var answer = await host.PostAsync(Invoke(Press));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_handler_gets_verb_data_and_the_whole_activity()
    {
        AdaptiveCardInvokeValue? got = null;
        IInvokeActivity? activity = null;
        await using var host = await BotHost.StartAsync(new CardBot((turn, value) =>
        {
            (activity, got) = (turn.Activity, value);
            return null;
        }));

        await host.PostAsync(Invoke(Press));

        Assert.Equal("approve", got!.Action.Verb);
        Assert.Equal("07-K3QX9", (string?)Assert.IsType<JObject>(got.Action.Data)["request"]);
        Assert.Equal("00000000-0000-4000-8000-000000000001", activity!.From.AadObjectId);
        Assert.Equal("00000000-0000-4000-8000-00000000000a", activity.Conversation.TenantId);
    }

    [Fact]
    public async Task No_answer_is_an_empty_200()
    {
        await using var host = await BotHost.StartAsync(new CardBot((_, _) => null));

        var answer = await host.PostAsync(Invoke(Press));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("null", "BadRequest")]
    [InlineData("7", "BadRequest")]
    [InlineData("[]", "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("""{"action":null}""", "BadRequest")]
    [InlineData("""{"action":"approve"}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", "NotSupported")]
    [InlineData("""{"action":{"verb":"approve"}}""", "NotSupported")]
    public async Task A_value_that_is_no_action_is_a_400_with_an_error(string value, string code)
    {
        await using var host = await BotHost.StartAsync(new CardBot((_, _) => throw new InvalidOperationException()));

        var answer = await host.PostAsync(Invoke(value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var body = JObject.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(400, (int?)body["statusCode"]);
        Assert.Equal("application/vnd.microsoft.error", (string?)body["type"]);
        Assert.Equal(code, (string?)body["value"]?["code"]);
    }

    [Fact]
    public async Task A_handler_that_throws_is_a_500()
    {
        await using var host = await BotHost.StartAsync(new CardBot((_, _) => throw new InvalidOperationException()));

        var answer = await host.PostAsync(Invoke(Press));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task With_OnTurnError_a_handler_that_throws_is_an_empty_501()
    {
        Exception? seen = null;
        await using var host = await BotHost.StartAsync(new CardBot((_, _) => throw new InvalidOperationException()));
        host.Adapter.OnTurnError = (_, exception) =>
        {
            seen = exception;
            return Task.CompletedTask;
        };

        var answer = await host.PostAsync(Invoke(Press));

        Assert.IsType<InvalidOperationException>(seen);
        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("adaptivecard/action")]
    public async Task An_unknown_invoke_is_a_501(string name)
    {
        await using var host = await BotHost.StartAsync(new CardBot((_, _) => new()));

        var answer = await host.PostAsync(Invoke(Press).Replace("adaptiveCard/action", name, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    [Fact]
    public async Task A_bot_without_card_actions_answers_501()
    {
        await using var host = await BotHost.StartAsync(new TeamsActivityHandler());

        Assert.Equal(HttpStatusCode.NotImplemented, (await host.PostAsync(Invoke(Press))).StatusCode);
    }

    static string Invoke(string value) => $$"""
        {
          "type": "invoke", "name": "adaptiveCard/action", "id": "a-1", "channelId": "msteams",
          "serviceUrl": "http://127.0.0.1:1/",
          "from": { "id": "29:1", "aadObjectId": "00000000-0000-4000-8000-000000000001" },
          "recipient": { "id": "28:bot" },
          "conversation": { "id": "a:1", "tenantId": "00000000-0000-4000-8000-00000000000a" },
          "value": {{value}}
        }
        """;

    sealed class CardBot(
        Func<ITurnContext<IInvokeActivity>, AdaptiveCardInvokeValue, AdaptiveCardInvokeResponse?> press)
        : TeamsActivityHandler
    {
        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue,
            CancellationToken cancellationToken) => Task.FromResult(press(turnContext, invokeValue)!);
    }
}
