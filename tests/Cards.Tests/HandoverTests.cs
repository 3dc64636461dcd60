using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Cards.Tests;

// What people see when the directory changes under a running request.
public sealed class HandoverTests
{
    static readonly Actor Directory =
        new(new(new("outreachbot", "directory"), "The authority’s directory"), new HashSet<Role>(), null);

    [Fact]
    public void A_coordinator_reads_which_post_is_empty_and_nothing_of_the_request()
    {
        var json = Json(Some.Coordinator, Given.ARelease, new PostVacated(Part.ProvidingHeadteacher))!;

        Assert.Contains("the leading teacher's headteacher", json, StringComparison.Ordinal);
        Assert.Contains(Some.Id.Value, json, StringComparison.Ordinal);
        foreach (var name in Some.Members.Where(member => member != Some.CoordinatorEntry)
            .Select(member => member.Person.Name).Append(Some.School.Name))
            Assert.DoesNotContain(name, json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coordinator_has_nothing_to_see_once_the_post_is_filled() =>
        Assert.Null(Json(
            Some.Coordinator, Given.ARelease, new PostVacated(Part.ProvidingHeadteacher),
            new PostPassedOn(Part.ProvidingHeadteacher, Some.ProvidingHeadteacher.Person)));

    [Fact]
    public void The_school_that_asked_does_not_learn_from_an_empty_post_who_is_being_asked()
    {
        var json = Json(Some.Headteacher, Given.ARelease, new PostVacated(Part.ProvidingHeadteacher))!;

        Assert.DoesNotContain("Nobody holds this post", json, StringComparison.Ordinal);
        Assert.DoesNotContain(Some.ProvidingSchool.Name, json, StringComparison.Ordinal);
    }

    [Fact]
    public void That_a_leading_teacher_has_left_before_anything_was_agreed_is_for_the_inspector()
    {
        Assert.Contains(
            "no longer at their school", Json(Some.Inspector, Given.AMatch, new LeadingTeacherLeft())!,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "leading teacher no longer", Json(Some.Headteacher, Given.AMatch, new LeadingTeacherLeft())!,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Given.AProgramme), "Cancel the programme")]
    [InlineData(nameof(Given.AReflection), "Close the request")]
    public void An_inspector_can_end_what_waits_for_nobody(string given, string button)
    {
        var post = given == nameof(Given.AReflection) ? Part.ReceivingHeadteacher : Part.LeadingTeacher;

        Assert.Contains(
            button, Json(Some.Inspector, Given.Everything[given], new PostVacated(post))!, StringComparison.Ordinal);
    }

    [Fact]
    public void Everybody_in_a_programme_reads_who_decided_in_a_headteachers_place()
    {
        var scenario = Given.ARequestTheTeacherAgreedTo.Happened(
            Some.Inspector,
            new LeadingTeacherMatched(
                Some.LeadingTeacher.Person, Some.ProvidingSchool, Some.DistrictManager.Person, Role.DistrictManager),
            new MatchAccepted(""), new ReleaseAgreed(""));

        foreach (var reader in new[] { Some.Headteacher, Some.Teacher, Some.Inspector, Some.DistrictManager })
            Assert.Contains(
                $"{Some.DistrictManager.Person.Name}, district manager, decides on the release",
                Json(reader, scenario)!,
                StringComparison.Ordinal);
    }

    [Fact]
    public void The_school_does_not_read_before_the_release_who_decides_on_it()
    {
        var scenario = Given.ARequestTheTeacherAgreedTo.Happened(
            Some.Inspector,
            new LeadingTeacherMatched(
                Some.LeadingTeacher.Person, Some.ProvidingSchool, Some.DistrictManager.Person, Role.DistrictManager));

        Assert.DoesNotContain(
            Some.DistrictManager.Person.Name, Json(Some.Headteacher, scenario)!, StringComparison.Ordinal);
    }

    static string? Json(Actor viewer, Scenario scenario, params IReadOnlyList<RequestEvent> more) =>
        CardFor.Request(new RequestView(scenario.Happened(Directory, more).Request, viewer, scenario.Facts))?.ToJson();
}
