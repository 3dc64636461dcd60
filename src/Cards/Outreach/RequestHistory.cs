using OutreachBot.Workflow.Cases;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Cards.Outreach;

/// <summary>What has happened to a request, in words.</summary>
static class RequestHistory
{
    /// <summary>The payment is worked out with the press that ends a request; it is nobody's action.</summary>
    public static bool IsAction(HistoryEntry happening) => happening.What is not nameof(PaymentStated);

    /// <summary>What somebody did, behind their name.</summary>
    public static string Did(string what) => what switch
    {
        nameof(Form1Sent) => "sent form 1",
        nameof(Form1Approved) => "approved form 1",
        nameof(Form1Returned) => "sent form 1 back",
        nameof(QuestionAsked) => "asked a question",
        nameof(QuestionAnswered) => "answered the question",
        nameof(RequestDeclined) => "declined the request",
        nameof(LeadingTeacherMatched) => "chose a leading teacher",
        nameof(TeacherAgreed) => "agreed to take part",
        nameof(TeacherDeclined) => "stepped out",
        nameof(TeachersNamed) => "named other teachers",
        nameof(MatchAccepted) => "said they can do it",
        nameof(MatchDeclined) => "said they cannot do it",
        nameof(ReleaseAgreed) => "agreed to the release",
        nameof(ReleaseDeclined) => "did not agree to the release",
        nameof(ReleaseNotNeeded) => "needs no release, because the visitors come to their own school",
        nameof(Form2Sent) => "sent form 2",
        nameof(Form2Signed) => "signed form 2",
        nameof(ChangeAsked) => "asked for a change to form 2",
        nameof(Form2Reopened) => "took form 2 back to change it",
        nameof(ProgrammeConfirmed) => "completed the agreement",
        nameof(VisitRecorded) => "recorded a visit",
        nameof(VisitMoved) => "says that a visit was on another day",
        nameof(RecordCorrected) => "corrected the record of a visit",
        nameof(FollowUpNoted) => "noted what comes next",
        nameof(Form3Written) => "wrote their half of form 3",
        nameof(ImpactEvaluated) => "evaluated the impact",
        nameof(FollowUpAsked) => "asked for follow-up",
        nameof(RequestClosed) => "closed the request",
        nameof(PaymentStated) => "had the payment worked out",
        nameof(PostPassedOn) => "has somebody new in one of the posts",
        nameof(PostVacated) => "has nobody in one of the posts any more",
        nameof(TeacherLeft) => "has one of the teachers no longer at the school",
        nameof(LeadingTeacherLeft) => "has the leading teacher no longer at their school",
        nameof(SchoolRenamed) => "has a new entry for one of the schools",
        nameof(RequestWithdrawn) => "withdrew the request",
        nameof(ProgrammeCancelled) => "cancelled the programme",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {what}."),
    };
}
