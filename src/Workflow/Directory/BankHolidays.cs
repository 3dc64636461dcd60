using System.Collections.Frozen;

namespace OutreachBot.Workflow.Directory;

/// <summary>
/// Bank holidays of England and Wales, as the government has published them and as the law fixes them where it has not
/// yet (gov.uk/bank-holidays). An authority adds single days in its terms.
/// </summary>
public static class BankHolidays
{
    // Year by year: New Year's Day, Good Friday, Easter Monday, early May, spring, summer, Christmas Day, Boxing Day,
    // each on its substitute where it falls on a weekend.
    static readonly FrozenDictionary<DateOnly, string> Days = Named(
        (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
        (2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
        (2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
        (2029, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26"),
        (2030, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"));

    static string[] Names =>
    [
        "New Year\u2019s Day", "Good Friday", "Easter Monday", "the early May bank holiday", "the spring bank holiday",
        "the summer bank holiday", "Christmas Day", "Boxing Day",
    ];

    /// <summary>The last year of which they are known.</summary>
    public static int LastYear => 2030;

    /// <summary>What it is called. Null: it is no bank holiday.</summary>
    public static string? On(DateOnly day) => Days.GetValueOrDefault(day);

    static FrozenDictionary<DateOnly, string> Named(params (int Year, string Days)[] years) => years
        .SelectMany(year => year.Days.Split(' ').Zip(Names, (day, name) => (Day: Day(year.Year, day), Name: name)))
        .ToFrozenDictionary(one => one.Day, one => one.Name);

    static DateOnly Day(int year, string monthAndDay) => new(
        year, int.Parse(monthAndDay.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture),
        int.Parse(monthAndDay.AsSpan(3), System.Globalization.CultureInfo.InvariantCulture));
}
