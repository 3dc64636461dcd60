using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Benchmarks.Doubles;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P1, P2: a headteacher's press that releases a leading teacher, from the token to the card that answers, beside a bare
/// endpoint that checks the same token, reads the same body and answers in a line. Another process sends them.
/// </summary>
static class CardActionMeasure
{
    const int Rounds = 15;
    const int PerRound = 2_000;

    const int MostWarmUp = 60;

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        using var issuer = new Issuer();
        var tables = new CannedTables(Given.ARelease.Request);
        await using var bot = await PressedBot.StartAsync(issuer, tables);
        await using var bare = await StartBareAsync(issuer);
        _ = ForgetAsync(bot.Services.GetRequiredService<Wakeups>().Written);
        using var load = new Load(issuer.Header, Enumerable.Range(0, (Rounds + MostWarmUp) * PerRound).Select(PressedBot.Press));

        var ratios = new List<double>();
        var (bytes, cpu, trips) = (new List<double>(), new List<double>(), 0.0);
        await Meter.WarmUpAsync(MostWarmUp, RoundAsync);
        for (var round = 0; round < Rounds; round++)
        {
            var before = tables.Trips;
            var (plain, ours) = await RoundAsync();
            ratios.Add(ours.Seconds / plain.Seconds);
            cpu.Add(ours.Seconds * 1e6 / PerRound);
            bytes.Add(ours.Bytes / PerRound / 1024);
            trips = (tables.Trips - before) / (double)PerRound;
        }
        using var parts = new StringWriter();
        await PartsMeasure.RunAsync(parts);
        return
        [
            new("P1", "CPU per card action, over a bare endpoint with the same token check", "≤ 2.0", Spread.Of(ratios), $"{Spread.Of(cpu).Median:F0} µs")
            {
                Micros = Spread.Of(cpu).Median,
                Details = parts.ToString(),
            },
            new("P2", "memory allocated per card action, KB, the web server's included", "≤ 40", Spread.Of(bytes), $"{trips:F1} storage round trips"),
        ];

        async Task<(Meter Plain, Meter Ours)> RoundAsync()
        {
            var plain = await Meter.RunAsync(() => load.SendAsync(bare.Urls.Single() + "/bare", PerRound, again: true));
            return (plain, await Meter.RunAsync(() => load.SendAsync(bot.Urls.Single() + "/api/messages", PerRound)));
        }
    }

    // In place of the dispatcher: promises that nobody takes would make work for the collector.
    static async Task ForgetAsync(ChannelReader<Promise> written)
    {
        await foreach (var _ in written.ReadAllAsync()) ;
    }

    static async Task<WebApplication> StartBareAsync(Issuer issuer)
    {
        var builder = PressedBot.Builder();
        builder.Services.AddSingleton<IHttpClientFactory>(issuer);
        var app = builder.Build();
        var tokens = new Microsoft.Bot.Builder.Integration.AspNet.Core.ConfigurationBotFrameworkAuthentication(
            builder.Configuration, httpClientFactory: issuer);
        app.MapPost("/bare", async (HttpContext http, BareActivity activity) =>
        {
            var identity = await tokens.AuthenticateChannelRequestAsync(http.Request.Headers.Authorization!, http.RequestAborted);
            return new BareAnswer(200, activity.Type, identity.IsAuthenticated);
        });
        await app.StartAsync();
        return app;
    }

    sealed record BareActivity(string Type, string? Name, string? Id, string? ServiceUrl, JsonElement Value, [property: JsonPropertyName("from")] BareFrom? From);

    sealed record BareFrom(string? AadObjectId);

    sealed record BareAnswer(int StatusCode, string Type, bool Known);
}
