using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

/// <summary>A day that a leading teacher has promised to a school. A day is promised once.</summary>
/// <param name="IsWindow">They are watched at their own school, which is no day in the field (policy, section
/// 9).</param>
public sealed record Booking(DateOnly Day, RequestId Request, string SchoolUrn, bool IsWindow = false);

/// <summary>
/// What a decision may rest on besides the request itself: the scheme, the day, the directory, the bookings.
/// </summary>
public sealed record Facts(Scheme Scheme, DateOnly Today, Authority Authority)
{
    /// <summary>
    /// Days already promised, by leading teacher; only those that the decision or the card asks about.
    /// </summary>
    public IReadOnlyDictionary<PersonId, IReadOnlyList<Booking>> Bookings { get; init; } =
        new Dictionary<PersonId, IReadOnlyList<Booking>>();

    public IReadOnlyList<Booking> BookingsOf(PersonId leadingTeacher) => Bookings.GetValueOrDefault(leadingTeacher, []);

    /// <summary>
    /// Field days that a leading teacher still has in the school year of that day, this request's own apart.
    /// </summary>
    public int DaysLeft(PersonId leadingTeacher, DateOnly day, RequestId request)
    {
        var year = SchoolYear(day);
        var used = BookingsOf(leadingTeacher)
            .Count(one => SchoolYear(one.Day) == year && one.Request != request && !one.IsWindow);
        return (Authority.LeadingTeacher(leadingTeacher)?.FieldDays ?? Scheme.FieldDays) - used;
    }

    /// <summary>The year in which the school year of that day began: September to August.</summary>
    public static int SchoolYear(DateOnly day) => day.Month >= 9 ? day.Year : day.Year - 1;
}
