using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Tests;

// Rules of the policy, each by its number.
public sealed class PolicyTests
{
    [Theory, Trait("Rule", "H-10")]
    [InlineData("headteacher")]
    [InlineData("teacher")]
    public void Help_for_a_school_causing_concern_is_not_a_schools_to_ask_for(string who)
    {
        var (draft, by) = who is "teacher" ? (Given.ADraftOfATeacher, Some.Teacher) : (Given.ADraft, Some.Headteacher);

        draft.When(by, new SaveStep(FormKeys.Form1, 0, Some.Form1.With(("support", "causing-concern"))))
            .ThenWrong($"support NotYoursToAsk {Some.DistrictManager.Person.Name}");
    }

    [Fact, Trait("Rule", "H-10")]
    public void A_district_manager_asks_for_it() => Given.ADraftOfADistrictManager.Sent(
        Some.DistrictManager, FormKeys.Form1, Some.Form1OfADistrictManager.With(("support", "causing-concern")));

    [Fact, Trait("Rule", "H-59"), Trait("Rule", "H-73"), Trait("Rule", "R-28")]
    public void Nobody_types_to_whom_it_is_paid()
    {
        Assert.DoesNotContain(
            Some.Scheme.Forms.SelectMany(form => form.Questions),
            question => question.Id.Contains("pay", StringComparison.Ordinal));

        var sent = Given.AnUnsentForm2.Sent(
            Some.LeadingTeacher, FormKeys.Form2, Some.Form2.With(("pay-to", "Hanna Lindqvist-Roe, account 12345678")));
        Assert.False(sent.Request.Form2.ContainsKey("pay-to"));
    }

    [Fact, Trait("Rule", "H-63")]
    public void An_observation_window_costs_its_host_no_field_day()
    {
        var nothingLeft = Some.FactsWithBookings(
            Some.LeadingTeacher, [.. Enumerable.Range(1, 9).Select(day => new DateOnly(2025, 9, day))]);
        var agreed = Given.Matched(Given.WithTheInspector(Some.Form1ForAnObservationWindow))
            .After(Some.LeadingTeacher, new AcceptMatch(""));

        agreed.With(nothingLeft).Sent(Some.LeadingTeacher, FormKeys.Form2, Some.Form2ForAnObservationWindow);
        Assert.True(
            Candidates.For(agreed.Request with { Stage = Stage.Brokering }, nothingLeft)[0].EnoughDays(agreed.Request));
    }

    [Fact, Trait("Rule", "H-63")]
    public void Nobody_is_asked_to_release_whom_visitors_come_to_and_their_headteacher_knows()
    {
        var accepted = Given.Matched(Given.WithTheInspector(Some.Form1ForAnObservationWindow))
            .When(Some.LeadingTeacher, new AcceptMatch("Do come."))
            .Then(new RequestEvent.MatchAccepted("Do come."), new RequestEvent.ReleaseNotNeeded());

        Assert.Equal(Stage.Confirming, accepted.Request.Stage);
        Assert.Contains(
            accepted.Notices,
            notice => notice.To == Some.ProvidingHeadteacher.Person.Id && notice.Kind is NoticeKind.News);
    }

    [Fact, Trait("Rule", "H-63")]
    public void A_day_on_which_somebody_is_watched_at_home_is_promised_and_counts_for_nothing()
    {
        var facts = Some.Facts with
        {
            Bookings = new Dictionary<PersonId, IReadOnlyList<Booking>>
            {
                [Some.LeadingTeacher.Person.Id] =
                [
                    new(Some.FirstVisit, Some.AnotherId, Some.DistantSchool.Urn, IsWindow: true)
                ],
            },
        };

        Assert.Equal(9, facts.DaysLeft(Some.LeadingTeacher.Person.Id, Some.FirstVisit, Some.Id));
        Given.AnUnsentForm2.With(facts).When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Some.Form2))
            .ThenWrong("date-1 DayTaken 2026-03-16");
    }

    [Fact, Trait("Rule", "H-65")]
    public void What_a_programme_funds_is_not_billed_to_the_school()
    {
        var form1 = Some.Form1.With(("funding", Payments.ByProgramme), ("programme", "Primary Languages, PL-07"));
        var programme = Given.Signed(Given.Form2Of(
            Given.Matched(Given.WithTheInspector(form1).After(Some.Teacher, new AgreeToTakePart(""))), Some.Form2));

        Assert.Equal(
            new Payment(2, 250, null, 500, "Primary Languages, PL-07"), Payments.Of(programme.Request, Some.Scheme));
    }

    [Fact, Trait("Rule", "H-65")]
    public void A_programme_that_pays_is_named() => Given.ADraftAtItsReview
        .When(Some.Headteacher, new SaveStep(FormKeys.Form1, 2, Some.Form1.With(("funding", Payments.ByProgramme))))
        .ThenWrong("programme Missing");

    [Theory, Trait("Rule", "H-79")]
    [InlineData(9, null, true)]
    [InlineData(12, null, false)]
    [InlineData(12, 9, true)]
    public void The_schemes_allowance_counts_where_a_person_has_none_of_their_own(
        int ofTheScheme, int? ofTheirOwn, bool isRefused)
    {
        var teacher = new LeadingTeacher(Some.LeadingTeacher.Person.Id, ["mathematics"], ["modelling"], "", ofTheirOwn);
        var facts = Some.FactsWithBookings(
            Some.LeadingTeacher, [.. Enumerable.Range(1, 8).Select(day => new DateOnly(2025, 9, day))]) with
        {
            Scheme = Some.Scheme with { FieldDays = ofTheScheme },
            Authority = new(Some.Members, [Some.SchoolEntry, Some.ProvidingSchoolEntry], [teacher], [], []),
        };

        var tenth =
            Given.AnUnsentForm2.With(facts).When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Some.Form2));

        if (isRefused) tenth.ThenWrong("date-2 NoDaysLeft 1");
        else tenth.ThenAccepted();
    }

    [Fact, Trait("Rule", "H-78")]
    public void Nine_days_of_a_school_year_are_all()
    {
        var nine = Some.FactsWithBookings(
            Some.LeadingTeacher, [.. Enumerable.Range(1, 9).Select(day => new DateOnly(2025, 9, day))]);

        Given.AnUnsentForm2.With(nine).When(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Some.Form2))
            .ThenWrong("date-1 NoDaysLeft 0", "date-2 NoDaysLeft 0");
    }
}
