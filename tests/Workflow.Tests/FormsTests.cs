using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Workflow.Tests;

public sealed class FormsTests
{
    [Theory]
    [InlineData(1, "1")]
    [InlineData(3, "1,2,3")]
    [InlineData(4, "1,2,3 4")]
    [InlineData(9, "1,2,3 4,5,6 7,8,9")]
    public void Form_2_has_a_step_for_every_three_days(int days, string steps)
    {
        var form = Form(FormKeys.Form2, WithDays(days));

        Assert.Equal(steps, string.Join(' ', form.Steps.SkipLast(1).Select(step =>
            string.Join(',', step.Questions.Where(question => question.Kind is QuestionKind.Date)
                .Select(question => question.Id[5..])))));
        Assert.Equal(days * 2, form.Steps.SkipLast(1).Sum(step => step.Questions.Count));
        Assert.Equal(form.Steps.Count, form.Review);
    }

    [Fact]
    public void A_day_is_called_by_its_number()
    {
        var questions = Form(FormKeys.Form2, WithDays(4)).Steps[1].Questions;

        Assert.Equal(["date-4", "plan-4"], questions.Select(question => question.Id));
        Assert.Equal(["Day 4: the date", "Day 4: what will happen"], questions.Select(question => question.Label));
    }

    [Fact]
    public void A_form_of_nine_days_can_be_written_and_sent()
    {
        var form2 = Some.Form2.With([.. Enumerable.Range(1, 9).SelectMany<int, (string, string)>(day =>
            [($"date-{day}", Formats.Text(Some.FirstVisit.AddDays((day - 1) * 7 + 1))), ($"plan-{day}", $"Plan {day}")])]);

        var sent = Given.Form2Of(Given.Matched(WithDays(9)), form2);

        Assert.Equal(Enumerable.Range(1, 9), sent.Request.Visits.Select(visit => visit.Number));
        Assert.Equal(
            Enumerable.Range(1, 9).Select(day => $"Plan {day}"), sent.Request.Visits.Select(visit => visit.Plan));
    }

    [Fact]
    public void Only_a_district_manager_is_asked_for_the_school()
    {
        Assert.True(Asks(Given.ADraftOfADistrictManager, FormKeys.Form1, "school"));
        Assert.False(Asks(Given.ADraft, FormKeys.Form1, "school"));
        Assert.False(Asks(Given.ADraftOfATeacher, FormKeys.Form1, "school"));
    }

    [Fact]
    public void Only_for_an_observation_window_is_the_number_of_visitors_asked_and_no_rate()
    {
        var window = Given.WithTheInspector(Some.Form1ForAnObservationWindow);

        Assert.True(Asks(window, FormKeys.Form1, "visitors"));
        Assert.False(Asks(Given.ARequestWithTheInspector, FormKeys.Form1, "visitors"));
        Assert.False(Asks(window, FormKeys.Form2, "rate"));
        Assert.True(Asks(Given.ARequestWithTheInspector, FormKeys.Form2, "rate"));
    }

    [Theory]
    [InlineData("form1", "days", "1")]
    [InlineData("form1", "teachers", "")]
    [InlineData("form2", "date-1", "2026-03-16")]
    [InlineData("form2", "date-2", "2026-03-23")]
    [InlineData("form2", "objectives", "Pupils explain how they know.")]
    [InlineData("form2", "contact", "Marian Quillfeather")]
    [InlineData("form2", "rate", "250")]
    [InlineData("form2", "plan-1", "")]
    [InlineData("record-2", "date", "2026-03-23")]
    [InlineData("record-2", "purpose", "Watch a lesson in Year 4 and plan the next one together.")]
    [InlineData("record-7", "date", "")]
    public void What_is_known_stands_in_the_field_already(string form, string question, string expected) =>
        Assert.Equal(expected, Default(Given.AProgramme, form, question));

    [Fact]
    public void A_teacher_asks_for_themselves_unless_they_say_otherwise() => Assert.Equal(
        Some.Teacher.Person.Id.Key, Default(Given.ADraftOfATeacher, FormKeys.Form1, "teachers"));

    [Fact]
    public void There_is_no_form_of_another_name() =>
        Assert.Null(RequestForms.For("form9", Given.ADraft.Request, Some.Scheme));

    [Theory]
    [InlineData("record-1", 1)]
    [InlineData("record-12", 12)]
    [InlineData("record-", null)]
    [InlineData("record-x", null)]
    [InlineData("form1", null)]
    public void A_records_name_tells_its_visit(string key, int? visit) => Assert.Equal(visit, FormKeys.VisitOf(key));

    [Fact]
    public void The_directory_offers_schools_teachers_and_leading_teachers()
    {
        var offered = RequestForms.Choices(Given.ARequestWithTheInspector.Request, Some.Facts);
        var manager = RequestForms.Choices(Given.ADraftOfADistrictManager.Request, Some.Facts);

        Assert.Equal(["Ruth Okonjo-Hale", "Tomasz Zielonka-Grey"], offered.Teachers.Select(option => option.Label));
        Assert.Equal(3, offered.LeadingTeachers.Count);
        Assert.Empty(offered.Schools);
        Assert.Equal(
            [Some.School.Urn, Some.ProvidingSchool.Urn, Some.HeadlessSchool.Urn],
            manager.Schools.Select(option => option.Id));
        Assert.Empty(manager.Teachers);
    }

    static Scenario WithDays(int days) => Given.WithTheInspector(Some.Form1.With(
        ("days", $"{days}"), ("date-2", days > 1 ? Some.Form1["date-2"] : "")));

    static Form Form(string key, Scenario given) => RequestForms.For(key, given.Request, given.Facts.Scheme)!;

    static bool Asks(Scenario given, string form, string question) =>
        Form(form, given).Questions.Any(one => one.Id == question);

    static string Default(Scenario given, string form, string question) => RequestForms.Default(
        Form(form, given).Questions.Single(one => one.Id == question), form, given.Request);
}
