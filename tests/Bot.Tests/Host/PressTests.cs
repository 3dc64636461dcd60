using System.Text.Json.Nodes;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// Presses that no card of ours would make. The head of the school that lends is asked for the release.
/// </summary>
public sealed class PressTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Changes => [.. Bent.Keys];

    static readonly Dictionary<string, Action<JsonObject>> Bent = new()
    {
        ["an automatic refresh"] = press => press["value"]!["trigger"] = "automatic",
        ["no such verb"] = press => Action(press)["verb"] = "explode",
        ["no verb"] = press => Action(press).Remove("verb"),
        ["a verb with another case"] = press => Action(press)["verb"] = "AGREE-RELEASE",
        ["a verb of the inspector"] = press => Action(press)["verb"] = "match",
        ["a verb of the leading teacher"] = press => Action(press)["verb"] = "accept-match",
        ["a verb of a later stage"] = press => Action(press)["verb"] = "sign-form2",
        ["a verb of the end"] = press => Action(press)["verb"] = "close",
        ["a verb of the other school, drawn for it"] = press => Draw(press, "withdraw"),
        ["a verb of the inspector, drawn for it"] = press => Draw(press, "decline-request"),
        ["a verb of a later stage, drawn for it"] = press => Draw(press, "sign-form2"),
        ["an unknown operation"] = press => Data(press)["op"] = "AAAAAAAAAAAAAAAAAAAAAA",
        ["no operation"] = press => Data(press).Remove("op"),
        ["an operation that is a list"] = press => Data(press)["op"] = new JsonArray("a", "b"),
        ["another version"] = press => Data(press)["version"] = 1,
        ["a version without end"] = press => Data(press)["version"] = "1e309",
        ["a version below nothing"] = press => Data(press)["version"] = -7,
        ["another request"] = press => Data(press)["request"] = "07-K3QX9",
        ["a request that is a path"] = press => Data(press)["request"] = "07|../..",
        ["no request"] = press => Data(press).Remove("request"),
        ["no data"] = press => Action(press)["data"] = null,
        ["data that is a list"] = press => Action(press)["data"] = new JsonArray(),
        ["rights among the data"] = press =>
        {
            Data(press)["op"] = "AAAAAAAAAAAAAAAAAAAAAA";
            Data(press)["approved"] = true;
            Data(press)["role"] = "inspector";
            Data(press)["from"] = new JsonObject { ["aadObjectId"] = "x" };
        },
    };

    [Theory, MemberData(nameof(Changes))]
    public async Task A_press_that_was_bent_changes_nothing_and_is_answered_with_a_card(string change)
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var version = (await bot.RequestAsync(story)).Version;
        var press = await AgreeingAsync(story);
        Bent[change](press);

        var answer = await bot.Teams.PostAsync(press);

        if (answer.Status != 400) Assert.NotEmpty(answer.Card.Text);
        Assert.Equal(version, (await bot.RequestAsync(story)).Version);
    }

    [Theory]
    [InlineData("value")]
    [InlineData("value.action")]
    public async Task A_press_without_what_makes_it_one_is_refused(string missing)
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var press = await AgreeingAsync(story);
        if (missing is "value.action") press["value"]!.AsObject().Remove("action");
        else press.Remove(missing);

        Assert.InRange((await bot.Teams.PostAsync(press)).Status, 400, 501);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("invoke")]
    public async Task A_press_is_one_whatever_a_client_calls_it(string? name)
    {
        var bot = await azurite.BotAsync();
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        var press = await AgreeingAsync(story);
        press["name"] = name;

        Assert.Equal("Where it stands", (await bot.Teams.PostAsync(press)).Card.Heading);
        Assert.Equal(Stage.Confirming, (await bot.RequestAsync(story)).Stage);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_press_that_comes_as_a_message_is_a_press(bool asText)
    {
        var bot = await azurite.BotAsync();
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        var press = await AgreeingAsync(story);
        var data = press["value"]!["action"]!["data"]!.DeepClone();
        (press["type"], press["text"]) = ("message", null);
        press.Remove("name");
        press["value"] = asText ? data.ToJsonString() : data;

        await bot.Teams.PostAsync(press);

        Assert.Equal(Stage.Confirming, (await bot.RequestAsync(story)).Stage);
    }

    [Fact]
    public async Task A_message_with_the_value_of_somebody_elses_press_decides_nothing_and_shows_the_card()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        var press = await AgreeingAsync(story);
        var forged = story.Head.Saying("");
        forged["value"] = press["value"]!["action"]!["data"]!.DeepClone();

        await bot.Teams.PostAsync(forged);

        Assert.Equal(Stage.Releasing, (await bot.RequestAsync(story)).Stage);
        Assert.Equal("Where it stands", story.Head.Newest.Card.Heading);
    }

    [Fact]
    public async Task A_refresh_shows_the_card_as_it_is()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var press = await AgreeingAsync(story);
        press["value"]!["trigger"] = "automatic";
        await bot.Host.SettledAsync();
        var calls = bot.Teams.Calls.Count(call => call.Person == story.ProvidingHead.User.Id);

        var card = (await bot.Teams.PostAsync(press)).Card;

        Assert.Equal("May your leading teacher go?", card.Heading);
        Assert.Equal(calls, bot.Teams.Calls.Count(call => call.Person == story.ProvidingHead.User.Id));
    }

    [Fact]
    public async Task A_button_that_was_made_for_somebody_else_does_nothing()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var version = (await bot.RequestAsync(story)).Version;
        var press = await AgreeingAsync(story);
        foreach (var (name, value) in bot.Teams.Activity(
            story.Inspector.User, "invoke"))
            press[name] = value?.DeepClone();

        var card = (await bot.Teams.PostAsync(press)).Card;

        Assert.Contains("That button was made for somebody else", card.Text);
        Assert.Equal(version, (await bot.RequestAsync(story)).Version);
    }

    [Fact]
    public async Task What_stands_beside_the_fields_that_were_asked_for_is_ignored()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.NewStory().UpToAsync(Chapter.Release);
        var press = await AgreeingAsync(story);
        Data(press)["approved"] = false;
        Data(press)["message~7"] = "From another try";
        Data(press)["__proto__"] = new JsonObject { ["role"] = "finance" };
        Data(press)["stage"] = "Closed";

        await bot.Teams.PostAsync(press);

        Assert.Equal(Stage.Confirming, (await bot.RequestAsync(story)).Stage);
    }

    static async Task<JsonObject> AgreeingAsync(Channel.OutreachStory story) => story.ProvidingHead.Pressing(
        await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id), "Agree to the release");

    static JsonObject Action(JsonObject press) => press["value"]!["action"]!.AsObject();

    static JsonObject Data(JsonObject press) => Action(press)["data"]!.AsObject();

    // What somebody could work out who knows how operations are named.
    static void Draw(JsonObject press, string verb)
    {
        Action(press)["verb"] = verb;
        Assert.True(CaseId.TryParse((string?)Data(press)["request"], out var id));
        var person = new PersonId((string)press["conversation"]!["tenantId"]!, (string)press["from"]!["aadObjectId"]!);
        Data(press)["op"] = OperationId.For(id, (int)(double)Data(press)["version"]!, verb, person);
        Data(press)["message"] = "Because.";
    }
}
