using System.Globalization;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Verification;

/// <summary>
/// <c>dotnet run --project src/Bot -- verify</c>: checks the store that the settings name, and says what it found. With
/// <c>--received file</c> it also checks what a connector received, and with <c>--ambiguous number</c> it takes that
/// many messages that came twice.
/// </summary>
static class Verify
{
    public static bool IsAskedFor(string[] args) => args.Contains("verify");

    /// <returns>0 when all is well, 1 when something must never have been.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output)
    {
        var store = new WholeStore(services.GetRequiredService<Tables>());
        var requests = await store.RequestsAsync(CancellationToken.None);
        var bookings = await store.BookingsAsync(CancellationToken.None);
        var current = services.GetRequiredService<CurrentAuthority>();
        current.Replace(
            (await services.GetRequiredService<AuthorityTable>().ReadAsync(CancellationToken.None)).ToAuthority());

        var violations = Argument(args, "--received") is { } file
            ? Checker.Check(
                new Everything(
                    requests, await Received.ReadAsync(file), current.FactsFor,
                    services.GetRequiredService<TimeProvider>().GetUtcNow()),
                bookings,
                int.Parse(Argument(args, "--ambiguous") ?? "0", CultureInfo.InvariantCulture),
                []).ToList()
            : requests.Values.SelectMany(Checker.Check).Concat(Checker.Check(requests, bookings, current.Authority))
                .ToList();
        foreach (var violation in violations)
            await output.WriteLineAsync($"{violation.Invariant}  {violation.Where}  {violation.What}");
        await output.WriteLineAsync(
            $"{requests.Count} requests, {requests.Values.Sum(whole => whole.Events.Count)} events, {bookings.Count} "
            + "bookings, "
            + $"{requests.Values.Sum(whole => whole.Outbox.Count)} items pending, "
            + $"{requests.Values.Sum(whole => whole.Dead.Count)} dead: "
            + (violations.Count == 0 ? "all is well." : $"{violations.Count} violations."));
        return violations.Count == 0 ? 0 : 1;
    }

    static string? Argument(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
