using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Tests;

public sealed class CandidatesTests
{
    static readonly Actor[] AsTheyStand = [Some.LeadingTeacher, Some.ThirdLeadingTeacher, Some.SecondLeadingTeacher];

    [Fact]
    public void Everybody_of_the_subject_is_listed_and_the_kind_of_support_comes_first() =>
        Ranks(Given.ARequestWithTheInspector, AsTheyStand);

    [Fact]
    public void What_speaks_for_a_leading_teacher_is_told() => Assert.Equal(
        new Candidate(
            Some.LeadingTeacher.Person, Some.ProvidingSchool, "Number sense in Years 3 and 4",
            OffersKind: true, DaysLeft: 9, Free: true, Kilometres: 5, WorkedHereBefore: false, Preferred: false,
                SaidNo: false),
        Candidates.For(Given.ARequestWithTheInspector.Request, Some.Facts)[0]);

    [Fact]
    public void A_place_that_is_not_known_has_no_distance() =>
        Assert.Null(Candidates.For(Given.ARequestWithTheInspector.Request, Some.Facts)[1].Kilometres);

    [Fact]
    public void Whoever_the_school_prefers_comes_first() => Ranks(
        Given.WithTheInspector(Some.Form1.With(("preferred", Some.SecondLeadingTeacher.Person.Id.Key))),
        Some.SecondLeadingTeacher, Some.LeadingTeacher, Some.ThirdLeadingTeacher);

    [Fact]
    public void Whoever_said_no_comes_last() => Ranks(
        Given.AReleaseThatWasDeclined, Some.ThirdLeadingTeacher, Some.SecondLeadingTeacher, Some.LeadingTeacher);

    [Fact]
    public void Whoever_has_too_few_days_left_comes_after_those_who_have_enough()
    {
        var fiveDays = Given.WithTheInspector(Some.Form1.With(("days", "5")));

        Ranks(fiveDays, Some.LeadingTeacher, Some.SecondLeadingTeacher, Some.ThirdLeadingTeacher);
        Assert.False(Candidates.For(fiveDays.Request, Some.Facts)[2].EnoughDays(fiveDays.Request));
    }

    [Fact]
    public void Days_left_are_counted_in_the_school_year_of_the_first_preferred_day()
    {
        var facts = Some.FactsWithBookings(Some.LeadingTeacher, new(2025, 9, 1), new DateOnly(2025, 8, 29));
        var nextYear = Given.WithTheInspector(Some.Form1.With(("date-1", "2026-09-07"), ("date-2", "")));

        Assert.Equal(8, Candidates.For(Given.ARequestWithTheInspector.Request, facts)[0].DaysLeft);
        Assert.Equal(9, Candidates.For(nextYear.Request, facts)[0].DaysLeft);
    }

    [Fact]
    public void Whoever_is_not_free_comes_after_those_who_are()
    {
        var busy = Given.ARequestWithTheInspector.With(Some.FactsWithBookings(Some.LeadingTeacher, Some.SecondVisit));

        Ranks(busy, Some.ThirdLeadingTeacher, Some.LeadingTeacher, Some.SecondLeadingTeacher);
        Assert.False(Candidates.For(busy.Request, busy.Facts)[1].Free);
    }

    [Fact]
    public void Whoever_worked_here_before_comes_before_those_who_did_not()
    {
        var known = new Dictionary<PersonId, IReadOnlyList<Booking>>
        {
            [Some.ThirdLeadingTeacher.Person.Id] = [new(new(2025, 11, 3), Some.AnotherId, Some.School.Urn)],
        };

        Ranks(Given.ARequestWithTheInspector.With(Some.Facts with { Bookings = known }),
            Some.ThirdLeadingTeacher, Some.LeadingTeacher, Some.SecondLeadingTeacher);
    }

    [Theory]
    [InlineData("2026-03-30", false)]
    [InlineData("2025-11-03", true)]
    public void Only_who_has_come_here_or_was_not_watched_at_home_has_worked_here(string day, bool isWindow)
    {
        var known = new Dictionary<PersonId, IReadOnlyList<Booking>>
        {
            [Some.ThirdLeadingTeacher.Person.Id] =
            [
                new(DateOnly.Parse(day, null), Some.AnotherId, Some.School.Urn, isWindow)
            ],
        };

        Assert.DoesNotContain(
            Candidates.For(Given.ARequestWithTheInspector.Request, Some.Facts with { Bookings = known }),
            one => one.WorkedHereBefore);
    }

    [Fact, Trait("Rule", "H-08")]
    public void Nobody_is_matched_with_their_own_school() => Ranks(
        Given.ADraftOfADistrictManager.Sent(Some.DistrictManager, FormKeys.Form1, Some.Form1.With(
            ("school", Some.ProvidingSchool.Urn), ("teachers", Some.LeadingTeacher.Person.Id.Key))),
        Some.ThirdLeadingTeacher, Some.SecondLeadingTeacher);

    [Fact]
    public void Nobody_is_matched_without_the_role_or_a_school_of_the_directory()
    {
        var others = Some.Members.Except([Some.LeadingTeacherEntry, Some.SecondLeadingTeacherEntry]).ToList();
        var changed = Some.AuthorityOf(
        [
            .. others,
            Some.LeadingTeacherEntry with { Roles = [Role.Teacher] },
            Some.SecondLeadingTeacherEntry with { SchoolUrn = "999999" },
        ]);

        Ranks(Given.ARequestWithTheInspector.With(Some.Facts with { Authority = changed }), Some.ThirdLeadingTeacher);
    }

    [Fact]
    public void Other_subjects_have_other_candidates() => Ranks(
        Given.WithTheInspector(Some.Form1.With(("area", "science"))), Some.SecondLeadingTeacher);

    [Fact]
    public void The_inspector_may_still_choose_whoever_said_no() => Given.AReleaseThatWasDeclined
        .When(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key)).ThenAccepted();

    static void Ranks(Scenario given, params Actor[] expected) => Assert.Equal(
        expected.Select(actor => actor.Person), Candidates.For(given.Request, given.Facts)
            .Select(candidate => candidate.Person));
}
