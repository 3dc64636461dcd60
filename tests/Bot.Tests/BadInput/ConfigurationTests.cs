using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;
using OutreachBot.Channel;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

/// <summary>Settings and stores with which the bot must not start, must not serve, or must not break.</summary>
public sealed class ConfigurationTests(AzuriteFixture azurite)
{
    sealed record Row(
        string Name, Dictionary<string, string?> Settings, string Stops, string Environment = "Production");

    static readonly IReadOnlyList<Row> All = JsonSerializer.Deserialize<List<Row>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "BadInput", "configuration.json")),
        JsonSerializerOptions.Web)!;

    public static TheoryData<string> Names => [.. All.Select(row => row.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task What_would_let_anybody_in_or_contradicts_itself_stops_the_start_in_words(string name)
    {
        var row = All.Single(row => row.Name == name);
        var settings = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = GuardedBot.AppId,
            ["Teams:Tenants:0"] = "017a525b-4ad9-45da-9f0b-2f1a15e1bff2",
            ["Teams:ServiceUrl"] = "https://smba.trafficmanager.net/teams/",
        };
        foreach (var (key, value) in row.Settings) settings[key] = value;
        await using var host = new BotHost(azurite.NewAccount(), await FakeTeams.StartAsync([]), row.Environment)
        {
            Settings = settings.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!),
        };

        var stopped = Assert.Throws<InvalidOperationException>(host.Listen);

        Assert.Contains(row.Stops, stopped.Message);
        Assert.DoesNotContain("CANARY", stopped.Message);
    }

    [Fact]
    public async Task While_no_key_is_known_and_none_can_be_had_nobody_is_let_in_and_nobody_is_called_a_stranger()
    {
        await using var bot = await GuardedBot.StartAsync(azurite, keysAreDown: true);
        var saying = bot.NewStory().Head.Saying("hi");
        var before = (bot.Host.Wire.Writes, bot.Outside.Calls);

        Assert.Equal(503, (await bot.Host.Teams.PostAsync(saying)).Status);

        Assert.Single(
            bot.Host.Log.Lines, line => line.Contains("refused with 503: no signing keys", StringComparison.Ordinal));
        Assert.Equal(before, (bot.Host.Wire.Writes, bot.Outside.Calls));
    }

    [Fact]
    public async Task In_local_mode_another_machine_is_not_answered()
    {
        var bot = await azurite.BotAsync();
        var http = new DefaultHttpContext
        {
            RequestServices = bot.Host.Services,
            Connection = { RemoteIpAddress = IPAddress.Parse("192.0.2.7") }
        };

        await bot.Host.Services.GetRequiredService<MessagingEndpoint>().AnswerAsync(http);

        Assert.Equal(401, http.Response.StatusCode);
    }

    // Somebody who can write to the tables must not get what the bot sends, nor its token.
    [Fact]
    public async Task Nothing_is_sent_to_an_address_that_somebody_has_put_into_a_stored_conversation()
    {
        await using var bot = await GuardedBot.StartAsync(azurite);
        var story = bot.NewStory();
        var inspector = story.Inspector.User;
        await bot.Host.Services.GetRequiredService<Conversations>().LearnAsync(
            new PersonId(inspector.Tenant, inspector.Id),
            new("https://evil.example/uk/", inspector.Conversation, $"28:{GuardedBot.AppId}"), CancellationToken.None);

        await story.SendForm1Async(story.Head);

        await story.Teacher.CardAsync("Would you like this support?", story.Id);
        await bot.Host.SettledAsync();
        Assert.Empty(bot.Outside.Strangers);
        Assert.DoesNotContain(story.Inspector.Messages, message => message.Card.Request == story.Id);
        Assert.Contains(
            bot.Host.Log.Lines,
            line => line.Contains(" Error ", StringComparison.Ordinal)
                && line.Contains(story.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Host.Log.Lines, line => line.Contains("evil.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_request_that_cannot_be_read_does_not_break_a_list()
    {
        await using var bot = await GuardedBot.StartAsync(azurite);
        var one = bot.NewStory();
        await one.SendForm1Async(one.Head);
        await bot.Host.SettledAsync();
        var (table, key) = (bot.Host.Services.GetRequiredService<Tables>().Cases, $"request|{one.Id}|state");
        var row = (await table.GetEntityAsync<Azure.Data.Tables.TableEntity>(one.Id[..2], key)).Value;
        row["Schema"] = 2;
        await table.UpsertEntityAsync(row, Azure.Data.Tables.TableUpdateMode.Replace);

        Assert.DoesNotContain(one.Id, (await one.Head.SayAsync("status")).Card.Text);

        Assert.Single(
            bot.Host.Log.Lines,
            line => line.Contains($" Critical 44 Case {one.Id} cannot be read", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Host.Log.Lines, line => line.Contains("A turn failed", StringComparison.Ordinal));
    }
}
