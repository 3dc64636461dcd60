using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;

namespace OutreachBot.Workflow.Tests;

public sealed class Form2RulesTests
{
    [Theory]
    [InlineData("2026-02-27", "date-2 InThePast")]
    [InlineData("2026-03-22", "date-2 Weekend 2026-03-22")]
    [InlineData("2026-03-16", "date-2 SameDayTwice 2026-03-16")]
    [InlineData("2028-03-03", "date-2 TooFarAhead")]
    [InlineData("", "date-2 Missing")]
    public void A_day_of_the_programme_is_a_weekday_to_come_and_named_once(string day, string wrong) =>
        Days(("date-2", day)).ThenWrong(wrong);

    [Fact]
    public void Every_day_has_a_plan() => Days(("plan-2", "")).ThenWrong("plan-2 Missing");

    [Fact]
    public void A_day_that_another_request_has_taken_cannot_be_promised() =>
        Days(Some.FactsWithBookings(Some.LeadingTeacher, Some.SecondVisit)).ThenWrong("date-2 DayTaken 2026-03-23");

    [Fact]
    public void Days_of_another_leading_teacher_take_nothing() =>
        Days(Some.FactsWithBookings(Some.SecondLeadingTeacher, Some.SecondVisit)).ThenAccepted();

    [Fact]
    public void A_day_that_is_taken_after_it_was_written_stops_the_form() => Given.AForm2AtItsReview
        .With(Some.FactsWithBookings(Some.LeadingTeacher, Some.FirstVisit))
        .When(Some.LeadingTeacher, new SendForm(FormKeys.Form2))
        .ThenWrong("date-1 DayTaken 2026-03-16");

    [Fact]
    public void The_requests_own_days_do_not_count_against_it()
    {
        var own = new Dictionary<PersonId, IReadOnlyList<Booking>>
        {
            [Some.LeadingTeacher.Person.Id] = [new(Some.FirstVisit, Some.Id, Some.School.Urn),
                new(Some.SecondVisit, Some.Id, Some.School.Urn)],
        };

        Days(Some.Facts with { Bookings = own }).ThenAccepted();
    }

    [Fact]
    public void A_leading_teacher_has_nine_field_days_a_school_year() =>
        Days(Some.FactsWithBookings(Some.LeadingTeacher, Weekdays(new(2025, 9, 1), 8)))
            .ThenWrong("date-2 NoDaysLeft 1");

    [Fact]
    public void Seven_days_taken_leave_two() =>
        Days(Some.FactsWithBookings(Some.LeadingTeacher, Weekdays(new(2025, 9, 1), 7))).ThenAccepted();

    [Fact]
    public void No_more_days_are_left_than_none() =>
        Days(Some.FactsWithBookings(Some.LeadingTeacher, Weekdays(new(2025, 9, 1), 12)))
            .ThenWrong("date-1 NoDaysLeft 0", "date-2 NoDaysLeft 0");

    [Fact]
    public void The_school_year_ends_in_August() =>
        Days(Some.FactsWithBookings(Some.LeadingTeacher, Weekdays(new(2025, 8, 4), 9))).ThenAccepted();

    [Fact]
    public void Next_school_years_days_count_next_school_year() => Days(
        Some.FactsWithBookings(Some.LeadingTeacher, Weekdays(new(2025, 9, 1), 8)), ("date-2", "2026-09-01"))
            .ThenAccepted();

    [Theory]
    [InlineData("2026-08-31", 2025)]
    [InlineData("2026-09-01", 2026)]
    [InlineData("2026-01-01", 2025)]
    public void A_school_year_is_called_by_the_year_it_began_in(string day, int year) =>
        Assert.Equal(year, SchoolCalendar.SchoolYear(DateOnly.Parse(day, null)));

    [Fact]
    public void Another_rate_needs_its_reason()
    {
        Terms(("rate", "300")).ThenWrong("rate-reason RateNeedsReason 250");
        Terms(("rate", "300"), ("rate-reason", "A governor pays the difference.")).ThenAccepted();
    }

    [Theory]
    [InlineData("250.00")]
    [InlineData("250")]
    [InlineData("£250")]
    [InlineData("250 pounds")]
    public void The_schemes_rate_needs_none(string rate) => Terms(("rate", rate)).ThenAccepted();

    [Theory]
    [InlineData("-1", "rate NotMoney")]
    [InlineData("250.005", "rate NotMoney")]
    [InlineData("1,00,0", "rate NotMoney")]
    [InlineData("£1,001", "rate TooLarge 1000")]
    public void A_rate_is_pounds_and_pence(string rate, string wrong) =>
        Terms(("rate", rate), ("rate-reason", "Agreed.")).ThenWrong(wrong);

    [Theory]
    [InlineData("")]
    [InlineData("no")]
    public void The_code_of_practice_is_promised(string code) => Terms(("code", code)).ThenWrong("code NotPromised");

    static Outcome Days(params (string, string)[] answers) => Days(Some.Facts, answers);

    static Outcome Days(Facts facts, params (string, string)[] answers) => Given.AnUnsentForm2.With(facts)
        .When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Some.Form2.With(answers)));

    static Outcome Terms(params (string, string)[] answers) =>
        Given.AForm2AtItsReview.When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 1, Some.Form2.With(answers)));

    static List<DateOnly> Weekdays(DateOnly monday, int count) =>
        [.. Enumerable.Range(0, count).Select(number => monday.AddDays(number % 5 + number / 5 * 7))];
}
