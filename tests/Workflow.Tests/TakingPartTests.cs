using OutreachBot.Workflow.Cases;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

// Nobody is coached by surprise.
public sealed class TakingPartTests
{
    [Fact]
    public void A_teacher_agrees() => Given.ARequestWithTheInspector
        .When(Some.Teacher, new AgreeToTakePart("Gladly."))
        .Then(new TeacherAgreed(Some.Teacher.Person.Id, "Gladly."));

    [Fact]
    public void Agreeing_twice_changes_nothing() =>
        Given.ARequestTheTeacherAgreedTo.When(Some.Teacher, new AgreeToTakePart("")).ThenNothing();

    [Fact]
    public void A_teacher_who_is_not_named_cannot_agree() => Given.ARequestWithTheInspector
        .When(Some.SecondTeacher, new AgreeToTakePart(""))
        .ThenRefused<Refusal.NotYourPart>();

    [Fact]
    public void A_teacher_steps_out_with_a_reason() => Given.ARequestForTwoTeachers
        .When(Some.Teacher, new DeclineToTakePart("Not this term."))
        .Then(new TeacherDeclined(Some.Teacher.Person.Id, "Not this term."));

    [Fact]
    public void Stepping_out_needs_a_reason() => Given.ARequestForTwoTeachers
        .When(Some.Teacher, new DeclineToTakePart(""))
        .ThenRefused<Refusal.MessageMissing>();

    [Fact]
    public void The_others_stay_when_one_steps_out()
    {
        var request = Given.ARequestForTwoTeachers.After(Some.Teacher, new DeclineToTakePart("Not this term.")).Request;

        Assert.Equal([Some.SecondTeacher.Person], request.Teachers);
        Assert.Equal([Some.Teacher.Person.Id], request.Former);
    }

    [Fact]
    public void A_teacher_who_agreed_may_still_step_out() =>
        Assert.Empty(
            Given.ARequestTheTeacherAgreedTo.After(Some.Teacher, new DeclineToTakePart("I move away.")).Request.Agreed);

    [Fact]
    public void When_the_last_one_has_left_the_requester_names_others()
    {
        Assert.Contains(Given.ARequestEveryTeacherLeft.Request.Waiting, turn => turn.Person == Some.Headteacher.Person);

        Given.ARequestEveryTeacherLeft
            .When(Some.Headteacher, new NameTeachers([Some.SecondTeacher.Person.Id.Key]))
            .Then(new TeachersNamed([Some.SecondTeacher.Person]));
    }

    [Fact]
    public void Naming_one_teacher_twice_names_one() => Given.ARequestEveryTeacherLeft
        .When(Some.Headteacher, new NameTeachers([Some.SecondTeacher.Person.Id.Key, Some.SecondTeacher.Person.Id.Key]))
        .Then(new TeachersNamed([Some.SecondTeacher.Person]));

    [Fact]
    public void A_teacher_who_names_themselves_has_agreed()
    {
        var left =
            Given.ATeachersRequestWithTheInspector.After(Some.Teacher, new DeclineToTakePart("Rather a colleague."));

        var named = left.After(Some.Teacher,
            new NameTeachers([Some.Teacher.Person.Id.Key, Some.SecondTeacher.Person.Id.Key]));

        Assert.Equal([Some.Teacher.Person.Id], named.Request.Agreed);
    }

    [Fact]
    public void Others_are_named_only_when_nobody_is_left() => Given.ARequestWithTheInspector
        .When(Some.Headteacher, new NameTeachers([Some.SecondTeacher.Person.Id.Key]))
        .ThenRefused<Refusal.NotAtThisStage>();

    [Fact]
    public void Somebody_must_be_named() => Given.ARequestEveryTeacherLeft
        .When(Some.Headteacher, new NameTeachers([]))
        .ThenRefused<Refusal.NotACandidate>();

    [Fact]
    public void Teachers_of_another_school_cannot_be_named() => Given.ARequestEveryTeacherLeft
        .When(Some.Headteacher, new NameTeachers([Some.Stranger.Person.Id.Key]))
        .ThenRefused<Refusal.NotACandidate>();
}
