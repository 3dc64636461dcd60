using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using OutreachBot.Benchmarks.Doubles;
using OutreachBot.Bot;
using OutreachBot.Bot.Teams;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Directory;
using Conversations = OutreachBot.Bot.Storage.Conversations;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P3: a card that is sent to somebody's chat unasked, beside a bare HttpClient that posts the same bytes to the same
/// connector, and beside Microsoft's client as its own adapter makes one for each send. The connector is another
/// process.
/// </summary>
static class SendMeasure
{
    const int Rounds = 25;
    const int PerRound = 1_500;
    const int MostWarmUp = 15;

    // Microsoft's client takes so long that fewer say as much.
    const int OfMicrosofts = 50;

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        using var connector = new ConnectorDouble();
        var clock = new LeapingClock();
        await using var bot = Compose(clock);
        var (messenger, conversations) = (bot.Services.GetRequiredService<TeamsMessenger>(),
            bot.Services.GetRequiredService<Conversations>());
        var card = CardFor.Request(
            new RequestView(Given.ARelease.Request, Some.ProvidingHeadteacher, Given.ARelease.Facts))!;

        // Each in a tenant of their own, and a minute between two cards for one of them, so that Teams' limits hold
        // nobody up.
        var people = Enumerable.Range(0, PerRound).Select(number => new PersonId($"t{number}", "head")).ToList();
        foreach (var person in people)
            await conversations.LearnAsync(person, new(connector.Url, "a:head", "28:bot"), default);
        await messenger.SendAsync(people[0], card, default);
        var (path, body) = (connector.LastPath, connector.LastBody);

        using var http = new HttpClient();
        using var clients = new DirectClients(bot.Services.GetRequiredService<TeamsSettings>());
        var connectors = new ConfigurationBotFrameworkAuthentication(bot.Configuration, httpClientFactory: clients)
            .CreateConnectorFactory(new ClaimsIdentity());
        var tree = JObject.Parse(card.ToJson());

        var (cpu, memory, cheaper) = (new List<double>(), new List<double>(), new List<double>());
        var (micros, kilobytes, theirs) = (new List<double>(), new List<double>(), new List<double>());
        await Meter.WarmUpAsync(MostWarmUp, RoundAsync);
        for (var round = 0; round < Rounds; round++)
        {
            var (bare, ours, microsofts) = await RoundAsync();
            cpu.Add(ours.Seconds / bare.Seconds);
            memory.Add(ours.Bytes / bare.Bytes);
            cheaper.Add(microsofts.Seconds / OfMicrosofts / (ours.Seconds / PerRound));
            theirs.Add(microsofts.Seconds * 1e6 / OfMicrosofts);
            micros.Add(ours.Seconds * 1e6 / PerRound);
            kilobytes.Add(ours.Bytes / 1024 / PerRound);
        }
        return
        [
            new("P3", "CPU per proactive send, over a bare HttpClient POST of the same body", "≤ 2.0", Spread.Of(cpu),
                $"{Spread.Of(micros).Median:F0} µs") { Micros = Spread.Of(micros).Median },
            new("P3", "memory per proactive send, over the same", "≤ 3", Spread.Of(memory),
                $"{Spread.Of(kilobytes).Median:F1} KB"),
            new("P3", "CPU of Microsoft's ConnectorClient for the same send, over ours", "≥ 80", Spread.Of(cheaper),
                $"{Spread.Of(theirs).Median:F0} µs"),
        ];

        // Everybody is sent a card once a round.
        async Task<(Meter Bare, Meter Ours, Meter Microsofts)> RoundAsync()
        {
            clock.Ahead += TimeSpan.FromMinutes(1);
            var bare = await Meter.RunAsync(async () =>
            {
                foreach (var _ in people) await PostAsync(http, new Uri(connector.Url + path), body);
            });
            var ours = await Meter.RunAsync(async () =>
            {
                foreach (var person in people) await messenger.SendAsync(person, card, default);
            });
            var microsofts = await Meter.RunAsync(async () =>
            {
                for (var send = 0; send < OfMicrosofts; send++) await SendAsync(connectors, connector.Url, tree);
            });
            return (bare, ours, microsofts);
        }
    }

    // As the Bot Framework's adapter does it in a turn of its own, without the turn.
    static async Task SendAsync(ConnectorFactory connectors, string serviceUrl, JObject card)
    {
        using var client =
            await connectors.CreateAsync(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope, default);
        await client.Conversations.SendToConversationAsync("a:head", new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = Channels.Msteams,
            From = new ChannelAccount(id: "28:bot"),
            Conversation = new ConversationAccount(id: "a:head"),
            Attachments = [new Attachment { ContentType = AdaptiveCard.ContentType, Content = card }],
        });
    }

    static async Task PostAsync(HttpClient http, Uri url, byte[] body)
    {
        using var content =
            new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.PostAsync(url, content);
        answer.EnsureSuccessStatusCode();
        _ = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    // Local mode: its connector may be on this machine.
    static WebApplication Compose(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration["Storage:ConnectionString"] = PressedBot.NoStorage;
        builder.AddStorage();
        builder.AddDirectory();
        builder.Services.AddWorkflows();
        builder.AddTeams();
        builder.AddNotifications();
        builder.Services.AddSingleton(clock)
            .AddSingleton<Azure.Core.Pipeline.HttpPipelineTransport>(new CannedTables(Given.ARelease.Request));
        return builder.Build();
    }

    sealed class LeapingClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

        public override long GetTimestamp() => base.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);
    }
}
