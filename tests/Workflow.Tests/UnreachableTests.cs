using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Workflow.Tests;

// A request does not stand still because one person cannot be reached.
public sealed class UnreachableTests
{
    public static TheoryData<string, string, string> Turns => new()
    {
        { nameof(Given.AFirstFormToApprove), "Headteacher", "Teacher" },
        { nameof(Given.ARequestWithTheInspector), "Teacher", "Headteacher" },
        { nameof(Given.ARequestWithTheInspector), "Inspector", "" },
        { nameof(Given.AMatch), "LeadingTeacher", "Inspector" },
        { nameof(Given.ARelease), "ProvidingHeadteacher", "Inspector" },
        { nameof(Given.AnEvaluation), "Headteacher", "Inspector" },
    };

    [Theory, MemberData(nameof(Turns))]
    public void Who_can_act_instead_is_told_and_so_is_the_coordinator(string given, string missing, string instead)
    {
        var scenario = (Scenario)typeof(Given).GetProperty(given)!.GetValue(null)!;
        var person = Some.Everybody.First(actor => Who.Is(actor.Person.Id) == missing).Person.Id;

        var told = Unreachable.After(new(person, NoticeKind.YourTurn, 5), About(scenario), Some.Authority).ToList();

        Assert.Equal(
            instead,
            string.Join(
                ' ', told.Where(notice => notice.Kind is NoticeKind.Unreached).Select(notice => Who.Is(notice.To))));
        Assert.All(told, notice => Assert.Equal((5, person), (notice.Version, notice.About)));
        Assert.Equal(
            Some.Coordinator.Person.Id, Assert.Single(told, notice => notice.Kind is NoticeKind.Undelivered).To);
    }

    [Fact]
    public void Whoever_leads_the_school_now_has_the_turn()
    {
        var successor = Some.StrangerEntry with { Roles = [Role.Headteacher], SchoolUrn = Some.ProvidingSchool.Urn };
        var authority = Some.AuthorityOf([
            .. Some.Members.Where(member => member != Some.ProvidingHeadteacherEntry && member != Some.StrangerEntry),
            successor
        ]);

        var told = Unreachable.After(
            new(Some.ProvidingHeadteacher.Person.Id, NoticeKind.YourTurn, 5), About(Given.ARelease), authority);

        Assert.Contains(new(successor.Person.Id, NoticeKind.YourTurn, 5), told);
    }

    [Fact]
    public void Where_nothing_was_asked_only_the_coordinator_hears_of_it() => Assert.Equal(
        [NoticeKind.Undelivered],
        Unreachable.After(new(Some.Teacher.Person.Id, NoticeKind.News, 5), About(Given.AProgramme), Some.Authority)
            .Select(notice => notice.Kind));

    [Theory]
    [InlineData(NoticeKind.Update)]
    [InlineData(NoticeKind.Undelivered)]
    public void Nobody_hears_of_what_nobody_was_to_read(NoticeKind kind) =>
        Assert.Empty(Unreachable.After(new(Some.Teacher.Person.Id, kind, 5), About(Given.AProgramme), Some.Authority));

    [Fact]
    public void A_coordinator_does_not_report_themselves() =>
        Assert.Empty(Unreachable.After(
            new(Some.Coordinator.Person.Id, NoticeKind.News, 5), About(Given.AProgramme), Some.Authority));

    static (CaseWorkflow, Case) About(Scenario scenario) => (new OutreachWorkflow(), scenario.Request);
}
