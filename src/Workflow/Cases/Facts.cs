using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Cases;

/// <summary>A day that somebody has promised to a school in a case. A day is promised once.</summary>
/// <param name="IsWindow">They are watched at their own school, which is no day in the field (policy, section
/// 9).</param>
public sealed record Booking(DateOnly Day, CaseId Case, string SchoolUrn, bool IsWindow = false);

/// <summary>
/// What a decision may rest on besides the case itself: the scheme, the day, the directory, the bookings.
/// </summary>
public sealed record Facts(Scheme Scheme, DateOnly Today, Authority Authority)
{
    /// <summary>
    /// Days already promised, by whoever promised them; only those that the decision or the card asks about.
    /// </summary>
    public IReadOnlyDictionary<PersonId, IReadOnlyList<Booking>> Bookings { get; init; } =
        new Dictionary<PersonId, IReadOnlyList<Booking>>();

    public IReadOnlyList<Booking> BookingsOf(PersonId person) => Bookings.GetValueOrDefault(person, []);
}
