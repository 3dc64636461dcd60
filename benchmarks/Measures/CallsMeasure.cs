using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OutreachBot.Channel;
using OutreachBot.Rehearsal;
using OutreachBot.Simulation;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P4, P5: what each press of a whole story asks of storage and of Teams before it is answered, and asks again when it is
/// delivered again. One instance answers and sends nothing; another sends and answers nothing. Virtual time, every call counted.
/// </summary>
static class CallsMeasure
{
    public static Task<IReadOnlyList<Figure>> RunAsync()
    {
        var story = CountedStory.Play(Path.Combine(Repository.Root, "samples"));
        var (fresh, again) = (story.Fresh, story.Again);
        var more = fresh.Zip(again).Where(press => Trips(press.First.Calls) > 2)
            .Select(press => $"| {press.First.Verb} | {Trips(press.First.Calls)} | {Trips(press.Second.Calls)} |").Distinct();
        var elsewhere = fresh.Concat(again).Sum(press => press.Calls.Count(call => call.Kind is not CallKind.Storage));
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new(
                "P4", "storage round trips: action / redelivery / conflict", "2 / 2 / ≤ 4",
                $"{Middle(fresh)} / {Middle(again)} / {story.OfALoser}",
                $"the middle press; {fresh.Count(press => Trips(press.Calls) == 2)} of {fresh.Count} make 2, the others are listed below")
            {
                Details = string.Join('\n', more.Prepend("| --- | --: | --: |").Prepend("| press | storage requests | delivered again |")),
            },
            new("P5", "connector, token and Graph calls before the answer", "0", $"{elsewhere}", $"{fresh.Count + again.Count} presses"),
        ]);
    }

    static int Middle(IReadOnlyList<CountedPress> presses) => presses.Select(press => Trips(press.Calls)).Order().ElementAt(presses.Count / 2);

    // Whose chat it is, and where they can be reached, is learnt when somebody speaks to an instance for the first time.
    static int Trips(IReadOnlyList<Call> calls) =>
        calls.Count(call => call.Kind is CallKind.Storage && !call.Path.Contains("/conversations", StringComparison.Ordinal));
}

/// <summary>A press with what the instance called until it had answered.</summary>
sealed record CountedPress(string Verb, IReadOnlyList<Call> Calls);

/// <summary>A story in which each press is delivered once, and those of a chapter once more at its end.</summary>
sealed class CountedStory
{
    readonly World world;
    readonly SimInstance answering;
    readonly OutreachStory story;
    List<Call> calls = [];

    CountedStory(string samples)
    {
        world = new(1, new(samples) { Tables = Stores.With(samples) });
        story = new(world.Teams, new Casts(samples, DateOnly.FromDateTime(world.Now.Date)).Next());
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
        world.Run(() => Task.WhenAll(new[] { story.Head, story.ProvidingHead }.Select(head => head.CardAsync("Please sign form 2", story.Id))));
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
        if (call.Instance == answering.Name && !call.Path.Contains("/directory", StringComparison.Ordinal)) calls.Add(call);
        return null;
    }

    static void WithoutDispatcher(IServiceCollection services)
    {
        foreach (var hosted in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is not null).ToList())
            services.Remove(hosted);
    }

    static string Verb(System.Text.Json.Nodes.JsonObject press) => (string)press["value"]!["action"]!["verb"]!;
}
