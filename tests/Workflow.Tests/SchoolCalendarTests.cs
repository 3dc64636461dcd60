using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Tests;

// Days as schools know them: terms, half terms, closure days, bank holidays, mornings in Britain.
public sealed class SchoolCalendarTests
{
    const string Elm = "900201";
    const string Oak = "900202";

    static readonly SchoolCalendar Calendar = new(
    [
        Span(null, "2026-09-01", "2026-12-18", TermKind.Term),
        Span(null, "2027-01-04", "2027-03-25", TermKind.Term),
        Span(null, "2027-04-12", "2027-07-21", TermKind.Term),
        Span(null, "2026-10-26", "2026-10-30", TermKind.HalfTerm),
        Span(null, "2026-09-01", "2026-09-01", TermKind.Closure),
        Span(null, "2027-05-06", "2027-05-06", TermKind.Holiday),
        Span(Oak, "2026-10-19", "2026-10-30", TermKind.HalfTerm),
        Span(Oak, "2026-11-27", "2026-11-27", TermKind.Closure),
    ]);

    [Theory]
    [InlineData("2026-11-26", null)]
    [InlineData("2026-11-28", ShutBecause.Weekend)]
    [InlineData("2027-03-26", ShutBecause.BankHoliday)]
    [InlineData("2027-05-31", ShutBecause.BankHoliday)]
    [InlineData("2026-10-28", ShutBecause.HalfTerm)]
    [InlineData("2026-09-01", ShutBecause.Closure)]
    [InlineData("2027-05-06", ShutBecause.Holiday)]
    [InlineData("2026-12-21", ShutBecause.OutOfTerm)]
    [InlineData("2027-08-10", ShutBecause.OutOfTerm)]
    public void A_day_is_a_school_day_or_says_why_not(string day, ShutBecause? why) =>
        Assert.Equal(why, Calendar.WhyShut(Elm, Day(day)));

    [Fact]
    public void A_schools_own_half_term_is_in_the_place_of_everybodys()
    {
        Assert.Equal(ShutBecause.HalfTerm, Calendar.WhyShut(Oak, Day("2026-10-20")));
        Assert.True(Calendar.IsOpen(Elm, Day("2026-10-20")));
    }

    [Fact]
    public void A_schools_own_closure_days_come_besides_everybodys()
    {
        Assert.Equal(ShutBecause.Closure, Calendar.WhyShut(Oak, Day("2026-11-27")));
        Assert.Equal(ShutBecause.Closure, Calendar.WhyShut(Oak, Day("2026-09-01")));
        Assert.True(Calendar.IsOpen(Elm, Day("2026-11-27")));
    }

    [Fact]
    public void Where_nobody_has_said_when_terms_are_every_weekday_but_a_bank_holiday_is_one()
    {
        Assert.True(Calendar.IsOpen(Elm, Day("2027-09-20")));
        Assert.True(SchoolCalendar.Weekdays.IsOpen(null, Day("2026-08-12")));
        Assert.Equal(ShutBecause.BankHoliday, SchoolCalendar.Weekdays.WhyShut(null, Day("2026-12-28")));
        Assert.False(SchoolCalendar.Weekdays.HasTerms(null, Day("2026-08-12")));
    }

    [Fact]
    public void The_term_of_a_day_is_known()
    {
        Assert.Equal(Day("2027-01-04"), Calendar.TermOf(Elm, Day("2027-02-01"))!.From);
        Assert.Null(Calendar.TermOf(Elm, Day("2026-12-25")));
    }

    [Theory]
    [InlineData("2026-12-17", 0, "2026-12-17")]
    [InlineData("2026-12-17", 1, "2026-12-18")]
    [InlineData("2026-12-17", 2, "2027-01-04")]
    [InlineData("2026-12-18", 5, "2027-01-08")]
    [InlineData("2026-10-23", 1, "2026-11-02")]
    public void School_days_are_counted_over_holidays(string from, int days, string to) =>
        Assert.Equal(Day(to), Calendar.Add(Elm, Day(from), days));

    // Whatever the days are, the one is the inverse of the other.
    [Fact]
    public void As_many_school_days_lie_between_as_were_added()
    {
        foreach (var from in Enumerable.Range(0, 200).Select(Day("2026-09-01").AddDays))
            foreach (var days in (int[])[1, 3, 7])
                Assert.Equal(days, Calendar.Count(Oak, from, Calendar.Add(Oak, from, days)));
    }

    [Theory]
    [InlineData("2026-11-26T07:59:00Z", "2026-11-26T08:00:00Z")]
    [InlineData("2026-11-26T08:00:00Z", "2026-11-27T08:00:00Z")]
    [InlineData("2026-12-18T16:00:00Z", "2027-01-04T08:00:00Z")]
    [InlineData("2027-04-30T20:00:00Z", "2027-05-04T07:00:00Z")]
    [InlineData("2027-06-10T06:59:00Z", "2027-06-10T07:00:00Z")]
    public void The_next_school_morning_is_eight_o_clock_in_Britain(string after, string morning) => Assert.Equal(
        DateTimeOffset.Parse(morning, System.Globalization.CultureInfo.InvariantCulture),
        Calendar.NextMorning(Elm, DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Days_on_which_several_schools_are_open_are_found() => Assert.Equal(
        [Day("2026-11-30"), Day("2026-12-01"), Day("2026-12-02")],
        Calendar.NextOpen([Elm, Oak], Day("2026-11-27"), 3));

    [Fact]
    public void A_school_that_never_opens_is_no_endless_search()
    {
        var shut = new SchoolCalendar(
            Enumerable.Range(2026, 4).Select(year => Span(null, $"{year}-01-01", $"{year}-12-31", TermKind.Holiday)));

        Assert.Empty(shut.NextOpen([Elm], Day("2026-09-01"), 1));
        Assert.Throws<InvalidOperationException>(() => shut.Add(Elm, Day("2026-09-01"), 1));
    }

    [Fact]
    public void Every_year_has_eight_bank_holidays_all_of_them_weekdays()
    {
        var days = Enumerable.Range(0, 7 * 366).Select(new DateOnly(2024, 1, 1).AddDays)
            .Where(day => BankHolidays.On(day) is not null).ToList();

        Assert.Equal(7, days.Select(day => day.Year).Distinct().Count());
        Assert.All(days.GroupBy(day => day.Year), year => Assert.Equal(8, year.Count()));
        Assert.DoesNotContain(days, day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    // Easter is worked out, and not only copied: Good Friday is two days before it, Easter Monday the day after.
    [Fact]
    public void Easter_is_where_the_church_has_it() => Assert.All(
        Enumerable.Range(2024, BankHolidays.LastYear - 2023),
        year =>
        {
            Assert.Equal("Good Friday", BankHolidays.On(Easter(year).AddDays(-2)));
            Assert.Equal("Easter Monday", BankHolidays.On(Easter(year).AddDays(1)));
        });

    static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new(year, sum / 31, (sum % 31) + 1);
    }

    static TermEntry Span(string? urn, string from, string to, TermKind kind) => new(urn, Day(from), Day(to), kind);

    static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
