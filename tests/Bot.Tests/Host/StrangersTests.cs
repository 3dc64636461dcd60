using System.Text.Json.Nodes;

namespace OutreachBot.Bot.Tests;

public sealed class StrangersTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Envelopes => [.. Strange.Keys];

    // What may be wrong with who speaks. The providing head has a card in which they are asked something.
    static readonly Dictionary<string, Action<JsonObject>> Strange = new()
    {
        ["nobody of the directory"] = activity =>
            activity["from"]!["aadObjectId"] = "11111111-2222-4333-8444-555555555555",
        ["an object id that is a path"] = activity => activity["from"]!["aadObjectId"] = "../../'#?",
        ["another tenant"] = activity =>
            SetTenants(activity, "99999999-2222-4333-8444-555555555555", "99999999-2222-4333-8444-555555555555"),
    };

    [Theory, MemberData(nameof(Envelopes))]
    public async Task Who_is_not_known_learns_nothing_and_does_nothing(string envelope)
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var version = (await bot.RequestAsync(story)).Version;
        var card = await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);
        var press = story.ProvidingHead.Pressing(card, "Agree to the release");
        Strange[envelope](press);

        var answer = (await bot.Teams.PostAsync(press)).Card;

        Assert.Equal("I do not know you yet", answer.Heading);
        Assert.Empty(answer.Buttons);
        Assert.DoesNotContain(story.Id, answer.Json.ToJsonString());
        Assert.Equal(version, (await bot.RequestAsync(story)).Version);
    }

    [Fact]
    public async Task An_id_that_was_guessed_says_no_more_than_one_that_is_not_there()
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var outsider = bot.NewStory().SecondTeacher;

        var guessed = await outsider.SayAsync($"status {story.Id}");
        var missing = await outsider.SayAsync("status 07-K3QX9");

        Assert.Equal(missing.Card.Json.ToJsonString(), guessed.Card.Json.ToJsonString());
        Assert.Equal("I cannot show you that", (await outsider.SayAsync($"approve {story.Id}")).Card.Heading);
        Assert.Equal("I cannot show you that", (await outsider.SayAsync($"cancel {story.Id} because")).Card.Heading);
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task Nothing_of_a_request_is_said_in_front_of_others(string type)
    {
        var bot = await azurite.BotAsync();
        var story = await bot.AtReleaseAsync();
        var version = (await bot.RequestAsync(story)).Version;
        var card = await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);
        var press = story.ProvidingHead.Pressing(card, "Agree to the release");
        press["conversation"]!["conversationType"] = type;
        press["conversation"]!["id"] = "19:everybody@thread.v2";

        var answer = (await bot.Teams.PostAsync(press)).Card;

        Assert.Equal("Please talk to me alone", answer.Heading);
        Assert.DoesNotContain(story.Id, answer.Json.ToJsonString());
        Assert.Equal(version, (await bot.RequestAsync(story)).Version);
    }

    // Whoever adds the bot to a group is not reached there: what is sent to one person would be read by all.
    [Theory]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    public async Task A_group_is_nobodys_own_chat(string type)
    {
        var bot = await azurite.BotAsync();
        var story = bot.NewStory();
        var added = bot.Teams.Activity(story.Head.User, type);
        added["conversation"]!["conversationType"] = "groupChat";
        added["conversation"]!["isGroup"] = true;
        added["conversation"]!["id"] = "19:everybody@thread.v2";
        added["action"] = "add";
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });

        var answer = await bot.Teams.PostAsync(added);

        Assert.InRange(answer.Status, 200, 202);
        Assert.DoesNotContain(
            bot.Teams.Calls,
            call => call.Path.Contains("everybody", StringComparison.Ordinal)
                && call.Body.ToJsonString().Contains(story.Head.User.Name, StringComparison.Ordinal));
        await story.SendForm1Async(story.Teacher);
        await story.Head.CardAsync("A teacher asks for support", story.Id);
    }

    [Fact]
    public async Task One_welcome_is_enough_however_often_an_installation_is_told()
    {
        var bot = await azurite.BotAsync();
        var teacher = bot.NewStory().SecondTeacher;
        foreach (var type in (string[])[
            "installationUpdate", "conversationUpdate", "conversationUpdate", "installationUpdate"
        ])
        {
            var told = bot.Teams.Activity(teacher.User, type);
            told["action"] = "add";
            told["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
            Assert.InRange((await bot.Teams.PostAsync(told)).Status, 200, 202);
        }

        Assert.Single(teacher.Messages, message => message.Card.Heading == "Welcome");
    }

    static void SetTenants(JsonObject activity, string? conversation, string? channelData)
    {
        activity["conversation"]!["tenantId"] = conversation;
        activity["channelData"]!["tenant"]!["id"] = channelData;
    }
}
