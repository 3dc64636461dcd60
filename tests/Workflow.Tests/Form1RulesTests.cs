using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;

namespace OutreachBot.Workflow.Tests;

public sealed class Form1RulesTests
{
    const int WhenAndHow = 2;

    [Theory]
    [InlineData("2026-02-27", "date-1 InThePast")]
    [InlineData("2026-03-14", "date-1 Weekend 2026-03-14")]
    [InlineData("2026-03-15", "date-1 Weekend 2026-03-15")]
    [InlineData("2028-03-03", "date-1 TooFarAhead")]
    [InlineData("2026-02-31", "date-1 NotADate")]
    [InlineData("31/02/2026", "date-1 NotADate")]
    public void A_preferred_day_is_a_weekday_to_come(string day, string wrong) =>
        Typed(("date-1", day)).ThenWrong(wrong);

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2028-03-02")]
    public void Today_is_early_enough_and_two_years_are_near_enough(string day) =>
        Typed(("date-1", day)).ThenAccepted();

    [Fact]
    public void A_preferred_day_is_named_once() =>
        Typed(("date-2", "2026-03-16")).ThenWrong("date-2 SameDayTwice 2026-03-16");

    [Fact]
    public void More_days_than_are_asked_for_are_alternatives() => Typed(("days", "1")).ThenAccepted();

    [Fact]
    public void Preferred_days_are_optional() => Typed(("date-1", ""), ("date-2", "")).ThenAccepted();

    [Theory]
    [InlineData("0.5", "days NotWhole")]
    [InlineData("half", "days NotWhole")]
    [InlineData("0", "days TooSmall 1")]
    [InlineData("10", "days TooLarge 9")]
    public void Leading_teachers_work_in_whole_days_one_to_nine(string days, string wrong) =>
        Typed(("days", days)).ThenWrong(wrong);

    [Fact]
    public void Wrong_answers_come_back_with_everything_that_was_typed()
    {
        var refused = Typed(("days", "half"), ("date-1", "2026-03-17")).ThenRefused<Refusal.WrongAnswers>();

        Assert.Equal((FormKeys.Form1, WhenAndHow), (refused.Form, refused.Step));
        Assert.Equal("half", refused.Typed["days"]);
        Assert.Equal("2026-03-17", refused.Typed["date-1"]);
        Assert.Equal("mathematics", refused.Typed["area"]);
    }

    [Fact]
    public void A_teacher_of_another_school_cannot_be_named() => Given.ADraftAtItsSecondStep
        .When(Some.Headteacher, new SaveStep(FormKeys.Form1, 1, Some.Form1
            .With(("teachers", Some.Stranger.Person.Id.Key))))
        .ThenWrong("teachers NotOffered");

    [Fact]
    public void A_leading_teacher_of_another_subject_cannot_be_preferred() => Given.ADraft
        .After(Some.Headteacher, new SaveStep(FormKeys.Form1, 0, Some.Form1.With(("area", "science"))))
        .When(Some.Headteacher, new SaveStep(FormKeys.Form1, 2, Some.Form1
            .With(("preferred", Some.LeadingTeacher.Person.Id.Key))))
        .ThenWrong("preferred NotOffered");

    [Fact]
    public void A_district_manager_asks_for_schools_of_their_district_only() => Given.ADraftOfADistrictManager
        .When(Some.DistrictManager, new SaveStep(FormKeys.Form1, 0, Some.Form1
            .With(("school", Some.DistantSchool.Urn))))
        .ThenWrong("school NotOffered");

    [Fact]
    public void Teachers_of_the_school_that_was_chosen_before_are_asked_for_again() => Given.ADraftOfADistrictManager
        .Written(Some.DistrictManager, FormKeys.Form1, Some.Form1OfADistrictManager)
        .After(Some.DistrictManager, new SaveStep(FormKeys.Form1, 0, Some.Form1
            .With(("school", Some.ProvidingSchool.Urn))))
        .When(Some.DistrictManager, new SendForm(FormKeys.Form1))
        .ThenWrong("teachers NotOffered");

    [Fact]
    public void A_day_that_has_passed_since_it_was_written_stops_the_form() =>
        Given.ADraftAtItsReview.On(Some.SecondVisit)
        .When(Some.Headteacher, new SendForm(FormKeys.Form1))
        .ThenWrong("date-1 InThePast");

    static Outcome Typed(params (string, string)[] answers) => Given.ADraftAtItsReview.When(
        Some.Headteacher, new SaveStep(FormKeys.Form1, WhenAndHow, Some.Form1.With(answers)));
}
