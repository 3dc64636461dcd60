using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Cards.Tests;

// Rules of the policy about who reads what.
public sealed class PolicyTests
{
    const string Words = "causing concern";

    static Scenario Asked => Given.ADraftOfADistrictManager.Sent(
        Some.DistrictManager, FormKeys.Form1, Some.Form1OfADistrictManager.With(("support", "causing-concern")));

    static Scenario Accepted => Given.Matched(Asked.After(Some.Teacher, new AgreeToTakePart("")))
        .After(Some.LeadingTeacher, new AcceptMatch(""));

    [Fact, Trait("Rule", "H-11")]
    public void That_a_school_causes_concern_is_seen_by_those_who_need_it()
    {
        foreach (var reader in new[] { Some.DistrictManager, Some.Inspector, Some.Headteacher })
            Assert.Contains(Words, Everything(Asked, reader), StringComparison.Ordinal);
        Assert.Contains(Words, Everything(Accepted, Some.LeadingTeacher), StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "H-11")]
    public void Nobody_else_sees_it_at_any_stage()
    {
        var matched = Given.Matched(Asked.After(Some.Teacher, new AgreeToTakePart("")));
        var closed = Given.Signed(Accepted.After(Some.ProvidingHeadteacher, new AgreeRelease(""))
            .Sent(Some.LeadingTeacher, FormKeys.Form2, Some.Form2))
            .On(Some.FirstVisit).Sent(Some.LeadingTeacher, FormKeys.Record(1), Some.RecordOfFirstVisit)
            .After(Some.Inspector, new CancelProgramme("Enough."));

        Assert.DoesNotContain(Words, Everything(matched, Some.LeadingTeacher), StringComparison.Ordinal);
        foreach (var stage in new[] { Asked, matched, Accepted, closed })
            foreach (var reader in new[]
            {
                Some.Teacher,
                Some.ProvidingHeadteacher,
                Some.Finance,
                Some.SecondLeadingTeacher
            })
                Assert.DoesNotContain(Words, Everything(stage, reader), StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "H-65")]
    public void A_statement_that_a_programme_pays_charges_no_school()
    {
        var form1 = Some.Form1.With(("funding", Payments.ByProgramme), ("programme", "Primary Languages, PL-07"));
        var closed = Given.Signed(Given.Form2Of(
            Given.Matched(Given.WithTheInspector(form1).After(Some.Teacher, new AgreeToTakePart(""))), Some.Form2))
            .On(Some.FirstVisit).Sent(Some.LeadingTeacher, FormKeys.Record(1), Some.RecordOfFirstVisit)
            .After(Some.Inspector, new CancelProgramme("Enough."));

        var statement = Everything(closed, Some.Finance);

        Assert.Contains("Primary Languages, PL-07; no school is charged", statement, StringComparison.Ordinal);
        Assert.Contains(Some.ProvidingSchool.Name, statement, StringComparison.Ordinal);
    }

    // The card, and every form that can be read from it.
    static string Everything(Scenario scenario, Actor reader)
    {
        var view = scenario.As(reader);
        return CardFor.Request(view) is { } card ? card.ToJson() + ReadCard.For(view, FormKeys.Form1).ToJson() : "";
    }
}
