using System.Diagnostics;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using OutreachBot.Bot.Storage;
using OutreachBot.Simulation.Tables;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P7: an approval among 1,000, 10,000 and 100,000 open requests, and a look for what is due. The store is in memory,
/// and the time in it is taken out: what is measured is what the bot itself does.
/// </summary>
static class OpenRequestsMeasure
{
    static readonly int[] Sizes = [1_000, 10_000, 100_000];
    const int WarmUp = 4_000;
    const int Due = 32;
    const int PerRound = 50;

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var stores = new List<Store>();
        foreach (var size in Sizes) stores.Add(await Store.OpenAsync(size));
        var sweeps = new List<(long Rows, int Trips)>();
        foreach (var store in stores) sweeps.Add(await store.SweepAsync());
        var warm = await Store.OpenAsync(WarmUp);
        await warm.DecideAsync(WarmUp);
        GC.Collect();

        var micros = stores.ConvertAll(_ => new List<double>());
        var bytes = stores.ConvertAll(_ => new List<double>());
        for (var round = 0; round < Sizes[0] / PerRound; round++)
        {
            foreach (var (index, store) in stores.Index())
            {
                var (took, allocated) = await store.DecideAsync(PerRound);
                micros[index].Add(took);
                bytes[index].Add(allocated / 1024);
            }
        }

        var rows = Sizes.Index()
            .Select(size =>
                $"| {size.Item:N0} | {Spread.Of(micros[size.Index]).Median:0} | {Spread.Of(bytes[size.Index]).Median:0.0} "
                    + $"| {sweeps[size.Index].Rows} | {sweeps[size.Index].Trips} |");
        return
        [
            new(
                "P7", "cost per action with 100,000 open requests, over 1,000; rows that a sweep reads, of 32 due",
                "≤ 1.1; 32",
                $"{Spread.Of(micros[2].Zip(micros[0], (many, few) => many / few))}; {sweeps[2].Rows}",
                FormattableString.Invariant(
                    $"memory per action: {Spread.Of(bytes[2].Zip(bytes[0], (many, few) => many / few)).Median:0.00}"))
            {
                Details = string.Join(
                    '\n',
                    rows.Prepend("| --: | --: | --: | --: | --: |")
                        .Prepend(
                            "| open requests | µs an action | KB an action | rows a sweep reads | its storage "
                            + "requests |")),
            },
        ];
    }

    sealed class Store : DelegatingHandler
    {
        readonly MemoryTables memory = new(TimeProvider.System);
        readonly Tables tables;
        readonly Approvals approvals;
        (long Ticks, long Bytes, int Trips) inside;
        int next;

        Store()
        {
            InnerHandler = memory;
            tables = new(new() { ConnectionString = MemoryTables.ConnectionString }, new HttpClientTransport(this));
            approvals = new(tables);
        }

        public static async Task<Store> OpenAsync(int requests)
        {
            var store = new Store();
            await store.tables.CreateAsync(CancellationToken.None);
            await store.approvals.OpenAsync(0, requests);
            foreach (var number in Enumerable.Range(0, Due))
            {
                var notice = new Notice(Some.ProvidingHeadteacher.Person.Id, NoticeKind.Update, 1);
                await store.tables.Cases.AddEntityAsync(new NoticeItem(
                        Approvals.Id(number), notice, "due", DateTimeOffset.UtcNow.AddMinutes(-1)).ToRow());
            }
            return store;
        }

        /// <summary>Approves the next so many.</summary>
        /// <returns>Microseconds and bytes for each, without those of the store.</returns>
        public async Task<(double Micros, double Bytes)> DecideAsync(int many)
        {
            inside = default;
            var (bytes, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            for (var action = 0; action < many; action++) await approvals.DecideAsync(next++);
            var (took, allocated) = (Stopwatch.GetTimestamp() - began - inside.Ticks,
                GC.GetAllocatedBytesForCurrentThread() - bytes - inside.Bytes);
            return (took * 1e6 / Stopwatch.Frequency / many, (double)allocated / many);
        }

        /// <summary>One look into every bucket.</summary>
        public async Task<(long Rows, int Trips)> SweepAsync()
        {
            var outbox = new Outbox(
                tables, new() { Buckets = Approvals.Buckets }, TimeProvider.System, NullLogger<Outbox>.Instance);
            var (before, found) = (memory.RowsQueried, 0);
            inside = default;
            foreach (var bucket in outbox.Buckets)
                await foreach (var item in outbox.DueAsync(bucket, CancellationToken.None))
                    if (item.Name == "due") found++;
            return found == Due
                ? (memory.RowsQueried - before, inside.Trips)
                : throw new InvalidOperationException("An item was not found.");
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (bytes, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            var answer = base.SendAsync(request, cancellationToken);
            inside = (inside.Ticks + Stopwatch.GetTimestamp() - began,
                inside.Bytes + GC.GetAllocatedBytesForCurrentThread() - bytes, inside.Trips + 1);
            return answer;
        }
    }
}
