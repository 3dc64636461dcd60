using System.Diagnostics;
using Azure.Data.Tables;
using OutreachBot.Bot.Storage;
using OutreachBot.Rehearsal;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P6: approvals a second on a real Azurite, over the same transactions without the bot, with and without the read
/// before them.
/// </summary>
static class ThroughputMeasure
{
    const int Callers = 8;
    const int PerRound = 300;
    const int Rounds = 15;
    const int WarmUp = 3;

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("azurite-");
        try
        {
            await using var azurite = await Azurite.StartAsync(folder.FullName, CancellationToken.None);
            var tables = new Tables(new() { ConnectionString = azurite.ConnectionString });
            await tables.CreateAsync(CancellationToken.None);
            return [await MeasureAsync(new Approvals(tables))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<Figure> MeasureAsync(Approvals approvals)
    {
        var (next, rows) = (0, 0);
        var (overWrites, overBoth, rates) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var ours = await FreshAsync();
            var decided = await RateAsync(ours.Keys, number => approvals.DecideAsync(number));
            var raw = await FreshAsync();
            var written = await RateAsync(raw.Keys, number => approvals.WriteAsync(raw[number]));
            var read = await FreshAsync();
            var both = await RateAsync(read.Keys, async number =>
            {
                await approvals.ReadAsync(number);
                await approvals.WriteAsync(read[number]);
            });
            if (round < 0) continue;

            rows = raw.First().Value.Count;
            rates.Add(decided);
            overWrites.Add(decided / written);
            overBoth.Add(decided / both);
        }
        return new(
            "P6", "actions a second, over raw transactions a second of the same Azurite", "≥ 0.8",
            Spread.Of(overWrites),
            $"over the same read and transaction {Spread.Of(overBoth)}; {Spread.Of(rates).Median:0} actions a "
                + $"second, {Callers} callers, {rows} rows each");

        async Task<Dictionary<int, List<TableTransactionAction>>> FreshAsync()
        {
            var opened = await approvals.OpenAsync(next, PerRound);
            next += PerRound;
            return opened.ToDictionary(one => one.Key, one => Approvals.Transaction(one.Key, one.Value));
        }
    }

    static async Task<double> RateAsync(IEnumerable<int> numbers, Func<int, Task> act)
    {
        var queue = new System.Collections.Concurrent.ConcurrentQueue<int>(numbers.Order());
        GC.Collect();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (queue.TryDequeue(out var number)) await act(number);
        }));
        return PerRound / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
