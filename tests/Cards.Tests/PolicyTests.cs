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

    [Fact, Trait("Rule", "H-18")]
    public void What_a_teacher_says_of_themselves_is_not_the_other_schools_to_read()
    {
        const string words = "Pupils talk about numbers more.";

        foreach (var reader in new[] { Some.ProvidingHeadteacher, Some.Finance })
            Assert.DoesNotContain(
                words, Everything(Given.AClosedRequest, reader) + Reads(FormKeys.Form3Teacher, reader),
                StringComparison.Ordinal);
        Assert.Contains(words, Reads(FormKeys.Form3Teacher, Some.Teacher), StringComparison.Ordinal);

        static string Reads(string form, Actor reader) => ReadCard.For(Given.AClosedRequest.As(reader), form).ToJson();
    }

    [Fact, Trait("Rule", "H-20")]
    public void Whoever_signs_reads_who_has_not_said_yes_yet_and_confirmation_waits_for_them()
    {
        var unasked = Given.Form2Of(Given.AMatchOfAnUnaskedTeacher, Some.Form2);
        var sentence = $"{Some.Teacher.Person.Name} has not agreed yet. It is confirmed once they have.";

        foreach (var head in new[] { Some.Headteacher, Some.ProvidingHeadteacher })
        {
            Assert.Contains(sentence, Everything(unasked, head), StringComparison.Ordinal);
            Assert.DoesNotContain("not agreed yet", Everything(Given.AForm2ToSign, head), StringComparison.Ordinal);
        }
        Assert.Equal(Stage.Confirming, Given.Signed(unasked).Request.Stage);
        Assert.Equal(Stage.Visiting, Given.Signed(unasked).After(Some.Teacher, new AgreeToTakePart("")).Request.Stage);
    }

    [Fact, Trait("Rule", "H-49")]
    public void Why_another_rate_was_agreed_is_read_by_both_headteachers_and_the_inspector()
    {
        var form2 = Given.AnUnsentForm2.Sent(
            Some.LeadingTeacher, FormKeys.Form2,
            Some.Form2.With(("rate", "180"), ("rate-reason", "Half of it is planned together.")));

        foreach (var reader in new[] { Some.Headteacher, Some.ProvidingHeadteacher, Some.Inspector })
            Assert.Contains(
                "Half of it is planned together.", ReadCard.For(form2.As(reader), FormKeys.Form2).ToJson(),
                StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "H-56")]
    public void Whoever_may_not_ask_is_told_who_may() => Assert.Contains(
        "headteacher, a teacher or the district manager", new OutreachCards().MayNotStart().ToJson(),
        StringComparison.Ordinal);

    [Fact, Trait("Rule", "H-61")]
    public void What_a_teacher_noted_after_a_visit_is_before_them_in_form_3()
    {
        var noted = Given.AReflection.After(Some.Teacher, new NoteFollowUp(2, "A staff meeting in May."));

        Assert.Contains(
            "A staff meeting in May.", FormCard.For(noted.As(Some.Teacher), FormKeys.Form3Teacher).ToJson(),
            StringComparison.Ordinal);
    }

    // The card, and every form that can be read from it.
    static string Everything(Scenario scenario, Actor reader)
    {
        var view = scenario.As(reader);
        return CardFor.Request(view) is { } card ? card.ToJson() + ReadCard.For(view, FormKeys.Form1).ToJson() : "";
    }
}
