using OutreachBot.Scenarios.Stories;
using OutreachBot.Simulation.Tables;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Simulation.Measures;

/// <summary>Many requests at once: copies of one with everything that is stored about it, under other ids.</summary>
static class Copied
{
    /// <summary>Puts copies of a request and of its items into a store; the original stays.</summary>
    /// <returns>How many items wait in the outbox then.</returns>
    public static int Requests(MemoryTables tables, CaseId original, int copies)
    {
        var rows = tables.Rows("requests")
            .Where(row => row.RowKey.Contains($"|{original}", StringComparison.Ordinal)).ToList();
        for (var copy = 1; copy <= copies; copy++)
        {
            // In the same bucket, as the partition goes with the id.
            var id = $"{original.Bucket}-{CaseId.From((ulong)copy * 16, 16).Value[3..]}";
            foreach (var (partition, key, row) in rows)
                tables.Put("requests", partition, Renamed(key, original, id), Renamed(row.GetRawText(), original, id));
        }
        return tables.Rows("requests").Count(row => row.RowKey.StartsWith("outbox|", StringComparison.Ordinal));
    }

    /// <summary>
    /// A world in which a form 1 has been sent and nobody has been told yet, because the bot died when it had just
    /// promised each of them so.
    /// </summary>
    public static (WorldSettings Settings, CaseId Request) Untold(Extent extent)
    {
        var chapters = Chapters.Play(extent with { Prepare = null });
        var (world, story) = chapters.Begin(Chapter.Matching);
        world.RestartsAfter = null;
        var commits = 0;
        world.Fates = call =>
        {
            var text = call.IsTransaction ? System.Text.Encoding.UTF8.GetString(call.Body.Span) : "";
            if (text.Contains("|op|", StringComparison.Ordinal)) commits++;
            return commits == 2 && text.Contains("DELETE ", StringComparison.Ordinal)
                && text.Contains("-all'", StringComparison.Ordinal)
                ? new Fate.Killed(TakesEffect: true)
                : null;
        };
        var instance = world.Start();
        try
        {
            world.Run(story, TimeSpan.FromMinutes(5));
        }
        catch (TimeoutException)
        {
            // Nobody answers any more.
        }
        if (instance.IsAlive) throw new InvalidOperationException("The bot was to die.");
        var id =
            world.Tables.Rows("requests")
                .Select(row => row.RowKey).First(key => key.EndsWith("|state", StringComparison.Ordinal)).Split('|')[1];
        return (world.Snapshot(),
            CaseId.TryParse(id, out var request)
                ? request
                : throw new InvalidOperationException("There is no request."));
    }

    static string Renamed(string text, CaseId original, string id) =>
        text.Replace(original.Value, id, StringComparison.Ordinal);
}
