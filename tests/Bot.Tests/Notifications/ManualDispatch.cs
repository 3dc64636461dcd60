using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Bot.Conversation;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;
using OutreachBot.Channel;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// An instance whose items are delivered when a test says so, and a Teams with the people of the scenarios.
/// </summary>
sealed class ManualDispatch : IAsyncDisposable
{
    static readonly NotificationSettings notifications = new();
    readonly OutboxDispatcher dispatcher;

    ManualDispatch(Instance bot, FakeTeams teams)
    {
        (Bot, Teams) = (bot, teams);
        var reports = new UndeliveredReports(bot.Tables);
        Undelivered = new(bot.DeadLetters, bot.Store, reports, bot.Current, bot.Signals);
        var settings = new TeamsSettings { ServiceUrl = teams.ServiceUrl.ToString() };
        var connector = new BotConnector(new DirectClients(settings));
        var rateLimit = new TeamsRateLimit(notifications.Instances, bot.Clock);
        var messenger = new TeamsMessenger(connector, bot.Conversations, rateLimit, settings);
        var delivery = new ItemDelivery(
            bot.FanOut,
            new(bot.Store, bot.WorkLists, bot.Registry),
            new(bot.Cases, bot.Registry, bot.WorkLists, bot.SentCards, messenger, bot.Current),
            new(Undelivered, reports, messenger, bot.Current, bot.Clock));
        var claims = new OutboxClaims(bot.Outbox, bot.Signals, notifications, bot.Clock, Random.Shared);
        var attempt = new DeliveryAttempt(
            claims, delivery, new(bot.Clock, Random.Shared),
            new(bot.Outbox, bot.DeadLetters, bot.Store, bot.Signals, bot.Current, Instance.Workflows),
            rateLimit,
            NullLogger<DeliveryAttempt>.Instance);
        dispatcher = new(
            claims, attempt, bot.Signals, bot.Current, bot.Clock, NullLogger<OutboxDispatcher>.Instance);
    }

    public Instance Bot { get; }

    public FakeTeams Teams { get; }

    /// <summary>What a coordinator sees of it.</summary>
    public UndeliveredMessages Undelivered { get; }

    /// <param name="azurite">Where everything is stored.</param>
    /// <param name="scenario">What has happened.</param>
    /// <param name="more">People besides those of the scenarios.</param>
    public static async Task<ManualDispatch> StartAsync(AzuriteFixture azurite, Scenario scenario, params Member[] more)
    {
        var bot = await Instance.StartAsync(azurite);
        bot.Current.Replace(Some.AuthorityOf([.. Some.Members, .. more]));
        await bot.HaveAsync(scenario);
        var people = Some.Everybody.Concat(
            more.Select(member => new Actor(member.Person, member.Roles, member.SchoolUrn, member.MoreSchools)));
        return new(bot, await FakeTeams.StartAsync(people.Select(User)));
    }

    /// <summary>The leading teacher has just said yes, and nobody has been told yet.</summary>
    public static async Task<ManualDispatch> AcceptedAsync(AzuriteFixture azurite)
    {
        var dispatch = await StartAsync(azurite, Given.AMatch);
        await dispatch.DoAsync(Some.LeadingTeacher, new RequestCommand.AcceptMatch(""));
        return dispatch;
    }

    /// <summary>The same after a restart, or another instance beside it.</summary>
    public ManualDispatch Another(FakeTimeProvider? clock = null) => new(Bot.Another(clock), Teams);

    public Chat this[Actor person] => Teams[person.Person.Id.Object];

    /// <summary>Somebody does something, on the newest card they have been sent.</summary>
    public async Task DoAsync(Actor by, Command command)
    {
        var card =
            this[by].Messages is [.., var newest] ? new Storage.SentCard(this[by].User.Conversation, newest.Id) : null;
        var outcome = await Bot.PressAsync(by, command, (await Bot.RequestAsync()).Version, pressed: card);
        Assert.IsType<Decision.Accepted>(outcome.Decision);
    }

    /// <summary>Delivers what this instance has written, and what is due and nobody's.</summary>
    public async Task DrainAsync()
    {
        do
        {
            await TryDrainAsync();
            await TakeDueAsync();
            await dispatcher.WhenIdle();
        }
        while (Bot.Signals.Written.TryPeek(out _) || (await Bot.DueAsync()).Any(item => item.Claim is null));
    }

    /// <summary>Takes what is due and nobody's.</summary>
    public Task TakeDueAsync() => dispatcher.TakeDueAsync(Some.Id.Bucket, CancellationToken.None);

    /// <summary>Tries once to deliver what this instance has written, whatever comes of it.</summary>
    public async Task TryDrainAsync()
    {
        // What is spread is written too.
        while (Bot.Signals.Written.TryPeek(out _))
        {
            dispatcher.TakeWritten();
            await dispatcher.WhenIdle();
        }
    }

    /// <summary>
    /// Takes over from an instance that died: its claims are seen, and seen again when they have ended.
    /// </summary>
    public async Task TakeOverAsync()
    {
        await DrainAsync();
        await DrainAfterAsync(notifications.ClaimHolds);
    }

    public async Task DrainAfterAsync(TimeSpan time)
    {
        Bot.Clock.Advance(time);
        await DrainAsync();
    }

    /// <summary>Messages that this person has seen appear.</summary>
    public int NewMessages(Actor person) =>
        Teams.Calls.Count(call => call.IsNewMessage && call.Person == person.Person.Id.Object);

    public int Updates(Actor person) =>
        Teams.Calls.Count(call => call.IsUpdate && call.Person == person.Person.Id.Object);

    public ValueTask DisposeAsync() => Teams.DisposeAsync();

    static TeamsUser User(Actor actor) => new(
        actor.Person.Id.Object, actor.Person.Id.Tenant, actor.Person.Name,
        [.. actor.Roles.Select(role => role.ToString())], actor.SchoolUrn ?? "");
}
