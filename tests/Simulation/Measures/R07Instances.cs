namespace OutreachBot.Simulation.Measures;

/// <summary>
/// R7: two and three instances, one of which stands still now and then for longer than its claims hold.
/// </summary>
public static class R07Instances
{
    const int Worlds = 60;

    // One pause at the wrong moment may repeat as many as this in one workload; the rate is of all worlds together.
    const int MostCopies = 6;
    const double MostOfAll = 0.001;

    public static Measured Run(Extent extent)
    {
        var (failures, pauses, copies, sent, lost) = (new List<string>(), 0, 0, 0, 0);
        foreach (var index in Enumerable.Range(0, extent.Of(Worlds)))
        {
            var random = new Random((extent.Seed * 1000) + index);
            var still = new Pauses(random, Every: TimeSpan.FromMinutes(4), Longest: TimeSpan.FromMinutes(2));
            var (world, wrong) = new Workload(
                (extent.Seed * 1000) + index, Requests: 6, Instances: 2 + (index % 2))
            { Besides = still.HappenAsync }
                .Play(extent);
            pauses += still.Happened;
            copies += Verification.Copies.Count(world.Everything().All);
            sent += world.Teams.Received.Count(one => one is { IsNew: true, IsAnswer: false, TookEffect: true });
            lost += wrong.Count;
            failures.AddRange(wrong.Select(what => $"workload {index}: {what}"));
        }
        if (copies > MostCopies) failures.Add($"{copies} of {sent} messages came twice");
        return new(
            "R7", "2–3 instances, pauses longer than any claim", "lost 0, duplicates ≤ 0.1 %",
            $"lost {lost}, {copies} of {sent} messages came twice, {pauses} pauses", failures)
        { Rate = new(copies, sent, MostOfAll, "messages came twice") };
    }
}
