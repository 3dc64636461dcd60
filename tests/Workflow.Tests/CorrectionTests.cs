using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

// A record that was sent is put right.
public sealed class CorrectionTests
{
    static readonly string First = FormKeys.Record(1);

    [Fact]
    public void A_record_that_was_sent_is_corrected_in_the_open()
    {
        var right = Some.RecordOfFirstVisit.With(("people", "Two class teachers, leading teacher"));
        var corrected = Given.AProgrammeWithOneVisitRecorded.Written(Some.LeadingTeacher, First, right)
            .When(Some.LeadingTeacher, new SendForm(First));

        corrected.Then(new RecordCorrected(1, right));
        Assert.Equal(right, corrected.Request.Visits[0].Record);
        Assert.Equal((Stage.Visiting, 2), (corrected.Request.Stage, corrected.Request.NextVisit!.Number));
        foreach (var told in new[] { Some.Headteacher, Some.ProvidingHeadteacher, Some.Inspector, Some.Teacher })
            Assert.Contains(corrected.Notices, notice => notice.To == told.Person.Id && notice.Kind is NoticeKind.News);
    }

    [Fact]
    public void A_record_that_is_corrected_after_the_payment_makes_a_corrected_statement()
    {
        var corrected = Given.ACorrectedRecord.Request;

        Assert.Equal(new Payment(2, 250, null, 500, IsCorrected: true), corrected.Payment);
        Assert.Equal(Stage.Closed, corrected.Stage);
    }

    [Fact]
    public void The_day_of_a_record_that_was_sent_stays() => Given.AClosedRequest
        .When(Some.LeadingTeacher, new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("date", "2026-03-17"))))
        .ThenWrong("date DayIsAgreed 2026-03-16");

    [Fact]
    public void What_was_recorded_stands_until_its_correction_is_sent()
    {
        var begun = Given.AClosedRequest.After(
            Some.LeadingTeacher,
            new SaveStep(First, 0, Some.RecordOfFirstVisit.With(("people", "Two class teachers"))));

        Assert.Equal(Some.RecordOfFirstVisit, begun.Request.Visits[0].Record);
        Assert.Equal("Two class teachers", begun.Request.Draft(First).Answers["people"]);
    }
}
