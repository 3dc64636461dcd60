using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;

namespace OutreachBot.Simulation.Measures;

/// <summary>
/// One story, cut where a chapter begins: a world for each chapter in which everything before it has happened, so that
/// a fault can be tried at each call of it without playing the whole story each time.
/// </summary>
public sealed class Chapters
{
    readonly Dictionary<Chapter, (WorldSettings Settings, string Id)> beginnings = [];
    readonly Cast cast;
    readonly Extent extent;

    Chapters(Extent extent, Cast cast) => (this.extent, this.cast) = (extent, cast);

    public static Chapters Play(Extent extent)
    {
        var world = new World(extent.Seed, new(extent.Samples) { Tables = Stores.With(extent.Samples) });
        var cast = new Casts(extent.Samples, () => world.Teams.Calendar.Today).Next();
        var chapters = new Chapters(extent, cast);
        var story = new OutreachStory(world.Teams, cast);
        world.Start();
        foreach (var chapter in Enum.GetValues<Chapter>().SkipLast(1))
        {
            chapters.beginnings[chapter] = (world.Snapshot(), story.Id);
            world.Run(() => story.UpToAsync(chapter + 1));
            world.Settle();
        }
        return chapters;
    }

    public IEnumerable<Chapter> All => beginnings.Keys;

    /// <summary>A world at the beginning of a chapter, and what people do in it.</summary>
    public (World World, Func<Task> Story) Begin(Chapter chapter)
    {
        var (settings, id) = beginnings[chapter];
        var world = extent.World(extent.Seed + (int)chapter, settings);
        world.RestartsAfter = TimeSpan.FromSeconds(2);
        return (world, () => new OutreachStory(world.Teams, cast).GoOn(id, chapter).UpToAsync(chapter + 1));
    }

    /// <summary>Plays a chapter to its end with these faults, and says what is wrong then.</summary>
    public (World World,
        IReadOnlyList<string> Wrong) Play(
        Chapter chapter, Func<World, Func<Call, Fate?>> fates, Action<World>? prepare = null)
    {
        var (world, story) = Begin(chapter);
        prepare?.Invoke(world);
        world.Fates = fates(world);
        world.Start();
        try
        {
            world.Run(story);
            world.Settle();
        }
        catch (Exception stuck) when (stuck is TimeoutException or InvalidOperationException)
        {
            return (world, [stuck.Message]);
        }
        return (world, [.. world.Violations().Take(1).Select(violation => violation.ToString())]);
    }

    /// <summary>What has happened at the end of a chapter when all goes well.</summary>
    public string Happens(Chapter chapter) => happens.TryGetValue(chapter, out var known)
        ? known
        : happens[chapter] = Play(chapter, _ => _ => null).World.Happened();

    readonly Dictionary<Chapter, string> happens = [];

    /// <summary>Every call of a chapter to its end, when all goes well.</summary>
    public IReadOnlyList<Call> Calls(Chapter chapter)
    {
        var calls = new List<Call>();
        var (world, story) = Begin(chapter);
        world.Fates = call =>
        {
            calls.Add(call);
            return null;
        };
        world.Start();
        world.Run(story);
        world.Pass(TimeSpan.FromSeconds(20));
        return calls;
    }
}
