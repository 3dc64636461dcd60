using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>The leading teacher says whether they can; their own headteacher whether they may.</summary>
public sealed class ReleasingTests
{
    [Fact]
    public void To_the_leading_teacher_who_is_asked() => Snapshot.Matches(Given.AMatch.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void To_the_school_while_the_leading_teacher_thinks() =>
        Snapshot.Matches(Given.AMatch.SeenBy(Some.Headteacher));

    [Fact]
    public void To_the_inspector_while_the_leading_teacher_thinks() =>
        Snapshot.Matches(Given.AMatch.SeenBy(Some.Inspector));

    [Fact]
    public void To_the_leading_teacher_who_said_no() =>
        Snapshot.Matches(Given.AMatchThatWasDeclined.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void To_the_headteacher_who_may_release() =>
        Snapshot.Matches(Given.ARelease.SeenBy(Some.ProvidingHeadteacher));

    [Fact]
    public void To_the_leading_teacher_while_their_headteacher_thinks() =>
        Snapshot.Matches(Given.ARelease.SeenBy(Some.LeadingTeacher));

    [Fact]
    public void To_the_school_when_it_withdrew() => Snapshot.Matches(Given.AWithdrawnRequest.SeenBy(Some.Headteacher));

    [Fact]
    public void Before_a_request_is_withdrawn() =>
        Snapshot.Matches(ReasonCard.For(Given.ARelease.As(Some.Headteacher), RequestVerbs.Withdraw));
}
