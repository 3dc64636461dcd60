using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Tests.Who;

namespace OutreachBot.Workflow.Tests;

public sealed class WhoIsToldTests
{
    [Fact]
    public void A_headteachers_form_asks_the_inspector_and_each_teacher() => Tells(
        Given.ADraftAtItsReview.When(Some.Headteacher, new SendForm(FormKeys.Form1)),
        "Inspector YourTurn", "Teacher YourTurn");

    [Fact]
    public void A_district_managers_form_is_news_to_the_headteacher() => Tells(
        Given.ADraftOfADistrictManager.Written(Some.DistrictManager, FormKeys.Form1, Some.Form1OfADistrictManager)
            .When(Some.DistrictManager, new SendForm(FormKeys.Form1)),
        "Headteacher News", "Inspector YourTurn", "Teacher YourTurn");

    [Fact]
    public void A_teachers_form_asks_their_headteacher_and_not_yet_the_inspector() => Tells(
        Given.ADraftOfATeacher.Written(Some.Teacher, FormKeys.Form1, Some.Form1)
            .When(Some.Teacher, new SendForm(FormKeys.Form1)),
        "Headteacher YourTurn");

    [Fact]
    public void Approving_asks_the_inspector_and_tells_the_teacher() => Tells(
        Given.AFirstFormToApprove.When(Some.Headteacher, new ApproveForm1("")), "Inspector YourTurn", "Teacher News");

    [Fact]
    public void Sending_form_1_back_asks_the_teacher() => Tells(
        Given.AFirstFormToApprove.When(Some.Headteacher, new ReturnForm1("One day first.")), "Teacher YourTurn");

    [Fact]
    public void A_question_asks_the_requester_and_an_answer_the_inspector()
    {
        Tells(Given.ARequestWithTheInspector.When(Some.Inspector, new AskQuestion("Which year?")),
            "Headteacher YourTurn");
        Tells(Given.AnOpenQuestion.When(Some.Headteacher, new AnswerQuestion("Year 3.")), "Inspector YourTurn");
    }

    [Fact]
    public void A_question_asks_a_requester_who_has_teachers_to_name_already() => Tells(
        Given.ARequestEveryTeacherLeft.When(Some.Inspector, new AskQuestion("Who else?")), "Headteacher YourTurn");

    [Fact]
    public void A_decline_is_news_to_everybody_who_knew() => Tells(
        Given.ARequestWithTheInspector.When(Some.Inspector, new DeclineRequest("Not this year.")), "Headteacher News",
            "Teacher News");

    [Fact]
    public void A_teachers_yes_makes_no_noise() =>
        Tells(Given.ARequestWithTheInspector.When(Some.Teacher, new AgreeToTakePart("")));

    [Fact]
    public void A_teachers_no_is_news_to_the_requester_and_a_task_when_nobody_is_left()
    {
        Tells(Given.ARequestForTwoTeachers.When(Some.Teacher, new DeclineToTakePart("No.")), "Headteacher News");
        Tells(Given.ARequestWithTheInspector.When(Some.Teacher, new DeclineToTakePart("No.")), "Headteacher YourTurn");
    }

    [Fact]
    public void Teachers_who_are_named_are_asked() => Tells(
        Given.ARequestEveryTeacherLeft.When(Some.Headteacher, new NameTeachers([Some.SecondTeacher.Person.Id.Key])),
        "SecondTeacher YourTurn");

    [Fact]
    public void A_match_asks_the_leading_teacher_and_an_acceptance_their_headteacher()
    {
        Tells(Given.ARequestTheTeacherAgreedTo.When(
            Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key)),
            "LeadingTeacher YourTurn");
        Tells(Given.AMatch.When(Some.LeadingTeacher, new AcceptMatch("")), "ProvidingHeadteacher YourTurn");
    }

    [Fact]
    public void A_no_asks_the_inspector_again()
    {
        Tells(Given.AMatch.When(Some.LeadingTeacher, new DeclineMatch("No.")), "Inspector YourTurn");
        Tells(Given.ARelease.When(Some.ProvidingHeadteacher, new DeclineRelease("No.")), "Inspector YourTurn",
            "LeadingTeacher News");
    }

    [Fact]
    public void A_release_asks_the_leading_teacher_and_tells_the_school() => Tells(
        Given.ARelease.When(Some.ProvidingHeadteacher, new AgreeRelease("")), "Headteacher News",
            "LeadingTeacher YourTurn");

    [Fact]
    public void Form_2_asks_both_headteachers() => Tells(
        Given.AForm2AtItsReview.When(Some.LeadingTeacher, new SendForm(FormKeys.Form2)),
        "Headteacher YourTurn", "ProvidingHeadteacher YourTurn");

    [Fact]
    public void A_first_signature_makes_no_noise_and_the_last_one_tells_everybody()
    {
        Tells(Given.AForm2ToSign.When(Some.Headteacher, new SignForm2(1, "")));
        Tells(Given.AForm2SignedByTheReceivingHeadteacher.When(Some.ProvidingHeadteacher, new SignForm2(1, "")),
            "Headteacher News", "Inspector News", "LeadingTeacher YourTurn", "Teacher News");
    }

    [Fact]
    public void A_change_that_is_asked_for_asks_the_leading_teacher() => Tells(
        Given.AForm2ToSign.When(Some.Headteacher, new AskForChange("Not Monday.")), "LeadingTeacher YourTurn");

    [Fact]
    public void Form_2_that_is_taken_back_is_news_to_both_headteachers() => Tells(
        Given.AProgramme.When(Some.LeadingTeacher, new ChangeForm2("The hall is taken.")),
        "Headteacher News", "ProvidingHeadteacher News");

    [Fact]
    public void A_record_is_news_to_the_teachers_and_the_last_one_a_task()
    {
        Tells(Given.AProgramme.On(Some.FirstVisit)
            .Written(Some.LeadingTeacher, FormKeys.Record(1), Some.RecordOfFirstVisit)
            .When(Some.LeadingTeacher, new SendForm(FormKeys.Record(1))), "Teacher News");
        Tells(Given.AProgrammeWithOneVisitRecorded.On(Some.SecondVisit).Written(Some.LeadingTeacher, FormKeys.Record(2),
            Some.RecordOfSecondVisit)
            .When(Some.LeadingTeacher, new SendForm(FormKeys.Record(2))), "Teacher YourTurn");
    }

    [Fact]
    public void A_follow_up_is_news_to_the_leading_teacher() => Tells(
        Given.AProgrammeWithOneVisitRecorded.When(Some.Teacher, new NoteFollowUp(1, "Count daily.")),
        "LeadingTeacher News");

    [Fact]
    public void Both_halves_of_form_3_ask_the_headteacher_and_the_evaluation_the_inspector()
    {
        Tells(Given.AReflection.Written(Some.Teacher, FormKeys.Form3Teacher, Some.TeachersReflection)
            .When(Some.Teacher, new SendForm(FormKeys.Form3Teacher)));
        Tells(Given.AHalfWrittenReflection.Written(Some.LeadingTeacher, FormKeys.Form3LeadingTeacher,
            Some.LeadingTeachersReflection)
            .When(Some.LeadingTeacher, new SendForm(FormKeys.Form3LeadingTeacher)), "Headteacher YourTurn");
        Tells(Given.AnEvaluation.Written(Some.Headteacher, FormKeys.Evaluation, Some.Evaluation)
            .When(Some.Headteacher, new SendForm(FormKeys.Evaluation)), "Inspector YourTurn");
    }

    [Fact]
    public void Follow_up_asks_those_who_reflect_and_tells_the_headteacher() => Tells(
        Given.AFinishedReflection.When(Some.Inspector, new AskForFollowUp("More, please.")),
        "Headteacher News", "LeadingTeacher YourTurn", "Teacher YourTurn");

    [Fact]
    public void Closing_tells_everybody_and_finance() => Tells(
        Given.AFinishedReflection.When(Some.Inspector, new CloseRequest("")),
        "Finance News", "Headteacher News", "LeadingTeacher News", "ProvidingHeadteacher News", "Teacher News");

    [Fact]
    public void A_cancelled_programme_tells_everybody_and_finance_only_when_there_is_something_to_pay()
    {
        Tells(Given.AProgramme.When(Some.Headteacher, new CancelProgramme("No.")),
            "Inspector News", "LeadingTeacher News", "ProvidingHeadteacher News", "Teacher News");
        Tells(Given.AProgrammeWithOneVisitRecorded.When(Some.Headteacher, new CancelProgramme("No.")),
            "Finance News", "Inspector News", "LeadingTeacher News", "ProvidingHeadteacher News", "Teacher News");
    }
}
