using System.Net;
using OutreachBot.Channel;

namespace OutreachBot.Bot.Tests;

/// <summary>What lets the bot start, who is let in, and when it says that it is ready.</summary>
public sealed class StartTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_Development_a_missing_app_id_stops_the_start_and_says_what_to_do(string environment)
    {
        await using var host = new BotHost(azurite.NewAccount(), await FakeTeams.StartAsync([]), environment);

        var stopped = Assert.Throws<InvalidOperationException>(host.Listen);

        Assert.Contains("MicrosoftAppId is missing.", stopped.Message);
        Assert.Contains("Set MicrosoftAppId to the app id of the bot's registration.", stopped.Message);
    }

    [Fact]
    public async Task With_an_app_id_nobody_is_let_in_without_a_token()
    {
        await using var host = new BotHost(azurite.NewAccount(), await FakeTeams.StartAsync([Ann]), "Production")
        {
            Settings = new()
            {
                ["MicrosoftAppId"] = "3f1c2a4e-52c6-4f0f-9d38-5b0de1a7c001",
                ["Teams:Tenants:0"] = Ann.Tenant,
                ["Teams:ServiceUrl"] = "https://smba.trafficmanager.net/teams/",
                ["Directory:Import"] = Path.Combine(Repository.Root, "samples"),
            },
        };
        await host.StartAsync();

        Assert.Equal(401, (await host.Teams.PostAsync(host.Teams[Ann].Saying("hi"))).Status);
        Assert.Empty(host.Teams.Calls);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://127.0.0.1@evil.example/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("//evil.example/")]
    [InlineData("relative")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Without_an_app_id_only_this_machine_is_answered(string? serviceUrl)
    {
        var bot = await azurite.BotAsync();
        var saying = bot.Teams[bot.Casts.People[0]].Saying("hi");
        saying["serviceUrl"] = serviceUrl;

        Assert.InRange((await bot.Teams.PostAsync(saying)).Status, 400, 401);
    }

    [Fact]
    public async Task Until_storage_is_there_the_bot_is_live_and_not_ready()
    {
        await using var host = new BotHost(azurite.NewAccount(), await FakeTeams.StartAsync([Ann]));
        host.Wire.Losses = _ => Loss.Request;
        var http = host.Listen();

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(503, (await host.Teams.PostAsync(host.Teams[Ann].Saying("hi"))).Status);
        Assert.Empty(host.Teams.Calls);

        host.Wire.Losses = null;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await http.GetAsync("/health/ready", limit.Token)).StatusCode
            is not HttpStatusCode.OK) await Task.Yield();
        Assert.Equal("I do not know you yet", (await host.Teams[Ann].SayAsync("hi")).Card.Heading);
    }

    [Fact]
    public async Task A_bot_whose_storage_has_gone_is_not_ready_until_it_is_back()
    {
        await using var bot = await SharedBot.StartAsync(azurite);
        var http = bot.Teams.Bot!;
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);

        bot.Host.Wire.Losses = _ => Loss.Request;
        var gone = await http.GetAsync("/health/ready");
        bot.Host.Wire.Losses = null;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, gone.StatusCode);
        Assert.Equal("not ready: storage does not answer", await gone.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("/", "OutreachBot")]
    [InlineData("/privacy", "<h1>")]
    [InlineData("/terms", "<h1>")]
    public async Task The_pages_that_the_app_names_are_there(string path, string text)
    {
        var bot = await azurite.BotAsync();

        Assert.Contains(text, await bot.Teams.Bot!.GetStringAsync(path));
    }

    static TeamsUser Ann { get; } =
        new("11111111-2222-4333-8444-555555555555", "99999999-2222-4333-8444-555555555555", "Ann", [], "");
}
