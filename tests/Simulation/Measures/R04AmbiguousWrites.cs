namespace OutreachBot.Simulation.Measures;

/// <summary>
/// R4: each write of a story takes effect and its answer is lost, late or false; nothing is done twice or refused for
/// it.
/// </summary>
public static class R04AmbiguousWrites
{
    static readonly (string Name, Fate Fate)[] Fates =
    [
        ("the answer lost", new Fate.AnswerLost()),
        ("no answer, and no effect", new Fate.Unanswered(null)),
        ("no answer, effect after 1 s", new Fate.Unanswered(TimeSpan.FromSeconds(1))),
        ("no answer, effect after 5 s", new Fate.Unanswered(TimeSpan.FromSeconds(5))),
        ("no answer, effect after 20 s", new Fate.Unanswered(TimeSpan.FromSeconds(20))),
        ("503 although it was done", new Fate.Answered(503, "ServerBusy", TakesEffect: true)),
        ("a conflict with itself", new Fate.Answered(412, "UpdateConditionNotSatisfied", TakesEffect: true)),
    ];

    public static Measured Run(Extent extent)
    {
        var chapters = Chapters.Play(extent);
        var points = chapters.All.SelectMany(chapter => chapters.Calls(chapter)
                .Where(call => call.IsWrite).SelectMany(call => Fates.Select(fate => (chapter, call, fate)))).ToList();
        var (failures, tried, conflicts) = (new List<string>(), 0, 0);
        foreach (var (chapter, at, (name, fate)) in extent.Of(points))
        {
            var (world, wrong) = chapters.Play(chapter, _ => call => call.Number == at.Number ? fate : null);
            tried++;
            var refused = world.Answers().Count(answer => !answer.Taken);
            conflicts += refused;
            if (refused > 0) wrong = [.. wrong, $"{refused} presses were refused"];
            if (wrong.Count == 0 && world.Happened() != chapters.Happens(chapter))
                wrong = [$"another outcome: {world.Happened()}"];
            failures.AddRange(wrong.Select(what => $"{chapter}, {name} {at}: {what}"));
        }
        return new(
            "R4", "ambiguous and late commits on every write", "wrong outcomes 0, false conflicts 0",
            $"wrong outcomes {failures.Count}, false conflicts {conflicts} in {tried}", failures);
    }
}
