using AdaptiveCards;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Cards;

/// <summary>What has happened so far, as far as it is this viewer's to know.</summary>
public static class History
{
    const int Newest = 5;

    /// <summary>"Sam Reed agreed to the release, Tuesday 3 March 2026 at 10:42."</summary>
    public static string Sentence(HistoryEntry happening) =>
        $"{happening.By.Name} {Did(happening.What)}, {Words.Moment(happening.At)}.";

    /// <summary>The newest thing that happened. Null when it is not this viewer's to know.</summary>
    public static string? Newly(View view) =>
        view.Request.History.LastOrDefault(IsAction) is { } newest && MayKnow(newest, view) ? Sentence(newest) : null;

    /// <summary>The newest thing that this viewer did themselves. Null: they have done nothing.</summary>
    public static string? OwnNewest(View view) =>
        view.Request.History.LastOrDefault(happening => IsAction(happening) && IsOwn(happening, view)) is { } own
            ? Sentence(own)
            : null;

    internal static IEnumerable<AdaptiveElement> Lines(View view)
    {
        var seen = Seen(view).TakeLast(Newest).Reverse().ToList();
        if (seen.Count == 0) yield break;

        yield return Element.Subheading("What has happened");
        foreach (var happening in seen)
        {
            yield return Element.Small(Sentence(happening));
            if (happening.Text is { } text && MayRead(happening, view))
                yield return Element.Text($"“{Element.Clip(text)}”");
        }
    }

    static IEnumerable<HistoryEntry> Seen(View view) =>
        view.Request.History.Where(happening => IsAction(happening) && MayKnow(happening, view));

    // The payment is worked out with the press that ends a request; it is nobody's action.
    static bool IsAction(HistoryEntry happening) => happening.What is not nameof(PaymentStated);

    static readonly Part[] School = [Part.Requester, Part.ReceivingHeadteacher];
    static readonly Part[] SchoolAndInspector = [.. School, Part.Inspector];
    static readonly Part[] Visitors = [.. SchoolAndInspector, Part.Teacher, Part.LeadingTeacher];
    static readonly Part[] Programme = [.. Visitors, Part.ProvidingHeadteacher];
    static readonly Part[] ProgrammeAndFinance = [.. Programme, Part.Finance];

    static bool MayKnow(HistoryEntry happening, View view) =>
        IsOwn(happening, view) || view.IsAny(WhoKnowsOf(happening.What));

    static bool MayRead(HistoryEntry happening, View view) =>
        IsOwn(happening, view) || view.IsAny(WhoReads(happening.What));

    static bool IsOwn(HistoryEntry happening, View view) => happening.By.Id == view.Viewer.Person.Id;

    // Finance hears how a request ended, and of nothing before.
    static ReadOnlySpan<Part> WhoKnowsOf(string what) => what switch
    {
        // Who was asked in vain, and why, is between them and the inspector.
        nameof(LeadingTeacherMatched) or nameof(MatchAccepted) or nameof(MatchDeclined) or nameof(ReleaseDeclined)
            or nameof(LeadingTeacherLeft) => [Part.Inspector],

        // What a headteacher says to a teacher before anything leaves the school stays in the school.
        nameof(Form1Returned) => School,
        nameof(TeacherDeclined) or nameof(TeacherLeft) => SchoolAndInspector,
        nameof(RequestClosed) or nameof(ProgrammeCancelled) => ProgrammeAndFinance,
        _ => Programme,
    };

    static ReadOnlySpan<Part> WhoReads(string what) => what switch
    {
        nameof(Form1Returned) => School,
        nameof(Form1Approved) or nameof(TeacherDeclined) or nameof(TeacherAgreed) => SchoolAndInspector,
        nameof(ReleaseAgreed) => [Part.Inspector, Part.LeadingTeacher, Part.ProvidingHeadteacher],

        // What came of the visits is no business of the leading teacher's own headteacher: it is not there to judge
        // them by.
        nameof(FollowUpNoted) or nameof(FollowUpAsked) => Visitors,
        _ => Programme,
    };

    static string Did(string what) => what switch
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
