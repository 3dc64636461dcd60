using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Tests;

public sealed class UrgencyTests
{
    static readonly DateOnly Later = new(2026, 3, 12);

    [Fact]
    public void What_others_have_waited_for_longest_comes_first() => Assert.Equal("old young", Sorted(
        Some.ProvidingHeadteacher, ("young", Given.AMatch.On(Later).After(Some.LeadingTeacher, new AcceptMatch(""))),
        ("old", Given.ARelease)));

    [Fact]
    public void An_answer_is_more_urgent_than_a_visit_to_come_and_less_than_one_that_is_long_over() =>
        Assert.Equal("visited asked to-come", Sorted(
            Some.LeadingTeacher,
            ("to-come", Given.Signed(Given.AnUnsentForm2.Sent(
                Some.LeadingTeacher, FormKeys.Form2,
                Some.Form2.With(("date-1", "2026-04-20"), ("date-2", "2026-04-21"))))),
            ("asked",
                Given.ARequestTheTeacherAgreedTo.On(new(2026, 3, 18))
                    .After(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key))),
            ("visited", Given.AProgramme)));

    [Fact]
    public void Their_own_turns_come_before_those_of_others_and_what_is_over_comes_last_the_newest_first() =>
        Assert.Equal(
            "own others closed declined",
            Sorted(
                Some.Inspector, ("declined", Given.ADeclinedRequest), ("closed", Given.AClosedRequest),
                ("others", Given.AProgramme),
                ("own", Given.ARequestWithTheInspector)));

    static string Sorted(Actor actor, params IEnumerable<(string Name, Scenario Given)> any) =>
        string.Join(' ', Urgency.Sort(any, one => one.Given.Request, actor).Select(one => one.Name));
}
