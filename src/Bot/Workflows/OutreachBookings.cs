using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Workflows;

/// <summary>Proves of a store that no day was promised to two schools: I10.</summary>
public static class OutreachBookings
{
    /// <summary>
    /// Whether every promised day belongs to one request that holds it, and no allowance is overdrawn.
    /// </summary>
    public static IEnumerable<Violation> Check(
        IReadOnlyDictionary<CaseId, WholeCase> cases,
        IEnumerable<(PersonId LeadingTeacher, Booking Booking)> bookings, Authority authority)
    {
        var booked = bookings.ToList();
        var requests = cases.Values.Select(whole => whole.State).OfType<Request>().ToList();
        foreach (var (person, booking) in booked)
        {
            var holder = cases.GetValueOrDefault(booking.Case)?.State as Request;
            if (holder?.Holds(booking.Day) is not true && holder?.Drafts.ContainsKey(FormKeys.Form2) is not true)
                yield return new(
                    "I10", booking.Case.Value,
                    $"day {booking.Day:yyyy-MM-dd} is booked and the request does not hold it");
        }

        var days = booked.Select(pair => (pair.LeadingTeacher, pair.Booking.Day, pair.Booking.Case)).ToHashSet();
        foreach (var request in requests.Where(request => request.Match is not null))
            foreach (var visit in request.Visits.Where(visit => visit.Record is null && request.Holds(visit.Date)))
                if (!days.Contains((request.Match!.LeadingTeacher.Id, visit.Date, request.Id)))
                    yield return new(
                        "I10", request.Id.Value, $"day {visit.Date:yyyy-MM-dd} is promised and not booked");

        var held = requests
            .Where(request => request.Match is not null)
            .SelectMany(request => request.Visits.Where(visit => request.Holds(visit.Date))
                .Select(visit => (Person: request.Match!.LeadingTeacher.Id, visit.Date, request.Id)));
        foreach (var day in held.GroupBy(one => (one.Person, one.Date))
            .Where(group => group.Select(one => one.Id).Distinct().Count() > 1))
            yield return new("I10", day.First().Id.Value, $"day {day.Key.Date:yyyy-MM-dd} is promised to two requests");

        foreach (var year in booked.Where(pair => !pair.Booking.IsWindow)
            .GroupBy(pair => (pair.LeadingTeacher, SchoolCalendar.SchoolYear(pair.Booking.Day))))
            if (authority.LeadingTeacher(year.Key.LeadingTeacher) is { FieldDays: { } allowance }
                && year.Count() > allowance)
                yield return new(
                    "I10", year.First().Booking.Case.Value,
                    $"more days than the allowance of {allowance} in the school year {year.Key.Item2}");
    }
}
