namespace OutreachBot.Simulation.Measures;

/// <summary>What one instance calls in an hour in which nobody does anything.</summary>
/// <param name="Looks">Storage requests for what is due in a bucket.</param>
/// <param name="Watch">Storage requests for whether the directory has changed.</param>
/// <param name="Others">Any other calls.</param>
/// <param name="Rows">Rows that the looks have found.</param>
public sealed record IdleHour(int Looks, int Watch, int Others, long Rows)
{
    public const int Buckets = 16;

    public double AMinute => (Looks + Watch) / 60.0;

    public static IdleHour Pass(string samples)
    {
        var world = new World(1, new(samples) { Tables = Stores.With(samples), Buckets = Buckets });
        world.Start();
        world.Pass(TimeSpan.FromMinutes(5));

        var calls = new List<Call>();
        world.Fates = call =>
        {
            calls.Add(call);
            return null;
        };
        var rows = world.Tables.RowsQueried;
        world.Pass(TimeSpan.FromHours(1));

        var (looks, watch) = (calls.Count(IsOf("requests")), calls.Count(IsOf("directory")));
        return new(looks, watch, calls.Count - looks - watch, world.Tables.RowsQueried - rows);

        static Func<Call, bool> IsOf(string table) =>
        call => call.Kind is CallKind.Storage && call.Path.Contains($"/{table}", StringComparison.Ordinal);
    }
}
