using System.Text.Json;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Verification;

/// <summary>
/// Proves of a store that nothing was lost or done twice: I1 to I4. What one workflow promises, it proves itself.
/// </summary>
public static class StoreChecks
{
    /// <summary>Everything that is wrong with one case, by itself.</summary>
    public static IEnumerable<Violation> Check(WholeCase whole)
    {
        if (whole.State is not { } state)
        {
            yield return Wrong("I1", "rows without a state");
            yield break;
        }

        var fold = whole.Versions[^1];
        if (Json(fold) != Json(state))
            yield return Wrong(
                "I1", $"the state, version {state.Version}, is not the fold of its {whole.Events.Count} events");

        foreach (var (recorded, index) in whole.Events.Select((recorded, index) => (recorded, index)))
            if (recorded.Number != index + 1)
                yield return Wrong("I3", $"event {recorded.Number} stands where event {index + 1} should");

        foreach (var what in Operations(whole, state)) yield return Wrong("I2", what);

        foreach (var item in whole.Outbox.Where(item => item.Version < 1 || item.Version > state.Version))
            yield return Wrong("I4", $"an item rests on version {item.Version}, which is not there");

        Violation Wrong(string invariant, string what) => new(invariant, whole.Id.Value, what);
    }

    // The events of one action were recorded by one person at one moment.
    static IEnumerable<string> Operations(WholeCase whole, Case state)
    {
        var versions = whole.Operations.Select(operation => operation.Version).Order().ToList();
        foreach (var version in Repeated(versions)) yield return $"two operations led to version {version}";
        if (versions.LastOrDefault(0) != state.Version) yield return "the newest version has no operation";
        foreach (var version in versions.Where(version => version < 1 || version > state.Version))
            yield return $"an operation led to version {version}, which is not there";
        foreach (var (before, after) in versions.Prepend(0).Zip(versions))
            if (whole.Events.Skip(before)
                .Take(after - before).Select(recorded => (recorded.By.Id, recorded.At)).Distinct().Count() > 1)
                yield return $"of the actions from version {before + 1} to {after} one has no operation";
    }

    static IEnumerable<int> Repeated(IEnumerable<int> versions) =>
        versions.GroupBy(version => version).Where(group => group.Count() > 1).Select(group => group.Key);

    static string Json(Case one) => JsonSerializer.Serialize(one, one.GetType(), StoredJson.Format);
}
