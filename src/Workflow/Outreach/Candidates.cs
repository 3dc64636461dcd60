using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Outreach;

/// <summary>A leading teacher who could do it, with what speaks for and against.</summary>
/// <param name="DaysLeft">Field days left in the school year of the first preferred day, or of today.</param>
/// <param name="Kilometres">As the crow flies between the schools; null when the register lacks a place.</param>
public sealed record Candidate(
    Person Person, School School, string Expertise, bool OffersKind, int DaysLeft, bool Free, int? Kilometres,
    bool WorkedHereBefore, bool Preferred, bool SaidNo)
{
    public bool EnoughDays(Request request) => Payments.IsObservationWindow(request) || DaysLeft >= request.Days;
}

/// <summary>
/// Finds and ranks leading teachers for a request. Everybody of the subject is listed, the best first.
/// </summary>
public static class Candidates
{
    public static IReadOnlyList<Candidate> For(Request request, Facts facts)
    {
        var home = facts.Authority.School(request.School?.Urn);
        var wished = request.Sent.TryGetValue(FormKeys.Form1, out var form1)
            ? form1.Where(answer => answer.Key.StartsWith("date-", StringComparison.Ordinal))
                .Select(answer => form1.Date(answer.Key)!.Value).ToList()
            : [];

        return
        [
            .. facts.Authority.LeadingTeachersFor(request.Form1.Text("area"))
                .Where(one => request.Teachers.All(teacher => teacher.Id != one.Id))
                .Select(one => (one, member: facts.Authority.Find(one.Id)!))
                .Where(pair => !pair.member.Schools.Contains(request.School?.Urn)
                    && facts.Authority.IsAtAnOpenSchool(pair.member, facts.Today))
                .Select(pair => Describe(pair.one, pair.member, request, facts, home, wished))
                .OrderBy(one => one.SaidNo)
                .ThenByDescending(one => one.EnoughDays(request))
                .ThenByDescending(one => one.Preferred)
                .ThenByDescending(one => one.OffersKind)
                .ThenByDescending(one => one.Free)
                .ThenByDescending(one => one.WorkedHereBefore)
                .ThenBy(one => one.Kilometres ?? int.MaxValue)
                .ThenBy(one => one.Person.Name, StringComparer.Ordinal),
        ];
    }

    static Candidate Describe(
        LeadingTeacher one, Member member, Request request, Facts facts, SchoolEntry? home, List<DateOnly> wished)
    {
        var entry =
            member.Schools.Select(facts.Authority.School).First(school => school?.IsOpenOn(facts.Today) is true)!;
        var bookings = facts.BookingsOf(one.Id).Where(booking => booking.Case != request.Id).ToList();
        return new Candidate(
            member.Person,
            entry.School,
            one.Expertise,
            OffersKind: one.SupportKinds.Contains(request.Form1.Text("support")),
            DaysLeft: facts.DaysLeft(one.Id, wished.Count > 0 ? wished.Min() : facts.Today, request.Id),
            Free: wished.All(day => bookings.All(booking => booking.Day != day)),
            Kilometres: Distance(home, entry),
            WorkedHereBefore: bookings.Any(
                one => one.SchoolUrn == request.School?.Urn && one.Day < facts.Today && !one.IsWindow),
            Preferred: request.Form1.Text("preferred") == one.Id.Key,
            SaidNo: request.Former.Contains(one.Id));
    }

    static int? Distance(SchoolEntry? from, SchoolEntry to) =>
        from is { Easting: { } e1, Northing: { } n1 } && to is { Easting: { } e2, Northing: { } n2 }
            ? (int)Math.Round(Math.Sqrt(Math.Pow(e1 - e2, 2) + Math.Pow(n1 - n2, 2)) / 1000)
            : null;
}
