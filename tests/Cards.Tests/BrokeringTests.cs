using OutreachBot.Workflow.Directory;

namespace OutreachBot.Cards.Tests;

/// <summary>The inspector finds somebody; the school answers; teachers say whether they want it.</summary>
public sealed class BrokeringTests
{
    [Fact]
    public void To_the_inspector_when_a_request_comes() =>
        Snapshot.Matches(Given.ARequestForTwoTeachers.SeenBy(Some.Inspector));

    [Fact]
    public void To_the_inspector_while_a_question_waits() =>
        Snapshot.Matches(Given.AnOpenQuestion.SeenBy(Some.Inspector));

    [Fact]
    public void To_the_inspector_after_a_no() => Snapshot.Matches(Given.AMatchThatWasDeclined.SeenBy(Some.Inspector));

    [Fact]
    public void To_the_inspector_when_nobody_could_help() =>
        Snapshot.Matches(Given.ARequestWithTheInspector.With(Some.Facts with
        {
            Authority = Some.AuthorityOf(
                    [.. Some.Members.Where(member => !member.Roles.Contains(Role.LeadingTeacher))])
        })
            .SeenBy(Some.Inspector));

    [Fact]
    public void To_the_school_while_the_inspector_looks() =>
        Snapshot.Matches(Given.ARequestWithTheInspector.SeenBy(Some.Headteacher));

    [Fact]
    public void To_the_school_when_the_inspector_asks() =>
        Snapshot.Matches(Given.AnOpenQuestion.SeenBy(Some.Headteacher));

    [Fact]
    public void To_the_school_when_every_teacher_has_left() =>
        Snapshot.Matches(Given.ARequestEveryTeacherLeft.SeenBy(Some.Headteacher));

    [Fact]
    public void To_a_teacher_who_is_named() => Snapshot.Matches(Given.ARequestWithTheInspector.SeenBy(Some.Teacher));

    [Fact]
    public void To_a_teacher_who_has_agreed() =>
        Snapshot.Matches(Given.ARequestTheTeacherAgreedTo.SeenBy(Some.Teacher));

    [Fact]
    public void To_a_teacher_who_stepped_out() => Snapshot.Matches(Given.ARequestEveryTeacherLeft.SeenBy(Some.Teacher));

    [Fact]
    public void To_the_school_when_the_request_is_declined() =>
        Snapshot.Matches(Given.ADeclinedRequest.SeenBy(Some.Headteacher));
}
