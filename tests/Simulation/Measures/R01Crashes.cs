using OutreachBot.Channel;

namespace OutreachBot.Simulation.Measures;

/// <summary>R1: a story with a crash at each call of the bot: before it, after it and the answer lost, after it and killed.</summary>
public static class R01Crashes
{
    static readonly (string Name, Fate Fate)[] Fates =
    [
        ("before", new Fate.Refused()),
        ("after, and throw", new Fate.AnswerLost()),
        ("before, and kill", new Fate.Killed(TakesEffect: false)),
        ("after, and kill", new Fate.Killed(TakesEffect: true)),
    ];

    public static Measured Run(Extent extent)
    {
        var chapters = Chapters.Play(extent.Seed, extent.Samples);
        var points = chapters.All.SelectMany(chapter => chapters.Calls(chapter).SelectMany(call => Fates.Select(fate => (chapter, call, fate)))).ToList();
        var (failures, tried, copies) = (new List<string>(), 0, 0);
        foreach (var (chapter, call, (name, fate)) in extent.Of(points))
        {
            tried++;
            var (wrong, twice) = Crash(chapters, chapter, call.Number, fate);
            copies += twice;
            failures.AddRange(wrong.Select(what => $"{chapter}, {name} {call}: {what}"));
        }
        return new("R1", "crash at every storage, connector and token call", "N/N survived", $"{tried - failures.Count}/{tried} of {points.Count}; {copies} messages twice", failures);
    }

    static (IEnumerable<string> Wrong, int Copies) Crash(Chapters chapters, Chapter chapter, int number, Fate fate)
    {
        var (world, story) = chapters.Begin(chapter);
        world.Fates = call => call.Number == number ? fate : null;
        world.Start();
        try
        {
            world.Run(story);
            world.Settle();
        }
        catch (Exception stuck) when (stuck is TimeoutException or InvalidOperationException)
        {
            return ([stuck.Message], 0);
        }
        var copies = Bot.Verification.Copies.Count(world.Teams.Received);
        return (world.Violations(copies: 1).Take(1).Select(violation => violation.ToString()), copies);
    }
}
