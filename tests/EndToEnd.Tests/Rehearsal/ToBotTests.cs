using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using static OutreachBot.EndToEnd.Tests.Rehearsal.TinyBot;

namespace OutreachBot.EndToEnd.Tests.Rehearsal;

public sealed class ToBotTests : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rehearsal-");
    TinyBot bot = null!;

    public async ValueTask InitializeAsync() =>
        bot = await TinyBot.StartAsync(folder.FullName);

    [Fact]
    public async Task The_bot_hears_once_that_it_was_installed_for_somebody()
    {
        await bot.PageAsync("open", new { person = Head });
        await bot.PageAsync("open", new { person = Head });

        var types = bot.Received.Select(activity => (string?)activity["type"]);
        Assert.Equal(["installationUpdate", "conversationUpdate"], types);
        Assert.Equal("add", (string?)bot.Received.First()["action"]);
        Assert.Equal("28:outreachbot", (string?)bot.Received.Last()["membersAdded"]![0]!["id"]);
    }

    [Fact]
    public async Task An_installation_that_did_not_reach_the_bot_is_told_again()
    {
        bot.Answer = _ => Task.FromResult(Results.StatusCode(503));
        await bot.PageAsync("open", new { person = Head });
        bot.Answer = _ => Task.FromResult(Results.Ok());
        await bot.PageAsync("open", new { person = Head });

        Assert.Equal(2, bot.Received.Count(activity => (string?)activity["type"] == "installationUpdate"));
    }

    [Fact]
    public async Task For_somebody_who_has_heard_from_the_bot_it_is_installed()
    {
        await AskAsync();
        await bot.PageAsync("open", new { person = Head });

        Assert.Empty(bot.Received);
    }

    [Fact]
    public async Task A_typed_message_says_who_where_and_when_as_Teams_does()
    {
        await bot.PageAsync("send", new { person = Inspector, text = "tasks" });

        var activity = Assert.Single(bot.Received);
        Assert.Equal(("message", "tasks", "msteams"), (Text("type"), Text("text"), Text("channelId")));
        Assert.Equal(bot.ServiceUrl.ToString(), Text("serviceUrl"));
        Assert.Equal(("en-GB", "Europe/London"), (Text("locale"), Text("localTimezone")));
        Assert.Equal(
            $$"""{"id":"29:{{Inspector}}","name":"Bram Okafor","aadObjectId":"{{Inspector}}"}""", Part("from"));
        Assert.Equal("""{"id":"28:outreachbot","name":"OutreachBot"}""", Part("recipient"));
        Assert.Equal(
            $$"""{"conversationType":"personal","tenantId":"tenant-b","id":"a:{{Inspector}}"}""", Part("conversation"));
        Assert.Equal("""{"tenant":{"id":"tenant-b"}}""", Part("channelData"));
        Assert.Equal("clientInfo", (string?)activity["entities"]![0]!["type"]);
        Assert.True(DateTimeOffset.TryParse(Text("timestamp"), out _));
        Assert.True(DateTimeOffset.TryParse(Text("localTimestamp"), out _));

        string? Text(string name) => (string?)activity[name];
        string Part(string name) => activity[name]!.ToJsonString();
    }

    [Fact]
    public async Task A_pressed_button_says_which_message_holds_its_card()
    {
        var id = await AskAsync();
        await PressAsync(id);

        var invoke = Assert.Single(bot.Received);
        Assert.Equal(("invoke", "adaptiveCard/action"), ((string?)invoke["type"], (string?)invoke["name"]));
        Assert.Equal(id, (string?)invoke["replyToId"]);
        Assert.Equal(
            """{"action":{"type":"Action.Execute","verb":"agree","data":{"request":"1"}},"trigger":"manual"}""",
            invoke["value"]!.ToJsonString());
    }

    [Fact]
    public async Task A_card_in_answer_takes_the_place_of_the_pressed_one()
    {
        var id = await AskAsync();
        bot.Answer = _ => Task.FromResult(Cards.Card(Cards.Says("Agreed at 10:42")));
        await PressAsync(id);

        var message = Assert.Single(await bot.ChatAsync(Head))!;
        var card = message["activity"]!["attachments"]![0]!["content"]!;
        Assert.Equal("Agreed at 10:42", (string?)card["body"]![0]!["text"]);
    }

    [Fact]
    public async Task A_line_in_answer_stands_under_the_card()
    {
        var id = await AskAsync();
        bot.Answer = _ => Task.FromResult(Cards.Line("Kept for later."));
        await PressAsync(id);

        Assert.Equal(("Kept for later.", false), Note(Assert.Single(await bot.ChatAsync(Head))!));
    }

    public static TheoryData<string> Failures => ["500", "empty", "not JSON", "an error", "no card"];

    [Theory, MemberData(nameof(Failures))]
    public async Task Whatever_fails_Teams_says_that_something_went_wrong(string failure)
    {
        var id = await AskAsync();
        bot.Answer = _ => Task.FromResult(Broken(failure));
        await PressAsync(id);

        await WentWrongAsync();
    }

    [Fact]
    public async Task Of_a_bot_that_says_nothing_Teams_says_that_something_went_wrong()
    {
        await bot.DisposeAsync();
        bot = await TinyBot.StartAsync(folder.FullName, patience: TimeSpan.FromMilliseconds(300));
        var id = await AskAsync();
        var released = new TaskCompletionSource<IResult>();
        bot.Answer = _ => released.Task;
        await PressAsync(id);
        released.TrySetResult(Results.Ok());

        await WentWrongAsync();
    }

    [Fact]
    public async Task A_refresh_that_fails_says_nothing()
    {
        var id = await AskAsync();
        bot.Answer = _ => Task.FromResult(Results.StatusCode(500));
        await PressAsync(id, trigger: "automatic");

        Assert.Equal((null, false), Note(Assert.Single(await bot.ChatAsync(Head))!));
        Assert.Equal("automatic", (string?)Assert.Single(bot.Received)["value"]!["trigger"]);
    }

    [Fact]
    public async Task A_message_that_the_bot_fails_on_says_so()
    {
        bot.Answer = _ => Task.FromResult(Results.StatusCode(500));
        await bot.PageAsync("send", new { person = Head, text = "help" });

        Assert.Equal(("The bot answered with HTTP 500.", true), Note(Assert.Single(await bot.ChatAsync(Head))!));
    }

    static IResult Broken(string failure) => failure switch
    {
        "500" => Results.StatusCode(500),
        "empty" => Results.Ok(),
        "not JSON" => Results.Text("<html>"),
        "an error" => Results.Json(new { statusCode = 400, type = "application/vnd.microsoft.error" }),
        _ => Results.Json(new { statusCode = 200, type = Cards.Type }),
    };

    async Task WentWrongAsync()
    {
        var message = Assert.Single(await bot.ChatAsync(Head))!;
        Assert.Equal(("Something went wrong. Please try again.", true), Note(message));
        Assert.Equal("Input.Text", (string?)message["activity"]!["attachments"]![0]!["content"]!["body"]![1]!["type"]);
    }

    static (string?, bool) Note(JsonNode message) => ((string?)message["note"], (bool)message["failed"]!);

    Task<string> AskAsync() => bot.TellAsync(Head, Cards.Message(Cards.Question));

    Task PressAsync(string message, string trigger = "manual") => bot.PageAsync("press", new
    {
        person = Head,
        message,
        card = 0,
        trigger,
        action = new { type = "Action.Execute", verb = "agree", data = new { request = "1" } },
    });

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
