using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>Form 3, its close, and the payment.</summary>
public sealed class ReflectingTests
{
    [Fact]
    public void To_the_teacher_who_reflects() => Snapshot.Matches(Given.AReflection.SeenBy(Some.Teacher));

    [Fact]
    public void To_the_leading_teacher_who_reflects() =>
        Snapshot.Matches(Given.AReflection.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void To_the_teacher_who_has_reflected() =>
        Snapshot.Matches(Given.AHalfWrittenReflection.SeenBy(Some.Teacher));

    [Fact]
    public void To_the_headteacher_who_evaluates() => Snapshot.Matches(Given.AnEvaluation.SeenBy(Some.Headteacher));

    [Fact]
    public void To_the_inspector_who_closes() => Snapshot.Matches(Given.AFinishedReflection.SeenBy(Some.Inspector));

    [Fact]
    public void To_the_teacher_when_follow_up_is_asked_for() =>
        Snapshot.Matches(Given.AReflectionToFollowUp.SeenBy(Some.Teacher));

    [Fact]
    public void To_the_headteacher_who_pays() => Snapshot.Matches(Given.AClosedRequest.SeenBy(Some.Headteacher));

    [Fact]
    public void To_finance() => Snapshot.Matches(Given.AClosedRequest.SeenBy(Some.Finance));

    [Fact]
    public void Form_3_that_is_read() =>
        Snapshot.Matches(ReadCard.For(Given.AClosedRequest.As(Some.Inspector), FormKeys.Form3LeadingTeacher));
}
