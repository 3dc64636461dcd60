using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;

namespace OutreachBot.Simulation.Measures;

/// <summary>A press with what the instance called until it had answered.</summary>
public sealed record CountedPress(string Verb, IReadOnlyList<Call> Calls)
{
    /// <summary>
    /// Storage round trips. Whose chat it is, and where they can be reached, is learnt when somebody speaks to an
    /// instance for the first time, and not counted.
    /// </summary>
    public int Trips => Calls.Count(
        call => call.Kind is CallKind.Storage && !call.Path.Contains("/conversations", StringComparison.Ordinal));

    /// <summary>Calls to Teams, or for a token.</summary>
    public int Elsewhere => Calls.Count(call => call.Kind is not CallKind.Storage);
}

/// <summary>
/// A story in which each press is delivered once, and those of a chapter once more at its end. One instance answers and
/// sends nothing, another sends and answers nothing, so that each call of the first belongs to a press.
/// </summary>
public sealed class CountedStory
{
    readonly World world;
    readonly SimInstance answering;
    readonly OutreachStory story;
    List<Call> calls = [];

    CountedStory(string samples)
    {
        world = new(1, new(samples) { Tables = Stores.With(samples) });
        story = new(world.Teams, new Casts(samples, () => world.Teams.Calendar.Today).Next());
        answering = world.Start(WithoutDispatcher);
        world.Start();
        world.Until(() => answering.IsReady, TimeSpan.FromMinutes(1), "The instance is not ready.");
        world.Fates = Count;
    }

    public List<CountedPress> Fresh { get; } = [];

    public List<CountedPress> Again { get; } = [];

    /// <summary>Storage round trips of whoever signs while somebody else does, and comes second.</summary>
    public int OfALoser { get; private set; }

    public static CountedStory Play(string samples)
    {
        var counted = new CountedStory(samples);
        foreach (var chapter in Enum.GetValues<Chapter>().SkipLast(1))
        {
            if (chapter is Chapter.Signing) counted.OfALoser = counted.SignAtOnce();
            counted.Play(chapter);
        }
        return counted;
    }

    void Play(Chapter chapter)
    {
        var (delivered, lists) = (world.Delivered.Count, new List<List<Call>>());
        world.Route = () =>
        {
            lists.Add(calls = []);
            return answering;
        };
        world.Run(() => story.UpToAsync(chapter + 1));
        var presses = world.Delivered.Skip(delivered).Zip(lists, (one, made) => (one.Activity, made))
            .Where(one => (string?)one.Activity["type"] == "invoke").ToList();
        Fresh.AddRange(presses.Select(press => new CountedPress(Verb(press.Activity), press.made)));
        foreach (var (activity, _) in presses)
        {
            calls = [];
            world.Run(() => world.OnceAsync(activity, answering));
            Again.Add(new(Verb(activity), calls));
        }
    }

    // The first transaction takes its time, and the other signature overtakes it.
    int SignAtOnce()
    {
        world.Run(() => Task.WhenAll(
            new[] { story.Head, story.ProvidingHead }.Select(head => head.CardAsync("Please sign form 2", story.Id))));
        var copy = new World(2, world.Snapshot()) { Route = () => null };
        var instance = copy.Start(WithoutDispatcher);
        copy.Until(() => instance.IsReady, TimeSpan.FromMinutes(1), "The instance is not ready.");
        var (made, slowed) = (new List<Call>(), false);
        copy.Fates = call =>
        {
            made.Add(call);
            if (slowed || !call.IsTransaction) return null;
            slowed = true;
            return new Fate.Slow(TimeSpan.FromSeconds(1));
        };
        var signatures = new[] { story.Head, story.ProvidingHead }
            .Select(head => head.Pressing(head.About(story.Id)!, "Sign")).ToList();
        copy.Run(() => Task.WhenAll(signatures.Select(press => copy.OnceAsync(press, instance))));
        return made.Count(call => call.Path.Contains("requests", StringComparison.Ordinal) || call.IsTransaction) - 2;
    }

    Fate? Count(Call call)
    {
        if (call.Instance == answering.Name && !call.Path.Contains("/directory", StringComparison.Ordinal))
            calls.Add(call);
        return null;
    }

    static void WithoutDispatcher(IServiceCollection services)
    {
        foreach (var hosted in services.Where(service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is not null).ToList())
            services.Remove(hosted);
    }

    static string Verb(JsonObject press) => (string)press["value"]!["action"]!["verb"]!;
}
