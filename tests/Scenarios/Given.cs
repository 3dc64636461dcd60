using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Scenarios;

/// <summary>
/// Requests at every stage, each built on the one before by deciding commands and folding what came of them. The
/// headteacher of Alderbrook asks for two days of mathematics, unless a name says otherwise.
/// </summary>
public static class Given
{
    public static Scenario Nothing => Scenario.Nothing;

    public static Scenario ADraft => Started(Some.Headteacher);
    public static Scenario ADraftAtItsSecondStep =>
        ADraft.After(Some.Headteacher, new SaveStep(FormKeys.Form1, 0, Some.Form1));
    public static Scenario ADraftAtItsReview => ADraft.Written(Some.Headteacher, FormKeys.Form1, Some.Form1);
    public static Scenario ADraftOfATeacher => Started(Some.Teacher);
    public static Scenario ADraftOfADistrictManager => Started(Some.DistrictManager);

    public static Scenario AFirstFormToApprove => ADraftOfATeacher.Sent(Some.Teacher, FormKeys.Form1, Some.Form1);
    public static Scenario AFirstFormSentBack =>
        AFirstFormToApprove.After(Some.Headteacher, new ReturnForm1("Please ask for one day first."));
    public static Scenario ATeachersRequestWithTheInspector =>
        AFirstFormToApprove.After(Some.Headteacher, new ApproveForm1(""));

    public static Scenario ARequestWithTheInspector => Told(Chapter.Matching);
    public static Scenario ARequestForTwoTeachers => WithTheInspector(Some.Form1ForTwoTeachers);
    public static Scenario ADistrictManagersRequest =>
        ADraftOfADistrictManager.Sent(Some.DistrictManager, FormKeys.Form1, Some.Form1OfADistrictManager);
    public static Scenario AnOpenQuestion =>
        ARequestWithTheInspector.After(Some.Inspector, new AskQuestion("Which scheme of work do you follow?"));
    public static Scenario AnAnsweredQuestion =>
        AnOpenQuestion.After(Some.Headteacher, new AnswerQuestion("One of our own."));
    public static Scenario ARequestTheTeacherAgreedTo =>
        ARequestWithTheInspector.After(Some.Teacher, new AgreeToTakePart("Gladly."));
    public static Scenario ARequestEveryTeacherLeft =>
        ARequestWithTheInspector.After(Some.Teacher, new DeclineToTakePart("I am on leave from April."));
    public static Scenario ADeclinedRequest =>
        ARequestWithTheInspector.After(Some.Inspector, new DeclineRequest("The hub offers the same course in May."));

    public static Scenario AMatch => Told(Chapter.Accepting);
    public static Scenario AMatchOfAnUnaskedTeacher => Matched(ARequestWithTheInspector);
    public static Scenario AMatchThatWasDeclined =>
        AMatch.After(Some.LeadingTeacher, new DeclineMatch("March is full."));
    public static Scenario ARelease => Told(Chapter.Release);
    public static Scenario AReleaseThatNobodyCanGive =>
        ARelease.Happened(Some.Coordinator, new RequestEvent.PostVacated(Part.ProvidingHeadteacher));
    public static Scenario AReleaseThatWasDeclined =>
        ARelease.After(Some.ProvidingHeadteacher, new DeclineRelease("We are inspected that week."));
    public static Scenario AWithdrawnRequest =>
        ARelease.After(Some.Headteacher, new WithdrawRequest("Our budget has changed."));
    public static Scenario AWithdrawnDraft => ADraftAtItsReview.After(Some.Headteacher, new WithdrawRequest(""));

    public static Scenario AnUnsentForm2 => Told(Chapter.Form2);
    public static Scenario AForm2AtItsReview => AnUnsentForm2.Written(Some.LeadingTeacher, FormKeys.Form2, Some.Form2);
    public static Scenario AForm2ToSign => Told(Chapter.Signing);
    public static Scenario AForm2SignedByTheReceivingHeadteacher =>
        AForm2ToSign.After(Some.Headteacher, new SignForm2(1, ""));
    public static Scenario AForm2SignedByTheProvidingHeadteacher =>
        AForm2ToSign.After(Some.ProvidingHeadteacher, new SignForm2(1, ""));
    public static Scenario AForm2ToChange => AForm2SignedByTheReceivingHeadteacher.After(
        Some.ProvidingHeadteacher, new AskForChange("Not the 23rd, please: sports day."));
    public static Scenario AForm2SignedTwiceBeforeTheTeacherAgreed =>
        Signed(Form2Of(AMatchOfAnUnaskedTeacher, Some.Form2));

    public static Scenario AProgramme => Told(Chapter.FirstVisit);
    public static Scenario AnObservationWindow =>
        Signed(Form2Of(Matched(WithTheInspector(Some.Form1ForAnObservationWindow)), Some.Form2ForAnObservationWindow))
            .After(Some.Teacher, new AgreeToTakePart(""));
    public static Scenario AProgrammeWithOneVisitRecorded => Told(Chapter.SecondVisit);
    public static Scenario AProgrammeOnItsSecondDay => AProgrammeWithOneVisitRecorded.On(Some.SecondVisit);
    public static Scenario AVisitOnAnotherDay => AProgramme.On(new(2026, 3, 19))
        .Sent(Some.LeadingTeacher, FormKeys.Record(1), Some.RecordOfFirstVisit.With(("date", "2026-03-18")));
    public static Scenario AProgrammeToChange =>
        AProgrammeWithOneVisitRecorded.After(Some.LeadingTeacher, new ChangeForm2("The second day moves."));
    public static Scenario ACancelledProgramme =>
        AProgramme.After(Some.Headteacher, new CancelProgramme("The teacher has left us."));
    public static Scenario ACancelledProgrammeWithOneVisit => AProgrammeWithOneVisitRecorded.After(
        Some.ProvidingHeadteacher, new CancelProgramme("Our leading teacher is unwell."));

    public static Scenario AReflection => Told(Chapter.Form3);
    public static Scenario AHalfWrittenReflection =>
        AReflection.Sent(Some.Teacher, FormKeys.Form3Teacher, Some.TeachersReflection);
    public static Scenario AnEvaluation => Told(Chapter.Evaluation);
    public static Scenario AFinishedReflection => Told(Chapter.Closing);
    public static Scenario AReflectionToFollowUp =>
        AFinishedReflection.After(Some.Inspector, new AskForFollowUp("What did the pupils say?"));
    public static Scenario AClosedRequest => Told(Chapter.End);
    public static Scenario ACorrectedRecord => AClosedRequest.Sent(Some.LeadingTeacher, FormKeys.Record(1),
            Some.RecordOfFirstVisit.With(("people", "Two class teachers, leading teacher")));

    /// <summary>Every scenario above by its name, for tests that hold for all of them.</summary>
    public static IReadOnlyDictionary<string, Scenario> Everything => field ??= typeof(Given).GetProperties()
        .Where(property => property.PropertyType == typeof(Scenario))
        .ToDictionary(property => property.Name, property => (Scenario)property.GetValue(null)!);

    // The story that is told once; whatever goes another way starts from it.
    static Scenario Told(Chapter next) => DecisionPlayer.Cast.UpTo(next);

    static Scenario Started(Actor actor) => Nothing.After(actor, new StartRequest());

    /// <summary>A headteacher's form 1 with these answers, with the inspector.</summary>
    public static Scenario WithTheInspector(Answers form1) => ADraft.Sent(Some.Headteacher, FormKeys.Form1, form1);

    /// <summary>Matched with the leading teacher of Birchwater.</summary>
    public static Scenario Matched(Scenario request) =>
        request.After(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));

    /// <summary>From a match to a form 2 with these answers that waits for signatures.</summary>
    public static Scenario Form2Of(Scenario match, Answers form2)
    {
        var accepted = match.After(Some.LeadingTeacher, new AcceptMatch(""));
        return (accepted.Request.Stage is Stage.Releasing
            ? accepted.After(Some.ProvidingHeadteacher, new AgreeRelease(""))
            : accepted)
            .Sent(Some.LeadingTeacher, FormKeys.Form2, form2);
    }

    /// <summary>Signed by both headteachers, as the draft stands.</summary>
    public static Scenario Signed(Scenario form2) => form2
        .After(Some.Headteacher, new SignForm2(form2.Request.Form2Draft, ""))
        .After(Some.ProvidingHeadteacher, new SignForm2(form2.Request.Form2Draft, ""));
}
