using OutreachBot.Channel;

namespace OutreachBot.Simulation.Measures;

/// <summary>
/// One story, cut where a chapter begins: a world for each chapter in which everything before it has happened, so that a
/// fault can be tried at each call of it without playing the whole story each time.
/// </summary>
public sealed class Chapters
{
    readonly Dictionary<Chapter, (WorldSettings Settings, string Id)> beginnings = [];
    readonly Cast cast;
    readonly int seed;

    Chapters(int seed, Cast cast) => (this.seed, this.cast) = (seed, cast);

    public static Chapters Play(int seed, string samples)
    {
        var world = new World(seed, new(samples) { Tables = Stores.With(samples) });
        var cast = new Casts(samples, DateOnly.FromDateTime(world.Now.Date)).Next();
        var chapters = new Chapters(seed, cast);
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
        var world = new World(seed + (int)chapter, settings) { RestartsAfter = TimeSpan.FromSeconds(2) };
        return (world, () => new OutreachStory(world.Teams, cast).GoOn(id, chapter).UpToAsync(chapter + 1));
    }

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
