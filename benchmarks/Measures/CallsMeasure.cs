using OutreachBot.Rehearsal;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P4, P5: what each press of a whole story asks of storage and of Teams before it is answered, and asks again when it
/// is delivered again. One instance answers and sends nothing; another sends and answers nothing. Virtual time, every
/// call counted.
/// </summary>
static class CallsMeasure
{
    public static Task<IReadOnlyList<Figure>> RunAsync()
    {
        var story = CountedStory.Play(Path.Combine(Repository.Root, "samples"));
        var (fresh, again) = (story.Fresh, story.Again);
        var more = fresh.Zip(again).Where(press => press.First.Trips > 2)
            .Select(press => $"| {press.First.Verb} | {press.First.Trips} | {press.Second.Trips} |").Distinct();
        var elsewhere = fresh.Concat(again).Sum(press => press.Elsewhere);
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new(
                "P4", "storage round trips: action / redelivery / conflict", "2 / 2 / ≤ 4",
                $"{Middle(fresh)} / {Middle(again)} / {story.OfALoser}",
                $"the middle press; {fresh.Count(press => press.Trips == 2)} of {fresh.Count} make 2, the others are "
                + "listed below")
            {
                Details = string.Join(
                    '\n',
                    more.Prepend("| --- | --: | --: |").Prepend("| press | storage requests | delivered again |")),
            },
            new("P5", "connector, token and Graph calls before the answer", "0", $"{elsewhere}",
                $"{fresh.Count + again.Count} presses"),
        ]);
    }

    static int Middle(IReadOnlyList<CountedPress> presses) =>
        presses.Select(press => press.Trips).Order().ElementAt(presses.Count / 2);
}
