using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>Visits and their records.</summary>
public sealed class VisitingTests
{
    [Fact]
    public void To_the_leading_teacher_before_the_first_visit() =>
        Snapshot.Matches(Given.AProgramme.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void To_the_headteacher_before_the_first_visit() =>
        Snapshot.Matches(Given.AProgramme.SeenBy(Some.Headteacher));

    [Fact]
    public void To_the_headteacher_before_an_observation_window() =>
        Snapshot.Matches(Given.AnObservationWindow.SeenBy(Some.Headteacher));

    [Fact]
    public void To_the_teacher_after_the_first_visit() =>
        Snapshot.Matches(Given.AProgrammeWithOneVisitRecorded.SeenBy(Some.Teacher));

    [Fact]
    public void To_the_leading_teacher_after_the_first_visit() =>
        Snapshot.Matches(Given.AProgrammeWithOneVisitRecorded.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void A_record_that_is_read() =>
        Snapshot.Matches(ReadCard.For(Given.AProgrammeWithOneVisitRecorded.As(Some.Headteacher), FormKeys.Record(1)));

    [Fact]
    public void Before_a_programme_is_cancelled() =>
        Snapshot.Matches(ReasonCard.For(Given.AProgramme.As(Some.Headteacher), RequestVerbs.Cancel));

    [Fact]
    public void To_the_leading_teacher_when_a_programme_is_cancelled() =>
        Snapshot.Matches(Given.ACancelledProgramme.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void To_finance_when_a_programme_is_cancelled_after_a_visit() =>
        Snapshot.Matches(Given.ACancelledProgrammeWithOneVisit.SeenBy(Some.Finance));

    [Fact]
    public void To_the_headteacher_about_a_visit_on_another_day() =>
        Snapshot.Matches(Given.AVisitOnAnotherDay.SeenBy(Some.Headteacher));

    [Fact]
    public void A_record_that_its_writer_reads() =>
        Snapshot.Matches(ReadCard.For(Given.AClosedRequest.As(Some.LeadingTeacher), FormKeys.Record(1)));

    [Fact]
    public void A_record_that_is_corrected() =>
        Snapshot.Matches(FormCard.For(Given.AClosedRequest.As(Some.LeadingTeacher), FormKeys.Record(1)));

    [Fact]
    public void To_finance_after_a_correction() => Snapshot.Matches(Given.ACorrectedRecord.SeenBy(Some.Finance));
}
