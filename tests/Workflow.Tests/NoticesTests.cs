using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;
using static OutreachBot.Workflow.Tests.Who;

namespace OutreachBot.Workflow.Tests;

public sealed class NoticesTests
{
    [Fact]
    public void A_started_request_is_only_put_on_its_writers_list()
    {
        var started = Given.Nothing.When(Some.Headteacher, new StartRequest());

        Assert.Empty(started.Notices);
        Assert.Equal([new(Some.Headteacher.Person.Id, AlignmentKind.WorkList, 1)], started.Alignments);
    }

    [Fact]
    public void Nobody_is_told_of_a_draft() =>
        Assert.Empty(Given.ADraft.When(Some.Headteacher, new SaveStep(FormKeys.Form1, 0, Some.Form1)).Notices);

    [Fact]
    public void Nobody_is_told_of_a_draft_that_is_withdrawn()
    {
        var withdrawn = Given.ADraftOfATeacher.Written(Some.Teacher, FormKeys.Form1, Some.Form1)
            .When(Some.Teacher, new WithdrawRequest(""));

        Assert.Equal([Some.Teacher.Person.Id], withdrawn.Notices.Select(notice => notice.To));
        Tells(withdrawn);
    }

    [Fact]
    public void Nobody_is_told_of_an_ending_who_had_not_heard_of_the_request()
    {
        Tells(Given.AFirstFormToApprove.When(Some.Teacher, new WithdrawRequest("Not now.")), "Headteacher News");
        Tells(Given.AMatch.When(Some.Headteacher, new WithdrawRequest("Not now.")),
            "Inspector News", "LeadingTeacher News", "Teacher News");
    }

    [Fact]
    public void Everybody_concerned_has_their_card_brought_up_to_date()
    {
        var signed = Given.AForm2ToSign.When(Some.Headteacher, new SignForm2(1, ""));

        Assert.Equal(
            new[] { Some.Headteacher, Some.Inspector, Some.LeadingTeacher, Some.ProvidingHeadteacher, Some.Teacher }
                .Select(actor => actor.Person.Id).ToHashSet(),
            signed.Notices.Where(notice => notice.Kind is NoticeKind.Update).Select(notice => notice.To).ToHashSet());
        Assert.All(signed.Notices, notice => Assert.Equal(signed.Request.Version, notice.Version));
    }

    [Fact]
    public void Whoever_has_just_lost_their_part_has_their_card_brought_up_to_date() => Assert.Contains(
        Given.ARelease.When(Some.ProvidingHeadteacher, new DeclineRelease("No.")).Notices,
        notice => notice.To == Some.ProvidingHeadteacher.Person.Id && notice.Kind is NoticeKind.Update);
}
