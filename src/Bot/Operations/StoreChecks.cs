using System.Text.Json;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Operations;

/// <summary>
/// Something that must never be, and where it was found. It names ids and numbers, and no person.
/// </summary>
public sealed record Violation(string Invariant, string Where, string What);

/// <summary>Proves of a store that nothing was lost, done twice or promised to two schools: I1 to I4 and I10.</summary>
public static class StoreChecks
{
    /// <summary>Everything that is wrong with one request, by itself.</summary>
    public static IEnumerable<Violation> Check(WholeRequest whole)
    {
        if (whole.State is not { } state)
        {
            yield return Wrong("I1", "rows without a state");
            yield break;
        }

        var fold = whole.Events.Aggregate(new Request(whole.Id), Evolution.Evolve);
        if (Json(fold) != Json(state))
            yield return Wrong(
                "I1", $"the state, version {state.Version}, is not the fold of its {whole.Events.Count} events");

        foreach (var (recorded, index) in whole.Events.Select((recorded, index) => (recorded, index)))
            if (recorded.Number != index + 1)
                yield return Wrong("I3", $"event {recorded.Number} stands where event {index + 1} should");

        foreach (var what in Operations(whole, state)) yield return Wrong("I2", what);

        foreach (var item in whole.Outbox.Where(item => item.Version < 1 || item.Version > state.Version))
            yield return Wrong("I4", $"an item rests on version {item.Version}, which is not there");

        Violation Wrong(string invariant, string what) => new(invariant, whole.Id.Value, what);
    }

    // The events of one action were recorded by one person at one moment.
    static IEnumerable<string> Operations(WholeRequest whole, Request state)
    {
        var versions = whole.Operations.Select(operation => operation.Version).Order().ToList();
        foreach (var version in Repeated(versions)) yield return $"two operations led to version {version}";
        if (versions.LastOrDefault(0) != state.Version) yield return "the newest version has no operation";
        foreach (var version in versions.Where(version => version < 1 || version > state.Version))
            yield return $"an operation led to version {version}, which is not there";
        foreach (var (before, after) in versions.Prepend(0).Zip(versions))
            if (whole.Events.Skip(before)
                .Take(after - before).Select(recorded => (recorded.By.Id, recorded.At)).Distinct().Count() > 1)
                yield return $"of the actions from version {before + 1} to {after} one has no operation";
    }

    /// <summary>
    /// Whether every promised day belongs to one request that holds it, and no allowance is overdrawn.
    /// </summary>
    public static IEnumerable<Violation> Check(
        IReadOnlyDictionary<RequestId, WholeRequest> requests,
        IEnumerable<(PersonId LeadingTeacher, Booking Booking)> bookings, Authority authority)
    {
        var booked = bookings.ToList();
        foreach (var (person, booking) in booked)
        {
            var holder = requests.GetValueOrDefault(booking.Request)?.State;
            if (holder?.Holds(booking.Day) is not true && holder?.Drafts.ContainsKey(FormKeys.Form2) is not true)
                yield return new(
                    "I10", booking.Request.Value,
                    $"day {booking.Day:yyyy-MM-dd} is booked and the request does not hold it");
        }

        var days = booked.Select(pair => (pair.LeadingTeacher, pair.Booking.Day, pair.Booking.Request)).ToHashSet();
        foreach (var request in requests.Values
            .Select(whole => whole.State).OfType<Request>().Where(request => request.Match is not null))
            foreach (var visit in request.Visits.Where(visit => visit.Record is null && request.Holds(visit.Date)))
                if (!days.Contains((request.Match!.LeadingTeacher.Id, visit.Date, request.Id)))
                    yield return new(
                        "I10", request.Id.Value, $"day {visit.Date:yyyy-MM-dd} is promised and not booked");

        var held = requests.Values.Select(whole => whole.State).OfType<Request>()
            .Where(request => request.Match is not null)
            .SelectMany(request => request.Visits.Where(visit => request.Holds(visit.Date))
                .Select(visit => (Person: request.Match!.LeadingTeacher.Id, visit.Date, request.Id)));
        foreach (var day in held.GroupBy(one => (one.Person, one.Date))
            .Where(group => group.Select(one => one.Id).Distinct().Count() > 1))
            yield return new("I10", day.First().Id.Value, $"day {day.Key.Date:yyyy-MM-dd} is promised to two requests");

        foreach (var year in booked.Where(pair => !pair.Booking.IsWindow)
            .GroupBy(pair => (pair.LeadingTeacher, Facts.SchoolYear(pair.Booking.Day))))
            if (authority.LeadingTeacher(year.Key.LeadingTeacher) is { FieldDays: { } allowance }
                && year.Count() > allowance)
                yield return new(
                    "I10", year.First().Booking.Request.Value,
                    $"more days than the allowance of {allowance} in the school year {year.Key.Item2}");
    }

    static IEnumerable<int> Repeated(IEnumerable<int> versions) =>
        versions.GroupBy(version => version).Where(group => group.Count() > 1).Select(group => group.Key);

    static string Json(Request request) => JsonSerializer.Serialize(request, StoredJson.Format);
}
