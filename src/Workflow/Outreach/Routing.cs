using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Outreach;

/// <summary>
/// Which stage comes next. The decision asks it once, and its events record the answer: what has been recorded leads
/// where it led then, whatever is changed here.
/// </summary>
static class Routing
{
    /// <summary>The decision with the stage in each of its events.</summary>
    public static Decision Route(Request request, Decision decision, Person by)
    {
        if (decision is not Decision.Accepted { Events: var events }) return decision;

        var (now, routed) = (request, new List<CaseEvent>());
        foreach (var what in events)
        {
            routed.Add(what is RequestEvent own ? Route(now, own, by) : what);
            now = now.Change(routed[^1], by);
        }
        return Decision.Accept(routed);
    }

    /// <summary>The event with the stage to which it leads.</summary>
    public static RequestEvent Route(Request before, RequestEvent what, Person by) =>
        what.LeadsTo is null ? what with { LeadsTo = Next(before, before.With(what, by), what) } : what;

    static Stage Next(Request before, Request after, RequestEvent what) => what switch
    {
        RequestStarted or Form1Returned => Stage.Drafting,

        // A teacher's request goes to their headteacher first.
        Form1Sent => before.RequesterRole is Role.Teacher ? Stage.Approving : Stage.Brokering,
        Form1Approved or MatchDeclined or ReleaseDeclined or LeadingTeacherLeft => Stage.Brokering,
        LeadingTeacherMatched => Stage.Accepting,
        MatchAccepted => Stage.Releasing,
        ReleaseAgreed or ReleaseNotNeeded or ChangeAsked or Form2Reopened or VisitMoved => Stage.Confirming,
        ProgrammeConfirmed or VisitRecorded => after.NextVisit is null ? Stage.Reflecting : Stage.Visiting,

        // Nobody waits for a half of form 3 whose writers have all left.
        Form3Written or PostVacated or TeacherLeft
            when before.Stage is Stage.Reflecting && Reflecting.IsWritten(after) => Stage.Evaluating,
        ImpactEvaluated => Stage.Closing,
        FollowUpAsked => Stage.Reflecting,
        RequestClosed => Stage.Closed,
        RequestDeclined => Stage.Declined,
        RequestWithdrawn => Stage.Withdrawn,
        ProgrammeCancelled => Stage.Cancelled,
        _ => before.Stage,
    };
}
