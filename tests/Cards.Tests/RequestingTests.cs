using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>Form 1, from the first question to the headteacher's approval.</summary>
public sealed class RequestingTests
{
    [Fact]
    public void To_a_headteacher_who_begins_form_1() => Snapshot.Matches(Given.ADraft.SeenBy(Some.Headteacher));

    [Fact]
    public void To_a_district_manager_who_begins_form_1() =>
        Snapshot.Matches(Given.ADraftOfADistrictManager.SeenBy(Some.DistrictManager));

    [Fact]
    public void To_a_teacher_who_begins_form_1() => Snapshot.Matches(Given.ADraftOfATeacher.SeenBy(Some.Teacher));

    [Fact]
    public void The_second_step_of_form_1() => Snapshot.Matches(Given.ADraftAtItsSecondStep.SeenBy(Some.Headteacher));

    [Fact]
    public void The_second_step_of_form_1_for_an_observation_window() =>
        Snapshot.Matches(Given.ADraft
            .After(Some.Headteacher, new Command.SaveStep(FormKeys.Form1, 0, Some.Form1ForAnObservationWindow))
            .SeenBy(Some.Headteacher));

    [Fact]
    public void The_third_step_of_form_1() =>
        Snapshot.Matches(FormCard.For(Given.ADraftAtItsReview.As(Some.Headteacher), FormKeys.Form1, 2));

    [Fact]
    public void Form_1_at_its_review() => Snapshot.Matches(Given.ADraftAtItsReview.SeenBy(Some.Headteacher));

    [Fact]
    public void Before_a_form_is_thrown_away() =>
        Snapshot.Matches(ReasonCard.For(Given.ADraftAtItsReview.As(Some.Headteacher), RequestVerbs.Withdraw));

    [Fact]
    public void To_the_headteacher_when_a_teacher_asks() =>
        Snapshot.Matches(Given.AFirstFormToApprove.SeenBy(Some.Headteacher));

    [Fact]
    public void To_the_teacher_while_the_headteacher_thinks() =>
        Snapshot.Matches(Given.AFirstFormToApprove.SeenBy(Some.Teacher));

    [Fact]
    public void To_the_teacher_when_form_1_was_sent_back() =>
        Snapshot.Matches(Given.AFirstFormSentBack.SeenBy(Some.Teacher));
}
