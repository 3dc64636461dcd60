using System.Text;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using OutreachBot.Benchmarks.Doubles;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// Where the time and the memory of a card action go: each part by itself, and then all of it, on one thread.
/// </summary>
static class PartsMeasure
{
    const int Times = 10_000;
    const int MostWarmUp = 10;

    /// <summary>Prints a line for each part: its name, microseconds of processor time, kilobytes.</summary>
    public static async Task RunAsync(TextWriter output, string only = "")
    {
        await output.WriteLineAsync("| part | µs | KB |\n| --- | --- | --- |");
        using var issuer = new Issuer();
        var header = issuer.Header;
        var body = Encoding.UTF8.GetBytes(PressedBot.Press(0));

        var release = Given.ARelease;
        var head = Some.ProvidingHeadteacher;
        var before = release.Request;
        await using var bot = await PressedBot.StartAsync(issuer, new CannedTables(before));
        var (tables, signals) = (bot.Services.GetRequiredService<Tables>(),
            bot.Services.GetRequiredService<DispatchSignals>());
        var quiet = new ChannelAdapter(
            bot.Services.GetRequiredService<ChannelAuthentication>(),
            bot.Services.GetRequiredService<ActivityValidation>(), new Quiet());
        var token = await PressedBot.TokenAsync(Http());
        var activity = await ActivityBody.ReadAsync(Http().Request, default);

        var row = CaseRows.State(before, Approvals.Workflows.All[0]);
        var decided = (Decision.Accepted)Decider.Decide(
            before, new RequestCommand.AgreeRelease(""), head, release.Facts);
        Recorded[] recorded =
        [
            .. decided.Events.Select(
                (what, index) => new Recorded(before.Version + index + 1, DateTimeOffset.UnixEpoch, head.Person, what))
        ];
        var after = recorded.Aggregate(before, Evolution.Evolve);
        var called = RequestConsequences.Of(before, after, recorded, release.Facts);
        var fanOut = FanOutItem.Of(before.Id, before.Version, recorded[^1], called) with
        {
            Claim = signals.Instance,
            Tag = new("x")
        };
        List<TableTransactionAction> Rows() => Approvals.Transaction(0, new("x"));
        var rows = Rows();
        var card = CardFor.Request(new RequestView(after, head, release.Facts))!;
        var json = JsonSerializer.Create();

        await PartAsync("the token", () => PressedBot.TokenAsync(Http()));
        await PartAsync("the body as an activity", () => ActivityBody.ReadAsync(Http().Request, default));
        await PartAsync("a turn that does nothing", () => quiet.AnswerAsync(token, activity, default));
        await PartAsync(
            "reading the row",
            async () =>
                await tables.Cases.GetEntityIfExistsAsync<TableEntity>(before.Id.Bucket, Keys.State(before.Id)));
        Part("the request out of its row", () => CaseRows.Read(row, Approvals.Workflows));
        Part("the decision, the request after it, who is told and the rows", Rows);
        await PartAsync(
            $"the transaction of {rows.Count} rows", async () => await tables.Cases.SubmitTransactionAsync(rows));
        Part("the card", () => CardFor.Request(new RequestView(after, head, release.Facts)));
        Part("the card as JSON", () =>
        {
            json.Serialize(new JsonTextWriter(TextWriter.Null), card);
            return null;
        });
        await PartAsync("all of it, press by press, without a web server", async () =>
        {
            await PressedBot.AnswerAsync(bot, Http());
            while (signals.Written.TryRead(out _))
            {
            }
        });
        await PartAsync($"behind the answer: one item spread into {called.Notices.Count + called.Alignments.Count}",
            async () =>
            {
                await bot.Services.GetRequiredService<FanOut>().SpreadAsync(fanOut, default);
                while (signals.Written.TryRead(out _))
                {
                }
            });

        HttpContext Http() => PressedBot.Http(bot, header, body, Stream.Null);

        void Part(string name, Func<object?> act) => PartAsync(name, () =>
        {
            act();
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();

        async Task PartAsync(string name, Func<Task> act)
        {
            if (!name.StartsWith(only, StringComparison.Ordinal)) return;
            await Meter.WarmUpAsync(MostWarmUp, RoundAsync);
            var (bytes, cpu) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
            await RoundAsync();
            var (took, allocated) = (Environment.CpuUsage.TotalTime - cpu,
                GC.GetAllocatedBytesForCurrentThread() - bytes);
            await output.WriteLineAsync(FormattableString.Invariant(
                $"| {name} | {took.TotalMicroseconds / Times:F0} | {allocated / 1024.0 / Times:F1} |"));

            async Task RoundAsync()
            {
                for (var time = 0; time < Times; time++) await act();
            }
        }
    }

    sealed class Quiet : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            Task.CompletedTask;
    }
}
