using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Outreach;

/// <summary>
/// Where an event led that was recorded without a stage, before version 0.5. It is what such events mean, and
/// never changes; where an event leads today says <see cref="Routing"/>.
/// </summary>
static class EarlierEvents
{
    /// <param name="before">The request before it.</param>
    /// <param name="after">The same with all that the event changes but the stage.</param>
    /// <param name="what">The event.</param>
    public static Stage StageAfter(Request before, Request after, CaseEvent what) => what switch
    {
        RequestStarted or Form1Returned => Stage.Drafting,
        Form1Sent => before.RequesterRole is Role.Teacher ? Stage.Approving : Stage.Brokering,
        Form1Approved or MatchDeclined or ReleaseDeclined or LeadingTeacherLeft => Stage.Brokering,
        LeadingTeacherMatched => Stage.Accepting,
        MatchAccepted => Stage.Releasing,
        ReleaseAgreed or ReleaseNotNeeded or ChangeAsked or Form2Reopened or VisitMoved => Stage.Confirming,
        ProgrammeConfirmed or VisitRecorded => after.NextVisit is null ? Stage.Reflecting : Stage.Visiting,
        Form3Written => Reflecting.IsWritten(after) ? Stage.Evaluating : before.Stage,
        PostVacated or TeacherLeft when before.Stage is Stage.Reflecting && Reflecting.IsWritten(after) =>
            Stage.Evaluating,
        ImpactEvaluated => Stage.Closing,
        FollowUpAsked => Stage.Reflecting,
        RequestClosed => Stage.Closed,
        RequestDeclined => Stage.Declined,
        RequestWithdrawn => Stage.Withdrawn,
        ProgrammeCancelled => Stage.Cancelled,
        _ => before.Stage,
    };
}
