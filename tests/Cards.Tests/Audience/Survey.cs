using System.Collections.Concurrent;
using OutreachBot.Scenarios.Audience;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests.Audience;

/// <summary>Goes through all pairs of state and person once, and keeps what the tests ask about.</summary>
sealed class Survey
{
    const int End = 100;

    readonly ConcurrentDictionary<(string Id, Kind Kind), int> first = [];
    int pairs;
    int cards;

    public Survey() =>
        Parallel.ForEach(CanaryStory.States, () => new Sight(), Look, sight => Interlocked.Add(ref cards, sight.Cards));

    public int Pairs => pairs;

    public int Cards => cards;

    public ConcurrentBag<string> Leaks { get; } = [];

    public ConcurrentBag<string> ToStrangers { get; } = [];

    /// <summary>From when on whoever is only this has seen each row of the table.</summary>
    public IReadOnlyDictionary<(string Id, Kind Kind), string> First => first.ToDictionary(
        one => one.Key, one => one.Value == End ? "end" : $"{(Stage)one.Value}");

    Sight Look((string, Scenario) state, ParallelLoopState loop, Sight sight)
    {
        foreach (var scene in Scene.Of(state))
        {
            Interlocked.Increment(ref pairs);
            var seen = sight.Seen(scene.Given, scene.Viewer);
            if (scene.Kinds.Count == 0 && seen.Count > 0) ToStrangers.Add($"{scene}");
            foreach (var canary in seen) Judge(scene, canary);
        }
        return sight;
    }

    void Judge(Scene scene, Canary canary)
    {
        var own = scene.IsOwn(canary);
        var row = Canaries.RowOf(canary, scene.Request);

        // One text may stand for several things, and is no leak if one of them is allowed.
        var namesakes = Canaries.Everything.Where(other => other.Texts.Any(canary.Texts.Contains))
            .Select(other => Canaries.RowOf(other, scene.Request));
        if (!own && !namesakes.Any(one => AudienceTable.Law.MaySee(one, scene.Kinds, scene.Request)))
            Leaks.Add($"{row}: {scene}");

        if (own && !Viewers.Cast.Contains(scene.Viewer)) return;
        if (scene.Kinds.Except([Kind.Former]).ToList() is [var only])
            first.AddOrUpdate(
                (row, only), Moment(scene.Request), (_, before) => Math.Min(before, Moment(scene.Request)));
    }

    static int Moment(Request request) =>
        request.Payment is null ? AudienceTable.Place(AudienceTable.Reached(request)) : End;
}
