using AdaptiveCards;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Cards;

/// <summary>What has happened so far, as far as it is this viewer's to know.</summary>
public static class Story
{
    const int Newest = 5;

    /// <summary>"Sam Reed agreed to the release, Tuesday 3 March 2026 at 10:42."</summary>
    public static string Sentence(Happening happening) => $"{happening.By.Name} {Deed(happening.What)}, {Words.Moment(happening.At)}.";

    /// <summary>The newest thing that happened. Null when it is not this viewer's to know.</summary>
    public static string? Newly(View view) =>
        view.Request.Story.LastOrDefault(IsDeed) is { } newest && MayKnow(newest, view) ? Sentence(newest) : null;

    internal static IEnumerable<AdaptiveElement> Lines(View view)
    {
        var seen = Seen(view).TakeLast(Newest).Reverse().ToList();
        if (seen.Count == 0) yield break;

        yield return Kit.Subheading("What has happened");
        foreach (var happening in seen)
        {
            yield return Kit.Small(Sentence(happening));
            if (happening.Text is { } text && MayRead(happening, view)) yield return Kit.Text($"“{Kit.Clip(text)}”");
        }
    }

    static IEnumerable<Happening> Seen(View view) =>
        view.Request.Story.Where(happening => IsDeed(happening) && MayKnow(happening, view));

    // The payment is worked out with the press that ends a request; it is nobody's deed.
    static bool IsDeed(Happening happening) => happening.What is not nameof(PaymentStated);

    static bool MayKnow(Happening happening, View view) =>
        view.Is(Part.Inspector) || happening.By.Id == view.Viewer.Person.Id || !IsBrokersOnly(happening.What);

    // Who was asked in vain, and why, is between them and the inspector.
    static bool IsBrokersOnly(string what) =>
        what is nameof(LeadingTeacherMatched) or nameof(MatchDeclined) or nameof(ReleaseDeclined) or nameof(MatchAccepted);

    static bool MayRead(Happening happening, View view) =>
        view.Is(Part.Inspector) || happening.By.Id == view.Viewer.Person.Id || happening.What switch
        {
            nameof(Form1Approved) or nameof(Form1Returned) or nameof(TeacherDeclined) or nameof(TeacherAgreed) =>
                view.Is(Part.Requester) || view.Is(Part.ReceivingHeadteacher),
            nameof(ReleaseAgreed) => view.Is(Part.LeadingTeacher) || view.Is(Part.ProvidingHeadteacher),
            _ => true,
        };

    static string Deed(string what) => what switch
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
        nameof(Form2Sent) => "sent form 2",
        nameof(Form2Signed) => "signed form 2",
        nameof(ChangeAsked) => "asked for a change to form 2",
        nameof(Form2Reopened) => "took form 2 back to change it",
        nameof(ProgrammeConfirmed) => "completed the agreement",
        nameof(VisitRecorded) => "recorded a visit",
        nameof(FollowUpNoted) => "noted what comes next",
        nameof(Form3Written) => "wrote their half of form 3",
        nameof(ImpactEvaluated) => "evaluated the impact",
        nameof(FollowUpAsked) => "asked for follow-up",
        nameof(RequestClosed) => "closed the request",
        nameof(PaymentStated) => "had the payment worked out",
        nameof(RequestWithdrawn) => "withdrew the request",
        nameof(ProgrammeCancelled) => "cancelled the programme",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {what}."),
    };
}
