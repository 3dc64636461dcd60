using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Benchmarks.Doubles;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P1, P2: a headteacher's press that releases a leading teacher, from the token to the card that answers, beside two
/// others in the same process: Microsoft's stack as it is shipped with a bot that does nothing, and a bare endpoint
/// with the same check of the token and the same read and transaction. Another process sends them.
/// </summary>
static class CardActionMeasure
{
    const int Rounds = 15;
    const int PerRound = 1_000;

    const int MostWarmUp = 15;

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        using var issuer = new Issuer();
        var tables = new CannedTables(Given.ARelease.Request);
        await using var bot = await PressedBot.StartAsync(issuer, tables, MapParts);
        await using var microsoft = await MicrosoftBot.StartAsync(issuer);
        _ = ForgetAsync(bot.Services.GetRequiredService<DispatchSignals>().Written);
        using var load =
            new Load(issuer.Header, Enumerable.Range(0, (Rounds + MostWarmUp) * PerRound).Select(PressedBot.Press));

        var (overShipped, overParts, memory) = (new List<double>(), new List<double>(), new List<double>());
        var rounds = new List<(Meter Shipped, Meter Parts, Meter Ours)>();
        var trips = 0.0;
        await Meter.WarmUpAsync(MostWarmUp, RoundAsync);
        for (var round = 0; round < Rounds; round++)
        {
            var before = tables.Trips;
            var (shipped, parts, ours) = await RoundAsync();
            rounds.Add((shipped, parts, ours));
            overShipped.Add(ours.Seconds / shipped.Seconds);
            overParts.Add(ours.Seconds / parts.Seconds);
            memory.Add(ours.Bytes / shipped.Bytes);
            trips = ((tables.Trips - before) / (double)PerRound) - 2;
        }
        using var details = new StringWriter();
        await PartsMeasure.RunAsync(details);
        var micros = Micros(round => round.Ours);
        return
        [
            new("P1", "CPU per card action, over an invoke that does nothing on Microsoft's stack as shipped", "≤ 1.0",
                Spread.Of(overShipped),
                    FormattableString.Invariant($"{micros:F0} µs over {Micros(round => round.Shipped):F0} µs"))
            {
                Micros = micros,
                Details = details.ToString(),
            },
            new("P1b", "the same action, over its unavoidable parts: token, read and transaction in a bare endpoint",
                "≤ 1.3", Spread.Of(overParts),
                    FormattableString.Invariant(
                        $"{Micros(round => round.Parts):F0} µs, {Kilobytes(round => round.Parts):F0} KB")),
            new("P2", "memory allocated per card action, over the same as P1, the web server's included", "≤ 1.0",
                Spread.Of(memory),
                    $"{Kilobytes(round => round.Ours):F0} KB over {Kilobytes(round => round.Shipped):F0} KB; "
                        + $"{trips:F1} storage round trips"),
        ];

        double Micros(Func<(Meter Shipped, Meter Parts, Meter Ours), Meter> whose) =>
        Spread.Of(rounds.Select(round => whose(round).Seconds * 1e6 / PerRound)).Median;

        double Kilobytes(Func<(Meter Shipped, Meter Parts, Meter Ours), Meter> whose) =>
        Spread.Of(rounds.Select(round => whose(round).Bytes / 1024 / PerRound)).Median;

        async Task<(Meter Shipped, Meter Parts, Meter Ours)> RoundAsync() => (
            await Meter.RunAsync(() => load.SendAsync(microsoft.Urls.Single() + "/microsoft", PerRound, again: true)),
            await Meter.RunAsync(() => load.SendAsync(bot.Urls.Single() + "/parts", PerRound, again: true)),
            await Meter.RunAsync(() => load.SendAsync(bot.Urls.Single() + "/api/messages", PerRound)));
    }

    // In place of the dispatcher: items that nobody takes would make work for the collector.
    static async Task ForgetAsync(ChannelReader<OutboxItem> written)
    {
        await foreach (var _ in written.ReadAllAsync()) ;
    }

    static void MapParts(WebApplication app)
    {
        var table = new TableClient(
            PressedBot.NoStorage, "requests",
            new TableClientOptions { Transport = app.Services.GetRequiredService<HttpPipelineTransport>() });
        var rows = Approvals.Transaction(0, new("x"));
        var state = rows[0].Entity;
        app.MapPost("/parts", async (HttpContext http, BareActivity activity) =>
        {
            var read = await table.GetEntityIfExistsAsync<TableEntity>(
                state.PartitionKey, state.RowKey, cancellationToken: http.RequestAborted);
            var written = await table.SubmitTransactionAsync(rows, http.RequestAborted);
            return new BareAnswer(200, activity.Type, read.HasValue && written.Value.Count == rows.Count);
        }).RequireAuthorization(ChannelTokens.Policy);
    }

    sealed record BareActivity(
        string Type, string? Name, string? Id, string? ServiceUrl, JsonElement Value,
        [property: JsonPropertyName("from")] BareFrom? From);

    sealed record BareFrom(string? AadObjectId);

    sealed record BareAnswer(int StatusCode, string Type, bool Done);
}
