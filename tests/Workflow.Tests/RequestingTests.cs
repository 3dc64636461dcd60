using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

public sealed class RequestingTests
{
    [Fact]
    public void A_request_keeps_the_version_of_the_scheme_with_which_it_began()
    {
        var begun = Given.Nothing.With(Some.Facts with { Scheme = Some.Scheme with { Version = 4 } })
            .When(Some.Headteacher, new StartRequest())
            .Then(new RequestStarted("hampshire-lt", Role.Headteacher, Some.School, SchemeVersion: 4));

        Assert.Equal(4, begun.Request.SchemeVersion);
    }

    [Fact]
    public void A_headteacher_asks_for_their_own_school() => Given.Nothing
        .When(Some.Headteacher, new StartRequest())
        .Then(new RequestStarted("hampshire-lt", Role.Headteacher, Some.School));

    [Fact]
    public void A_leading_teacher_asks_as_any_teacher_does() => Given.Nothing
        .When(Some.LeadingTeacher, new StartRequest())
        .Then(new RequestStarted("hampshire-lt", Role.Teacher, Some.ProvidingSchool));

    [Fact]
    public void A_district_manager_names_the_school_later() => Given.Nothing
        .When(Some.DistrictManager, new StartRequest())
        .Then(new RequestStarted("hampshire-lt", Role.DistrictManager, null));

    [Fact]
    public void An_inspector_does_not_ask() => Given.Nothing
        .When(Some.Inspector, new StartRequest())
        .ThenRefused<Refusal.MayNotAsk>();

    [Fact]
    public void A_headteacher_of_a_school_that_the_directory_lacks_does_not_ask() => Given.Nothing
        .When(Some.Headteacher with { SchoolUrn = "999999" }, new StartRequest())
        .ThenRefused<Refusal.MayNotAsk>();

    [Fact]
    public void A_teacher_without_a_school_does_not_ask() => Given.Nothing
        .When(Some.Teacher with { SchoolUrn = null }, new StartRequest())
        .ThenRefused<Refusal.MayNotAsk>();

    [Fact]
    public void Starting_twice_changes_nothing() =>
        Given.ADraft.When(Some.Headteacher, new StartRequest()).ThenNothing();

    [Fact]
    public void A_finished_form_goes_to_the_headteacher_of_the_school_and_the_inspector_of_the_subject() =>
        Given.ADraftAtItsReview
        .When(Some.Headteacher, new SendForm(FormKeys.Form1))
        .Then(new Form1Sent(
            Some.Form1, Some.School, Some.Headteacher.Person, Some.Inspector.Person, [Some.Teacher.Person]));

    [Fact]
    public void A_headteachers_form_goes_straight_to_the_inspector() =>
        Assert.Equal(Stage.Brokering, Given.ARequestWithTheInspector.Request.Stage);

    [Fact]
    public void A_district_managers_form_goes_straight_to_the_inspector_of_the_school_they_chose()
    {
        Assert.Equal(Stage.Brokering, Given.ADistrictManagersRequest.Request.Stage);
        Assert.Equal(Some.School, Given.ADistrictManagersRequest.Request.School);
    }

    [Fact]
    public void A_teachers_form_waits_for_their_own_headteacher()
    {
        Assert.Equal(Stage.Approving, Given.AFirstFormToApprove.Request.Stage);
        Assert.Equal([new Turn<Part>(Part.ReceivingHeadteacher, Some.Headteacher.Person, 5)],
            Given.AFirstFormToApprove.Request.Waiting);
    }

    [Fact]
    public void A_teacher_who_asks_for_themselves_has_agreed_by_asking() =>
        Assert.Equal([Some.Teacher.Person.Id], Given.AFirstFormToApprove.Request.Agreed);

    [Fact]
    public void The_headteacher_approves() => Given.AFirstFormToApprove
        .When(Some.Headteacher, new ApproveForm1(" Good idea. "))
        .Then(new Form1Approved("Good idea."));

    [Fact]
    public void Nobody_approves_twice() => Given.ATeachersRequestWithTheInspector
        .When(Some.Headteacher, new ApproveForm1(""))
        .ThenRefused<Refusal.NotAtThisStage>();

    [Fact]
    public void The_headteacher_sends_it_back_with_a_reason() => Given.AFirstFormToApprove
        .When(Some.Headteacher, new ReturnForm1("Ask for one day."))
        .Then(new Form1Returned("Ask for one day."));

    [Fact]
    public void Sending_back_needs_a_reason() => Given.AFirstFormToApprove
        .When(Some.Headteacher, new ReturnForm1(" \u200B "))
        .ThenRefused<Refusal.MessageMissing>();

    [Fact]
    public void A_message_has_an_end() => Assert.Equal(
        new Refusal.MessageTooLong(2001, 2000),
        Given.AFirstFormToApprove.When(Some.Headteacher, new ApproveForm1(new string('a', 2001)))
            .ThenRefused<Refusal.MessageTooLong>());

    [Fact]
    public void A_form_that_was_sent_back_keeps_its_answers_and_can_be_sent_again() => Given.AFirstFormSentBack
        .When(Some.Teacher, new SendForm(FormKeys.Form1))
        .Then(new Form1Sent(
            Some.Form1, Some.School, Some.Headteacher.Person, Some.Inspector.Person, [Some.Teacher.Person]));

    [Fact]
    public void A_school_without_a_headteacher_cannot_ask() => Assert.Equal(
        new RequestRefusal.NoHeadteacher(Some.School.Name),
        Given.ADraftAtItsReview.With(Some.Facts with { Authority = Some.AuthorityOf([.. Some.Members.Skip(1)]) })
            .When(Some.Headteacher, new SendForm(FormKeys.Form1)).ThenRefused<RequestRefusal.NoHeadteacher>());

    [Fact]
    public void A_subject_without_an_inspector_cannot_be_asked_for() => Assert.Equal(
        new RequestRefusal.NoInspector("history"),
        Given.ADraft.Written(Some.Headteacher, FormKeys.Form1, Some.Form1.With(("area", "history")))
            .When(Some.Headteacher, new SendForm(FormKeys.Form1)).ThenRefused<RequestRefusal.NoInspector>());

    [Fact]
    public void A_teacher_who_is_named_twice_is_one_teacher() => Assert.Equal(
        [Some.Teacher.Person],
        Given.WithTheInspector(
            Some.Form1.With(("teachers", $"{Some.Teacher.Person.Id},{Some.Teacher.Person.Id}"))).Request.Teachers);

    [Fact]
    public void Answers_that_are_no_longer_asked_for_stay_out_of_the_form()
    {
        var draft = Given.ADraft.Written(Some.Headteacher, FormKeys.Form1, Some.Form1ForAnObservationWindow);

        var changed = draft.After(Some.Headteacher, new SaveStep(FormKeys.Form1, 0, Some.Form1));

        Assert.Equal("3", changed.Request.Form1["visitors"]);
        Assert.False(changed.After(Some.Headteacher,
            new SendForm(FormKeys.Form1)).Request.Form1.ContainsKey("visitors"));
    }
}
