using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Tests.NewerDirectory;

namespace OutreachBot.Workflow.Tests;

// Who holds a post, and who decides where its holder may not.
public sealed class PostsTests
{
    [Fact]
    public void Both_heads_of_a_shared_headship_are_asked_and_either_answers()
    {
        var authority = Some.AuthorityOf([.. Some.Members, Successor]);
        var given = Given.ADraftOfATeacher.With(Given.ADraft.Facts with { Authority = authority })
            .Written(Some.Teacher, FormKeys.Form1, Some.Form1);

        var sent = given.When(Some.Teacher, new SendForm(FormKeys.Form1));

        Assert.Equal(2, sent.Notices.Count(notice => notice.Kind is NoticeKind.YourTurn));
        var approved = sent.After.When(Acting(Successor), new ApproveForm1(""));
        Assert.Contains(
            approved.Notices, notice => notice.To == Some.Headteacher.Person.Id && notice.Kind is NoticeKind.Update);
    }

    [Fact]
    public void Nobody_releases_themselves()
    {
        var head = Some.LeadingTeacherEntry with { Roles = [Role.Headteacher, Role.LeadingTeacher] };
        var authority = Without([Some.LeadingTeacherEntry, Some.ProvidingHeadteacherEntry], head);
        var accepted = Given.ARequestTheTeacherAgreedTo.With(FactsOf(authority))
            .After(Some.Inspector, new MatchLeadingTeacher(head.Person.Id.Key))
            .After(Acting(head), new AcceptMatch(""));

        Assert.Equal(
            (Some.DistrictManager.Person, Role.DistrictManager),
            (accepted.Request.Match!.Headteacher, accepted.Request.Match.ReleasedAs));
        accepted.When(Acting(head), new AgreeRelease("")).ThenRefused<Refusal.NotYourPart>();
        accepted.After(Some.DistrictManager, new AgreeRelease(""));
    }

    [Fact]
    public void Nobody_brokers_their_own_request()
    {
        var both = Some.DistrictManagerEntry with { Roles = [Role.DistrictManager, Role.Inspector] };
        var authority = Some.AuthorityOf(
            [.. Some.Members.Where(member => member != Some.DistrictManagerEntry), both], null,
            [new(both.Person.Id, ["mathematics"])]);

        var sent = Given.ADraftOfADistrictManager.With(FactsOf(authority))
            .Sent(Acting(both), FormKeys.Form1, Some.Form1OfADistrictManager);

        Assert.Equal((Some.Coordinator.Person, Role.Coordinator), (sent.Request.Inspector, sent.Request.BrokeredAs));
        sent.When(Acting(both), new DeclineRequest("No.")).ThenRefused<Refusal.NotYourPart>();
    }

    [Fact]
    public void Whoever_leads_two_schools_says_for_which_they_ask()
    {
        var head = Some.HeadteacherEntry with { MoreSchools = [Some.DistantSchool.Urn] };
        var facts = FactsOf(Without(Some.HeadteacherEntry, head));

        var draft = Given.Nothing.With(facts).After(Acting(head), new StartRequest());

        Assert.Equal(
            [Some.School.Name, Some.DistantSchool.Name],
            RequestForms.Choices(draft.Request, facts).Schools.Select(school => school.Label));
        Assert.Contains(
            RequestForms.For(FormKeys.Form1, draft.Request, facts.Scheme)!.Questions, question =>
                question.Id == "school");
        Assert.DoesNotContain(
            RequestForms.For(FormKeys.Form1, Given.ADraft.Request, facts.Scheme)!.Questions,
            question => question.Id == "school");
        var sent = draft.Sent(Acting(head), FormKeys.Form1, Some.Form1.With([new("school", Some.School.Urn)]));
        Assert.Equal(Some.School, sent.Request.School);
    }

    [Fact]
    public void Nothing_is_asked_for_a_school_that_is_closed()
    {
        var facts = FactsOf(Some.AuthorityOf(
            Some.Members, [Some.SchoolEntry with { ClosesOn = Some.Today.AddDays(-1) }, Some.ProvidingSchoolEntry],
            null));

        Given.Nothing.With(facts).When(Some.Headteacher, new StartRequest()).ThenRefused<RequestRefusal.SchoolClosed>();
    }
}
