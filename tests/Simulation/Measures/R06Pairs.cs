using System.Text.Json.Nodes;
using OutreachBot.Scenarios.Stories;

namespace OutreachBot.Simulation.Measures;

/// <summary>
/// R6: all pairs of actions that the cards of one moment offer, done at the same time on two instances. What comes of
/// them is what would have come of one after the other: where they exclude each other, exactly one wins.
/// </summary>
public static class R06Pairs
{
    const int Orders = 3;

    public static Measured Run(Extent extent)
    {
        var chapters = Chapters.Play(extent);
        var pairs = (
            from chapter in chapters.All
            let actions = Actions(chapters.Begin(chapter).World)
            from first in Enumerable.Range(0, actions.Count)
            from second in Enumerable.Range(first + 1, actions.Count - first - 1)
            select (chapter, First: actions[first], Second: actions[second])).ToList();

        var (failures, tried, exclusive) = (new List<string>(), 0, 0);
        foreach (var (chapter, first, second) in extent.Of(pairs))
        {
            tried++;
            string[] oneByOne = [InTurn(chapters, chapter, first, second), InTurn(chapters, chapter, second, first)];
            if (oneByOne.All(outcome => outcome.EndsWith("one refused", StringComparison.Ordinal))) exclusive++;
            foreach (var order in Enumerable.Range(0, Orders))
            {
                var (outcome, wrong) = AtOnce(chapters, chapter, first, second, order);
                if (wrong.Count == 0 && !oneByOne.Contains(outcome)) wrong = [$"neither order gives this: {outcome}"];
                failures.AddRange(
                    wrong.Select(what => $"{chapter}, {Name(first)} against {Name(second)}, order {order}: {what}"));
            }
        }
        return new(
            "R6", "all pairs of actions on one version, on two instances", "exactly one winner each",
            $"{failures.Count} wrong in {tried * Orders} races of {tried} pairs; {exclusive} pairs exclude each other, one winner each", failures);
    }

    /// <summary>Every press that changes something which the newest cards offer.</summary>
    static List<JsonObject> Actions(World world) =>
    [
        .. from chat in world.Teams.Chats
           where chat.Messages.Count > 0 && chat.Newest.Card.Request.Length > 0
           from button in chat.Newest.Card.Buttons.Select((button, index) => (button, index))
           where Verification.Everything.Decides(button.button.Verb)
           select Filling.Press(world, chat, chat.Newest, button.button),
    ];

    static string InTurn(Chapters chapters, Chapter chapter, JsonObject first, JsonObject second)
    {
        var world = Begin(chapters, chapter);
        world.Run(async () =>
        {
            await world.DeliverAsync(first);
            await world.DeliverAsync(second);
        });
        return Outcome(world);
    }

    static (string Outcome,
        IReadOnlyList<string> Wrong) AtOnce(
        Chapters chapters, Chapter chapter, JsonObject first, JsonObject second, int order)
    {
        var world = Begin(chapters, chapter);
        world.Skip(order);
        world.Run(async () =>
        {
            var one = world.OnceAsync(first, world.Instances[0]);
            var other = world.OnceAsync(second, world.Instances[1]);
            world.Keep(first, await one);
            world.Keep(second, await other);
        });
        var outcome = Outcome(world);
        world.Settle();
        return (outcome, [.. world.Violations().Take(1).Select(violation => violation.ToString())]);
    }

    static World Begin(Chapters chapters, Chapter chapter)
    {
        var (world, _) = chapters.Begin(chapter);
        world.Start();
        world.Start();
        world.Until(
            () => world.Instances.All(instance => instance.IsReady), TimeSpan.FromMinutes(1),
            "The bot does not start.");
        return world;
    }

    static string Outcome(World world)
    {
        var taken = world.Answers().TakeLast(2).Count(answer => answer.Taken);
        return $"{world.Happened()} {(taken == 2 ? "both taken" : taken == 1 ? "one refused" : "both refused")}";
    }

    static string Name(JsonObject press) => $"{press["from"]!["name"]} {press["value"]!["action"]!["verb"]}";
}
