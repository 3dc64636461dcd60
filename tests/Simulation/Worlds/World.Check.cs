using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards.Elements;
using OutreachBot.Channel;
using OutreachBot.Simulation.Verification;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using BotTables = OutreachBot.Bot.Storage.Tables;

namespace OutreachBot.Simulation;

// What must hold at the end of everything.
public sealed partial class World
{
    static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);
    // What an instance has written whose clock is ahead is due when the others' clocks have come so far.
    static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(25);
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

    /// <summary>Whether an item is due, or was put off after a failure.</summary>
    internal bool IsWaiting() =>
        Tables.Rows("requests").Any(row => row.RowKey.StartsWith("outbox|", StringComparison.Ordinal)
            && (long.Parse(
                row.RowKey.Split('|')[1],
                System.Globalization.CultureInfo.InvariantCulture) <= (Now + ClocksDiffer).UtcTicks
                || (row.Row.GetProperty("Attempts").GetInt32() > 0
                    && row.Row.GetProperty("Kind").GetString() != nameof(NoticeKind.Reminder))));

    /// <summary>Whatever is wrong with the store and with what people have got.</summary>
    /// <param name="copies">How many messages may have come twice; by default as many as were interrupted.</param>
    public IReadOnlyList<Violation> Violations(int? copies = null)
    {
        var (all, bookings) = Everything();
        return
        [
            .. Checker.Check(all, bookings, copies ?? ForgivenCopies, Answers()),
            .. broken.Select(failure => new Violation("I0", "instance", $"threw {failure.GetBaseException()}")),
            .. Strays == 0
                ? Array.Empty<Violation>()
                : [new Violation("I0", "world", $"code went on in another thread {Strays} times")],
            .. ErrorBanners == 0
                ? Array.Empty<Violation>()
                : [new Violation("I0", "Teams", $"{ErrorBanners} error banners")],
        ];
    }

    /// <summary>What has happened to every request: each event with who caused it.</summary>
    public string Happened() =>
        string.Join('\n', Everything().All.Requests.Values.OrderBy(whole => whole.Id.Value, StringComparer.Ordinal)
            .Select(whole =>
                $"{whole.Id}: {string.Join(", ", whole.Events.Select(recorded => $"{recorded.What.GetType().Name} by {recorded.By.Name}"))}"));

    /// <summary>Both sides, as a check reads them.</summary>
    public (Everything All, IReadOnlyList<(PersonId, Booking)> Bookings) Everything()
    {
        var store = new WholeStore(new BotTables(
            new() { ConnectionString = Simulation.Tables.MemoryTables.ConnectionString },
            new HttpClientTransport(Tables)), Verification.Everything.Workflows);
        var current = instances.Last(instance => instance.IsReady).Services.GetRequiredService<CurrentAuthority>();

        // Everything is in memory, so nothing is waited for.
        var requests = store.CasesAsync(CancellationToken.None).GetAwaiter().GetResult();
        var bookings = store.BookingsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return (new(requests, Teams.Received, current.FactsFor, Now), bookings);
    }

    // A step of a form is taken when the next one comes; everything else says whether it was done.
    /// <summary>What people were told about their presses.</summary>
    public IEnumerable<Answered> Answers() =>
        from one in delivered
        where IsPress(one.Activity) && one.Answer is { Status: 200, Body: not null }
        let action = one.Activity["value"]!["action"]!
        let verb = (string)action["verb"]!
        where Verification.Everything.Decides(verb)
        let operation = (string?)action["data"]![ActionData.Operation]
        let request = Id((string?)action["data"]![ActionData.Request])
        let taken = Taken(one.Answer!.Card, isStep: verb is Verbs.Next or Verbs.Back)
        where request is not null && operation is not null && taken is not null
        let person = new PersonId(
            (string)one.Activity["conversation"]!["tenantId"]!, (string)one.Activity["from"]!["aadObjectId"]!)
        select new Answered(request.Value, operation, person, (int)action["data"]![ActionData.Version]!, taken.Value);

    static CaseId? Id(string? text) => CaseId.TryParse(text, out var id) ? id : null;

    static bool? Taken(CardReader card, bool isStep) => (string?)card.Json["body"]?.AsArray()
        .FirstOrDefault(
            element => element?["style"] is not null && (string?)element["type"] == "Container")?["style"] switch
    {
        "good" => true,
        "attention" or "accent" => false,
        _ when card.Heading == "That did not work" => null,
        _ => isStep ? true : null,
    };
}
