using AdaptiveCards;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Teams;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

/// <summary>What the bot relies on of Microsoft's adapter and handler.</summary>
public sealed class BotFrameworkTests : IDisposable
{
    static readonly AdaptiveCard Card = CardAs(Given.ARelease, Some.ProvidingHeadteacher)!;

    readonly Line line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public async Task The_answer_to_a_press_is_what_the_handler_returns()
    {
        var given = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "a type", Value = new JObject() };

        var answer = await OneTurn.RunAsync(new Pressing(() => given), OneTurn.Press(OneTurn.Pressed));

        Assert.Equal((200, given), (answer!.Status, answer.Body));
        Assert.Empty(line.Sent);
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("signin/verifyState")]
    [InlineData("fileConsent/invoke")]
    [InlineData("adaptiveCard/ACTION")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_invoke_that_the_handler_does_not_know_is_not_implemented(string? name)
    {
        var answer =
            await OneTurn.RunAsync(new ActivityHandler(), OneTurn.Activity(ActivityTypes.Invoke, name, new JObject()));

        Assert.Equal((501, null), (answer!.Status, answer.Body));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"CANARY\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":5}""")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":{}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute"},"authentication":5}""")]
    public async Task A_press_of_another_shape_is_a_bad_request_and_reaches_no_handler(string value)
    {
        var handler = new Pressing(() => throw new InvalidOperationException("It has been reached."));

        var answer = await OneTurn.RunAsync(handler, OneTurn.Press(JToken.Parse(value)));

        Assert.Equal(400, answer!.Status);
    }

    [Fact]
    public async Task A_press_without_a_value_is_a_bad_request()
    {
        var answer = await OneTurn.RunAsync(
            new Pressing(() => throw new InvalidOperationException("It has been reached.")), OneTurn.Press(null));

        Assert.Equal(400, answer!.Status);
    }

    [Theory]
    [InlineData(ActivityTypes.Message)]
    [InlineData(ActivityTypes.Invoke)]
    public async Task What_the_bot_throws_leaves_the_turn_as_it_is(string type)
    {
        var refusal = new RefusedException("somebody else's conversation", by: null);

        var thrown = await Assert.ThrowsAsync<RefusedException>(
            () => OneTurn.RunAsync(new Doing((_, _) => throw refusal), OneTurn.Activity(type, "adaptiveCard/action")));

        Assert.Same(refusal, thrown);
        Assert.Empty(line.Sent);
    }

    [Fact]
    public async Task A_reply_goes_to_the_message_that_it_answers()
    {
        ResourceResponse? sent = null;

        await OneTurn.RunAsync(
            new Doing(
                async (turn, cancel) => sent = await turn.SendActivityAsync(MessageFactory.Text("Hello"), cancel)),
            OneTurn.Activity(ActivityTypes.Message), line);

        var request = Assert.Single(line.Sent);
        Assert.Equal(
            ("POST", $"{Line.ServiceUrl}v3/conversations/a%3A1%3Bmessageid%3D17/activities/m%3A1", "m-1"),
            (request.Method, request.Address, sent!.Id));
        var body = JObject.Parse(request.Body);
        Assert.Equal(
            ("m:1", $"28:{GuardedBot.AppId}", "29:1", "a:1;messageid=17"),
            ((string?)body["replyToId"], (string?)body["from"]!["id"], (string?)body["recipient"]!["id"],
                (string?)body["conversation"]!["id"]));
    }

    [Fact]
    public async Task An_update_is_a_put_to_the_message()
    {
        await OneTurn.RunAsync(
            new Doing((turn, cancel) =>
                turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = "m:2" }, cancel)),
            OneTurn.Activity(ActivityTypes.Message), line);

        Assert.Equal(
            ("PUT", $"{Line.ServiceUrl}v3/conversations/a%3A1%3Bmessageid%3D17/activities/m%3A2"),
            (line.Sent[0].Method, line.Sent[0].Address));
    }

    // People sign in to Teams and not to the bot.
    [Fact]
    public async Task Each_turn_has_somebody_to_ask_for_peoples_tokens_who_gives_none()
    {
        UserTokenClient? client = null;
        await OneTurn.RunAsync(
            new Doing((turn, _) => Task.FromResult(client = turn.TurnState.Get<UserTokenClient>())),
            OneTurn.Activity(ActivityTypes.Message));

        await Assert.ThrowsAsync<NotSupportedException>(
            () => client!.GetUserTokenAsync("29:1", "any", "msteams", "", default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer a.b.c")]
    public async Task The_adapters_own_door_is_shut(string? authorization)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Post;
        http.Request.Headers.Authorization = authorization;
        http.Request.Body = new MemoryStream(
            """{"type":"message","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/uk/"}"""u8.ToArray());
        var bot = new Doing((_, _) => throw new InvalidOperationException("It has been reached."));

        await OneTurn.Adapter(bot).ProcessAsync(http.Request, http.Response, bot);

        Assert.Equal(401, http.Response.StatusCode);
    }

    public static TheoryData<string> Scenarios => [.. Given.Everything.Keys];

    // Data under a button, numbers and what the library does not know by name are what gets lost on other ways.
    [Theory, MemberData(nameof(Scenarios))]
    public void A_card_in_a_message_and_in_an_answer_is_the_card(string scenario)
    {
        foreach (var viewer in Some.Everybody)
        {
            if (CardAs(Given.Everything[scenario], viewer) is not { } card) continue;

            var message = JObject.Parse(Written(CardAttachment.Message(card)));
            var answer = JObject.Parse(Written(CardAttachment.Answer(card)));

            var expected = JObject.Parse(card.ToJson());
            Assert.True(JToken.DeepEquals(expected, message["attachments"]![0]!["content"]), viewer.Person.Name);
            Assert.True(JToken.DeepEquals(expected, answer["value"]), viewer.Person.Name);
        }
    }

    [Fact]
    public void A_button_keeps_its_data()
    {
        var content = JObject.Parse(Written(CardAttachment.Message(Card)))["attachments"]![0]!["content"]!;

        var buttons = content.SelectTokens("$..[?(@.type == 'Action.Execute')]").ToList();
        Assert.NotEmpty(buttons);
        Assert.All(buttons, button => Assert.NotEmpty((string)button["data"]!["op"]!));
    }

    [Fact]
    public async Task A_card_arrives_at_the_connector_as_the_card()
    {
        await OneTurn.RunAsync(
            new Doing((turn, cancel) => turn.SendActivityAsync(CardAttachment.Message(Card), cancel)),
            OneTurn.Activity(ActivityTypes.Message), line);

        var body = JObject.Parse(Assert.Single(line.Sent).Body);
        Assert.True(JToken.DeepEquals(JObject.Parse(Card.ToJson()), body["attachments"]![0]!["content"]));
    }

    static AdaptiveCard? CardAs(Scenario given, Actor viewer) =>
        CardFor.Request(new(given.Request, viewer, given.Facts));

    static string Written(object value)
    {
        using var text = Utf8Text.Of(value);
        return System.Text.Encoding.UTF8.GetString(text.Bytes.Span);
    }
}
