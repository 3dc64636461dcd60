using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Tests;

// Rules of the Hampshire policy on who asks, who decides and what it costs, each by its number.
public sealed class HampshireTests
{
    [Fact, Trait("Rule", "H-04")]
    public void Eleven_curriculum_areas_are_offered_once_each() => Assert.Equal(
        ["art", "design-technology", "ema-eal", "english", "geography", "history", "ict", "mathematics", "mfl", "science",
            "seal"],
        Offered("area").Order(StringComparer.Ordinal));

    [Theory, Trait("Rule", "H-06")]
    [InlineData("modelling")]
    [InlineData("coaching")]
    public void Modelling_and_coaching_can_be_asked_for(string kind) => Assert.Contains(kind, Offered("support"));

    [Fact, Trait("Rule", "H-09")]
    public void Classroom_focused_discussion_can_be_asked_for() => Assert.Contains("discussion", Offered("support"));

    [Fact, Trait("Rule", "H-14")]
    public void A_project_together_can_be_asked_for() => Assert.Contains("collaborative-project", Offered("support"));

    [Fact, Trait("Rule", "H-36")]
    public void The_leader_of_another_subject_does_not_deploy() => Given.ARequestWithTheInspector
        .When(Some.SecondInspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key))
        .ThenRefused<Refusal.NotYourPart>();

    [Fact, Trait("Rule", "H-45"), Trait("Rule", "H-33")]
    public void Two_recorded_days_are_one_statement_of_days_times_rate_and_nothing_on_top()
    {
        var stated = Given.AClosedRequest.Events.Select(one => one.What).OfType<RequestEvent.PaymentStated>();

        Assert.Equal(new Payment(2, 250, null, 2 * 250), Assert.Single(stated).Payment);
    }

    [Theory, Trait("Rule", "H-48")]
    [InlineData("0.5")]
    [InlineData("1.5")]
    [InlineData("2½")]
    public void Work_is_asked_for_in_whole_days(string days) => Given.ADraftAtItsReview
        .When(Some.Headteacher, new SaveStep(FormKeys.Form1, 2, Some.Form1.With(("days", days))))
        .ThenWrong("days NotWhole");

    [Theory, Trait("Rule", "H-49")]
    [InlineData(1, 250)]
    [InlineData(3, 750)]
    [InlineData(9, 2250)]
    public void A_day_costs_the_recommended_rate(int days, int pounds) => Assert.Equal(
        pounds,
        Payments.Of(
            Given.WithTheInspector(Some.Form1.With(("days", $"{days}"), ("date-1", ""), ("date-2", ""))).Request,
            Some.Scheme).Total);

    [Fact, Trait("Rule", "H-49")]
    public void Another_rate_is_refused_without_a_reason_and_taken_with_one()
    {
        var cheaper = Some.Form2.With(("rate", "180"));

        Given.AForm2AtItsReview.When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 1, cheaper))
            .ThenWrong("rate-reason RateNeedsReason 250");
        Given.AForm2AtItsReview
            .When(
                Some.LeadingTeacher,
                new SaveStep(FormKeys.Form2, 1, cheaper.With(("rate-reason", "Half of it is planned together."))))
            .ThenAccepted();
    }

    [Fact, Trait("Rule", "H-52")]
    public void A_teacher_whom_a_school_would_like_hears_nothing_before_the_inspector_has_matched()
    {
        var sent = Given.ADraft
            .Written(
                Some.Headteacher, FormKeys.Form1, Some.Form1.With(("preferred", Some.LeadingTeacher.Person.Id.Key)))
            .When(Some.Headteacher, new SendForm(FormKeys.Form1));
        var asked = sent.ThenAccepted();

        Assert.Equal(Stage.Brokering, asked.Request.Stage);
        Assert.Contains(asked.Request.Waiting, turn => turn.Part is Part.Inspector);
        Assert.DoesNotContain(sent.Notices, notice => notice.To == Some.LeadingTeacher.Person.Id);
        Assert.Empty(Parts.Of(asked.Request, Some.LeadingTeacher));
        Assert.Contains(
            asked.When(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key)).Notices,
            notice => notice.To == Some.LeadingTeacher.Person.Id && notice.Kind is NoticeKind.YourTurn);
    }

    [Fact, Trait("Rule", "H-56")]
    public void A_headteacher_and_a_district_manager_ask_and_nobody_else_of_the_authority()
    {
        Assert.Equal(Role.Headteacher, Asked(Some.Headteacher, Some.Form1).RequesterRole);
        Assert.Equal(
            Stage.Brokering, Asked(Some.DistrictManager, Some.Form1OfADistrictManager).Stage);
        foreach (var other in new[] { Some.Inspector, Some.Finance, Some.Coordinator })
            Given.Nothing.When(other, new StartRequest()).ThenRefused<Refusal.MayNotAsk>();
    }

    [Fact, Trait("Rule", "H-56")]
    public void Somebody_of_a_school_who_is_no_teacher_does_not_ask() => Given.Nothing
        .When(Some.Teacher with { Roles = new HashSet<Role> { Role.BusinessManager } }, new StartRequest())
        .ThenRefused<Refusal.MayNotAsk>();

    [Fact, Trait("Rule", "H-56")]
    public void A_teachers_request_goes_to_their_headteacher_first() =>
        Assert.Equal(Stage.Approving, Asked(Some.Teacher, Some.Form1).Stage);

    [Fact, Trait("Rule", "H-57")]
    public void Form_2_is_not_open_before_the_leading_teachers_own_headteacher_has_agreed()
    {
        Given.ARelease.When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Some.Form2))
            .ThenRefused<Refusal.NotAtThisStage>();
        Given.ARelease.When(Some.LeadingTeacher, new SendForm(FormKeys.Form2)).ThenRefused<Refusal.NotAtThisStage>();
    }

    [Fact, Trait("Rule", "H-61")]
    public void A_teachers_note_stays_with_the_visit_it_is_about()
    {
        var visited = Given.AProgrammeOnItsSecondDay
            .Sent(Some.LeadingTeacher, FormKeys.Record(2), Some.RecordOfSecondVisit);

        Assert.Equal(
            [new FollowUp(2, Some.Teacher.Person.Name, "A staff meeting in May.")],
            visited.After(Some.Teacher, new NoteFollowUp(2, "A staff meeting in May.")).Request.FollowUps
                .Where(note => note.Visit == 2));
    }

    [Theory, Trait("Rule", "H-62")]
    [InlineData(4, 1, 200)]
    [InlineData(4, 2, 400)]
    [InlineData(1, 1, 50)]
    [InlineData(20, 3, 3000)]
    public void Each_who_watches_a_session_costs_fifty_pounds(int visitors, int sessions, int pounds) => Assert.Equal(
        pounds,
        Payments.Of(
            Given.WithTheInspector(Some.Form1ForAnObservationWindow.With(
                ("visitors", $"{visitors}"), ("days", $"{sessions}"), ("date-1", ""))).Request,
            Some.Scheme).Total);

    [Fact, Trait("Rule", "H-67")]
    public void A_reflection_without_what_comes_next_is_refused() => Given.AReflection
        .When(
            Some.Teacher,
            new SaveStep(FormKeys.Form3Teacher, 0, Some.TeachersReflection.With(("future", " "))))
        .ThenWrong("future Missing");

    static IEnumerable<string> Offered(string question)
    {
        var draft = Given.ADraft;
        var form = RequestForms.For(FormKeys.Form1, draft.Request, draft.Facts.Scheme)!;
        return RequestForms.Choices(draft.Request, draft.Facts)
            .For(form.Questions.Single(one => one.Id == question), draft.Facts.Scheme).Select(option => option.Id);
    }

    static Request Asked(Actor by, Forms.Answers form1) =>
        Given.Nothing.After(by, new StartRequest()).Sent(by, FormKeys.Form1, form1).Request;
}
