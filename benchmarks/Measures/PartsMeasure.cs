using System.Text;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using OutreachBot.Benchmarks.Doubles;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>Where the time and the memory of a card action go: each part by itself, and then all of it, on one thread.</summary>
static class PartsMeasure
{
    const int Times = 20_000;

    /// <summary>Prints a line for each part: its name, microseconds of processor time, kilobytes.</summary>
    public static async Task RunAsync(TextWriter output, string only = "")
    {
        await output.WriteLineAsync("| part | µs | KB |\n| --- | --- | --- |");
        using var issuer = new Issuer();
        var header = issuer.Header;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("MicrosoftAppId", Issuer.AppId)]).Build();
        var authentication = new ConfigurationBotFrameworkAuthentication(settings, httpClientFactory: issuer);
        var adapter = new CloudAdapter(authentication);
        var body = Encoding.UTF8.GetBytes(PressedBot.Press(0));
        var quiet = new Quiet();

        var release = Given.ARelease;
        var head = Some.ProvidingHeadteacher;
        var before = release.Request;
        var tables = new Tables(new() { ConnectionString = PressedBot.NoStorage }, new CannedTables(before));
        var row = RequestRows.State(before);
        var decided = (Decision.Accepted)Decider.Decide(before, new Command.AgreeRelease(""), head, release.Facts);
        Recorded[] recorded = [.. decided.Events.Select((what, index) => new Recorded(before.Version + index + 1, DateTimeOffset.UnixEpoch, head.Person, what))];
        var after = recorded.Aggregate(before, Evolution.Evolve);
        var notices = Notices.After(before, after, recorded, release.Facts);
        var promises = notices.Select((notice, index) => new Promise(before.Id, notice, $"{index}", notice.Due ?? DateTimeOffset.UnixEpoch)).ToList();
        List<TableTransactionAction> Rows() =>
        [
            new(TableTransactionActionType.UpdateReplace, RequestRows.State(after), new("x")),
            new(TableTransactionActionType.Add, RequestRows.Operation(before.Id, new("operation", head.Person.Id, "agree-release", "hash", before.Version), after.Version)),
            .. recorded.Select(one => new TableTransactionAction(TableTransactionActionType.Add, RequestRows.Event(before.Id, one))),
            .. promises.Select(promise => new TableTransactionAction(TableTransactionActionType.Add, promise.ToRow())),
            new(TableTransactionActionType.UpsertMerge, RequestRows.Card(before.Id, head.Person.Id, new("a:1", "m1"))),
        ];
        var rows = Rows();
        var view = new View(after, head, release.Facts);
        var card = CardFor.Request(view)!;
        var json = JsonSerializer.Create();

        await PartAsync("the token", async () => await authentication.AuthenticateChannelRequestAsync(header, default));
        await PartAsync("the token, the body and a turn that does nothing", () => TurnAsync(adapter, quiet));
        await PartAsync("reading the row", async () => await tables.Requests.GetEntityIfExistsAsync<TableEntity>(before.Id.Bucket, Keys.State(before.Id)));
        Part("the request out of its row", () => RequestRows.Read(row));
        Part("the decision", () => Decider.Decide(before, new Command.AgreeRelease(""), head, release.Facts));
        Part("the request after it", () => recorded.Aggregate(before, Evolution.Evolve));
        Part("who is told", () => Notices.After(before, after, recorded, release.Facts));
        Part("the rows", Rows);
        await PartAsync($"the transaction of {rows.Count} rows", async () => await tables.Requests.SubmitTransactionAsync(rows));
        Part("the card", () => CardFor.Request(new View(after, head, release.Facts)));
        Part("the card as JSON", () =>
        {
            json.Serialize(new JsonTextWriter(TextWriter.Null), card);
            return null;
        });

        await using var bot = await PressedBot.StartAsync(issuer, new CannedTables(before));
        var (whole, written) = (bot.Services.GetRequiredService<CloudAdapter>(), bot.Services.GetRequiredService<Wakeups>().Written);
        await PartAsync("all of it, press by press, without a web server", async () =>
        {
            await TurnAsync(whole, bot.Services.GetRequiredService<IBot>());
            while (written.TryRead(out _))
            {
            }
        });

        Task TurnAsync(CloudAdapter by, IBot what)
        {
            var http = new DefaultHttpContext();
            http.Request.Method = "POST";
            http.Request.Headers.Authorization = header;
            http.Request.ContentLength = body.Length;
            http.Request.Body = new MemoryStream(body);
            return by.ProcessAsync(http.Request, http.Response, what);
        }

        void Part(string name, Func<object?> act) => PartAsync(name, () =>
        {
            act();
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();

        async Task PartAsync(string name, Func<Task> act)
        {
            if (!name.StartsWith(only, StringComparison.Ordinal)) return;
            for (var time = 0; time < Times; time++) await act();
            var (bytes, cpu) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
            for (var time = 0; time < Times; time++) await act();
            var (took, allocated) = (Environment.CpuUsage.TotalTime - cpu, GC.GetAllocatedBytesForCurrentThread() - bytes);
            await output.WriteLineAsync(FormattableString.Invariant($"| {name} | {took.TotalMicroseconds / Times:F0} | {allocated / 1024.0 / Times:F1} |"));
        }
    }

    sealed class Quiet : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
