using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Verification;

/// <summary>
/// <c>dotnet run --project src/Bot -- verify</c>: checks the store that the settings name, and says what it found.
/// </summary>
static class Verify
{
    public static bool IsAskedFor(string[] args) => args.Contains("verify");

    /// <returns>0 when all is well, 1 when something must never have been.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        var store = new WholeStore(
            services.GetRequiredService<Tables>(), services.GetRequiredService<CaseWorkflows>());
        var cases = await store.CasesAsync(CancellationToken.None);
        var bookings = await store.BookingsAsync(CancellationToken.None);
        var authority = await services.GetRequiredService<AuthorityTable>().ReadAsync(CancellationToken.None);

        var violations = cases.Values.SelectMany(StoreChecks.Check)
            .Concat(services.GetServices<FactSource>()
                .SelectMany(source => source.Check(cases, bookings, authority.ToAuthority()))).ToList();
        foreach (var violation in violations)
            await output.WriteLineAsync($"{violation.Invariant}  {violation.Where}  {violation.What}");
        await output.WriteLineAsync(
            $"{cases.Count} requests, {cases.Values.Sum(whole => whole.Events.Count)} events, "
            + $"{bookings.Count} bookings, {cases.Values.Sum(whole => whole.Outbox.Count)} items pending, "
            + $"{cases.Values.Sum(whole => whole.Dead.Count)} dead: "
            + (violations.Count == 0 ? "all is well." : $"{violations.Count} violations."));
        return violations.Count == 0 ? 0 : 1;
    }
}
