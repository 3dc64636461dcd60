using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Storage;
using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>One bot for all tests that only talk to it: each has a cast of its own.</summary>
sealed class SharedBot : IAsyncDisposable
{
    readonly Lazy<Task<OutreachStory>> atRelease;
    readonly Lazy<Task<OutreachStory>> atThirdStep;

    SharedBot(BotHost host, Casts casts)
    {
        (Host, Casts) = (host, casts);
        atRelease = new(() => NewStory().UpToAsync(Chapter.Release));
        atThirdStep = new(async () =>
        {
            var story = NewStory();
            await story.WriteForm1Async(story.Head);
            await story.PressNewestAsync(story.Head, "Back");
            return story;
        });
    }

    public BotHost Host { get; }

    public Casts Casts { get; }

    public FakeTeams Teams => Host.Teams;

    public static async Task<SharedBot> StartAsync(
        AzuriteFixture azurite, Dictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var casts = new Casts(Path.Combine(Repository.Root, "samples"), () => Some.Today);
        var host = new BotHost(
            azurite.NewAccount(),
            await FakeTeams.StartAsync(casts.People))
        { Settings = settings ?? [], Replace = replace };
        await host.StartAsync();
        return new(host, casts);
    }

    /// <summary>One for a test that has it to itself, and in which the days of visits come.</summary>
    public static async Task<SharedBot> StartWithDaysAsync(AzuriteFixture azurite)
    {
        var bot = await StartAsync(azurite);
        bot.Host.WithDays();
        return bot;
    }

    /// <summary>A story that nobody else plays in.</summary>
    public OutreachStory NewStory() => new(Teams, Casts.Next());

    /// <summary>A story that waits for the release, for tests that do not move it.</summary>
    public Task<OutreachStory> AtReleaseAsync() => atRelease.Value;

    /// <summary>A story whose form 1 stands open at its third step, for tests that do not get it further.</summary>
    public Task<OutreachStory> AtThirdStepAsync() => atThirdStep.Value;

    /// <summary>The request as it is stored.</summary>
    public async Task<Request> RequestAsync(OutreachStory story)
    {
        Assert.True(CaseId.TryParse(story.Id, out var id));
        return (await Host.Services.GetRequiredService<CaseStore>().FindAsync(id, CancellationToken.None))!.Request;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
