using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Verification;
using OutreachBot.Cards;
using OutreachBot.Channel;
using OutreachBot.Workflow.Outreach;
using BotTables = OutreachBot.Bot.Storage.Tables;

namespace OutreachBot.Simulation;

// What must hold at the end of everything.
public sealed partial class World
{
    static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);
    static readonly TimeSpan Quiet = TimeSpan.FromMinutes(3);

    /// <summary>Faults stop, and time passes until nothing is due any more, and a little longer.</summary>
    public void Settle()
    {
        Fates = null;
        foreach (var instance in instances.Where(instance => instance.IsPaused)) instance.Resume();
        if (!instances.Exists(instance => instance.IsAlive)) Start();

        Pass(Quiet);
        var end = Now + LongestWait;
        while (IsWaiting() && Now < end) Pass(TimeSpan.FromSeconds(30));
        Pass(Quiet);
    }

    /// <summary>Whether a promise is due, or was put off after a failure.</summary>
    bool IsWaiting() => Tables.Rows("requests").Any(row => row.RowKey.StartsWith("outbox|", StringComparison.Ordinal)
        && (long.Parse(row.RowKey.Split('|')[1], System.Globalization.CultureInfo.InvariantCulture) <= Now.UtcTicks
            || (row.Row.GetProperty("Attempts").GetInt32() > 0 && row.Row.GetProperty("Kind").GetString() != nameof(NoticeKind.Reminder))));

    /// <summary>Whatever is wrong with the store and with what people have got.</summary>
    /// <param name="copies">How many messages may have come twice; by default as many as were ambiguous.</param>
    public IReadOnlyList<Violation> Violations(int? copies = null)
    {
        var (all, bookings) = Everything();
        return
        [
            .. Checker.Check(all, bookings, copies ?? ambiguous.Count(call => call.IsSend), Answers()),
            .. broken.Select(failure => new Violation("I0", "instance", $"threw {failure.GetBaseException()}")),
            .. ErrorBanners == 0 ? Array.Empty<Violation>() : [new Violation("I0", "Teams", $"{ErrorBanners} error banners")],
        ];
    }

    /// <summary>Both sides, as a check reads them.</summary>
    public (Everything All, IReadOnlyList<(Workflow.PersonId, Booking)> Bookings) Everything()
    {
        var store = new WholeStore(new BotTables(
            new() { ConnectionString = Simulation.Tables.MemoryTables.ConnectionString }, new HttpClientTransport(Tables)));
        var current = instances.Last(instance => instance.IsReady).Services.GetRequiredService<CurrentAuthority>();

        // Everything is in memory, so nothing is waited for.
        var requests = store.RequestsAsync(CancellationToken.None).GetAwaiter().GetResult();
        var bookings = store.BookingsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return (new(requests, Teams.Received, current.FactsFor, Now), bookings);
    }

    // A step of a form is taken when the next one comes; everything else says whether it was done.
    IEnumerable<Answered> Answers() =>
        from one in delivered
        where IsPress(one.Activity) && one.Answer is { Status: 200, Body: not null }
        let action = one.Activity["value"]!["action"]!
        let verb = (string)action["verb"]!
        where Bot.CardActions.Commands.ContainsKey(verb)
        let operation = (string?)action["data"]![Carried.Operation]
        let request = Id((string?)action["data"]![Carried.Request])
        let taken = Taken(one.Answer!.Card, isStep: verb is Verbs.Next or Verbs.Back)
        where request is not null && operation is not null && taken is not null
        select new Answered(request.Value, operation, taken.Value);

    static RequestId? Id(string? text) => RequestId.TryParse(text, out var id) ? id : null;

    static bool? Taken(CardReader card, bool isStep) => (string?)card.Json["body"]?.AsArray().FirstOrDefault(element => element?["style"] is not null && (string?)element["type"] == "Container")?["style"] switch
    {
        "good" => true,
        "attention" or "accent" => false,
        _ when card.Heading == "That did not work" => null,
        _ => isStep ? true : null,
    };
}
