using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Teams;
using OutreachBot.Channel;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>An instance whose promises are kept when a test says so, and a Teams with the people of the scenarios.</summary>
sealed class PostOffice : IAsyncDisposable
{
    readonly OutboxDispatcher dispatcher;

    PostOffice(Instance bot, FakeTeams teams)
    {
        (Bot, Teams) = (bot, teams);
        var settings = new TeamsSettings { ServiceUrl = teams.ServiceUrl.ToString() };
        var adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build()));
        var delivery = new Delivery(
            bot.Requests, bot.Outreaches, bot.Bookings, bot.WorkLists, bot.HeldCards, new(adapter, bot.Conversations, settings), bot.Current);
        dispatcher = new(bot.Outbox, delivery, new(), bot.Current, bot.Clock, NullLogger<OutboxDispatcher>.Instance);
    }

    public Instance Bot { get; }

    public FakeTeams Teams { get; }

    public static async Task<PostOffice> StartAsync(AzuriteFixture azurite, Scenario scenario)
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.HaveAsync(scenario);
        return new(bot, await FakeTeams.StartAsync(Some.Everybody.Select(User)));
    }

    /// <summary>The leading teacher has just said yes, and nobody has been told yet.</summary>
    public static async Task<PostOffice> AcceptedAsync(AzuriteFixture azurite)
    {
        var post = await StartAsync(azurite, Given.AMatch);
        await post.DoAsync(Some.LeadingTeacher, new Command.AcceptMatch(""));
        return post;
    }

    /// <summary>The same after a restart, or another instance beside it.</summary>
    public PostOffice Another() => new(Bot.Another(), Teams);

    public Chat this[Actor person] => Teams[person.Person.Id.Object];

    /// <summary>Somebody does something, on the newest card they have been sent.</summary>
    public async Task DoAsync(Actor by, Command command)
    {
        var card = this[by].Messages is [.., var newest] ? new Storage.Held(this[by].User.Conversation, newest.Id) : null;
        var outcome = await Bot.PressAsync(by, command, (await Bot.RequestAsync()).Version, held: card);
        Assert.IsType<Decision.Accepted>(outcome.Decision);
    }

    public Task DrainAsync() => dispatcher.DrainAsync(Some.Id.Bucket, CancellationToken.None);

    public async Task DrainAfterAsync(TimeSpan time)
    {
        Bot.Clock.Advance(time);
        await DrainAsync();
    }

    /// <summary>Messages that this person has seen appear.</summary>
    public int NewMessages(Actor person) => Teams.Calls.Count(call => call.IsNewMessage && call.Person == person.Person.Id.Object);

    public int Updates(Actor person) => Teams.Calls.Count(call => call.IsUpdate && call.Person == person.Person.Id.Object);

    public ValueTask DisposeAsync() => Teams.DisposeAsync();

    static TeamsUser User(Actor actor) => new(
        actor.Person.Id.Object, actor.Person.Id.Tenant, actor.Person.Name, [.. actor.Roles.Select(role => role.ToString())], actor.SchoolUrn ?? "");
}
