using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Tests;

// Nobody decides on somebody else's behalf.
public sealed class RightsTests
{
    static readonly Dictionary<string, Command> Pressed = new()
    {
        ["save form 1"] = new SaveStep(FormKeys.Form1, 0, Some.Form1),
        ["send form 1"] = new SendForm(FormKeys.Form1),
        ["approve form 1"] = new ApproveForm1("Yes."),
        ["return form 1"] = new ReturnForm1("No."),
        ["ask"] = new AskQuestion("Why?"),
        ["answer"] = new AnswerQuestion("Because."),
        ["decline the request"] = new DeclineRequest("No."),
        ["match"] = new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key),
        ["agree to take part"] = new AgreeToTakePart("Yes."),
        ["decline to take part"] = new DeclineToTakePart("No."),
        ["name teachers"] = new NameTeachers([Some.SecondTeacher.Person.Id.Key]),
        ["accept"] = new AcceptMatch("Yes."),
        ["decline the match"] = new DeclineMatch("No."),
        ["release"] = new AgreeRelease("Yes."),
        ["decline the release"] = new DeclineRelease("No."),
        ["save form 2"] = new SaveStep(FormKeys.Form2, 0, Some.Form2),
        ["sign"] = new SignForm2(1, "Yes."),
        ["ask for a change"] = new AskForChange("No."),
        ["change form 2"] = new ChangeForm2("The hall is taken."),
        ["record"] = new SaveStep(FormKeys.Record(2), 0, Some.RecordOfSecondVisit),
        ["correct a record"] = new SaveStep(
            FormKeys.Record(1), 0, Some.RecordOfFirstVisit.With(("time", "Half a day"))),
        ["note"] = new NoteFollowUp(1, "Count daily."),
        ["reflect as teacher"] = new SaveStep(FormKeys.Form3Teacher, 0, Some.TeachersReflection),
        ["reflect as leading teacher"] = new SaveStep(FormKeys.Form3LeadingTeacher, 0, Some.LeadingTeachersReflection),
        ["evaluate"] = new SaveStep(FormKeys.Evaluation, 0, Some.Evaluation),
        ["close"] = new CloseRequest("Thank you."),
        ["ask for follow-up"] = new AskForFollowUp("More."),
        ["withdraw"] = new WithdrawRequest("No."),
        ["cancel"] = new CancelProgramme("No."),
    };

    public static TheoryData<string, string, string> WhoMay => new()
    {
        { "save form 1", nameof(Given.ADraft), "Headteacher" },
        { "save form 1", nameof(Given.ADraftOfATeacher), "Teacher" },
        { "send form 1", nameof(Given.ADraftAtItsReview), "Headteacher" },
        { "withdraw", nameof(Given.ADraftOfATeacher), "Teacher" },
        { "approve form 1", nameof(Given.AFirstFormToApprove), "Headteacher" },
        { "return form 1", nameof(Given.AFirstFormToApprove), "Headteacher" },
        { "withdraw", nameof(Given.AFirstFormToApprove), "Headteacher Teacher" },
        { "ask", nameof(Given.ARequestWithTheInspector), "Inspector" },
        { "match", nameof(Given.ARequestWithTheInspector), "Inspector" },
        { "decline the request", nameof(Given.ARequestWithTheInspector), "Inspector" },
        { "answer", nameof(Given.AnOpenQuestion), "Headteacher" },
        { "agree to take part", nameof(Given.ARequestWithTheInspector), "Teacher" },
        { "agree to take part", nameof(Given.ARequestForTwoTeachers), "SecondTeacher Teacher" },
        { "decline to take part", nameof(Given.AForm2ToSign), "Teacher" },
        { "name teachers", nameof(Given.ARequestEveryTeacherLeft), "Headteacher" },
        { "accept", nameof(Given.AMatch), "LeadingTeacher" },
        { "decline the match", nameof(Given.AMatch), "LeadingTeacher" },
        { "release", nameof(Given.ARelease), "ProvidingHeadteacher" },
        { "decline the release", nameof(Given.ARelease), "ProvidingHeadteacher" },
        { "withdraw", nameof(Given.ADistrictManagersRequest), "DistrictManager Headteacher" },
        { "save form 2", nameof(Given.AnUnsentForm2), "LeadingTeacher" },
        { "sign", nameof(Given.AForm2ToSign), "Headteacher ProvidingHeadteacher" },
        { "ask for a change", nameof(Given.AForm2ToSign), "Headteacher ProvidingHeadteacher" },
        { "change form 2", nameof(Given.AForm2ToSign), "LeadingTeacher" },
        { "change form 2", nameof(Given.AProgramme), "LeadingTeacher" },
        { "record", nameof(Given.AProgrammeOnItsSecondDay), "LeadingTeacher" },
        { "correct a record", nameof(Given.AClosedRequest), "LeadingTeacher" },
        { "note", nameof(Given.AProgrammeWithOneVisitRecorded), "Teacher" },
        { "cancel", nameof(Given.AProgramme), "Headteacher Inspector LeadingTeacher ProvidingHeadteacher" },
        { "reflect as teacher", nameof(Given.AReflection), "Teacher" },
        { "reflect as leading teacher", nameof(Given.AReflection), "LeadingTeacher" },
        { "evaluate", nameof(Given.AnEvaluation), "Headteacher" },
        { "close", nameof(Given.AFinishedReflection), "Inspector" },
        { "ask for follow-up", nameof(Given.AFinishedReflection), "Inspector" },
    };

    [Theory, MemberData(nameof(WhoMay))]
    public void Only_whose_part_it_is_may(string press, string given, string who)
    {
        var scenario = (Scenario)typeof(Given).GetProperty(given)!.GetValue(null)!;

        var accepted =
            Some.Everybody.Where(actor => scenario.When(actor, Pressed[press]).Decision is Decision.Accepted);

        Assert.Equal(who, string.Join(' ', accepted.Select(actor => Who.Is(actor.Person.Id))
            .Order(StringComparer.Ordinal)));
        Assert.All(
            Some.Everybody.Where(actor => !who.Split(' ').Contains(Who.Is(actor.Person.Id))),
            actor => scenario.When(actor, Pressed[press]).ThenRefused<Refusal.NotYourPart>());
    }

    [Fact]
    public void Every_command_has_been_pressed() => Assert.Equal(
        ClosedTypes.Commands.Except([typeof(StartRequest), typeof(FollowDirectory)])
            .Select(type => type.Name).Order(StringComparer.Ordinal),
        WhoMay.Select(row => Pressed[row.Data.Item1].GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_right_ends_with_the_role()
    {
        var formerHead = Some.Headteacher with { Roles = new HashSet<Role> { Role.Teacher } };
        var formerInspector = Some.Inspector with { Roles = new HashSet<Role>() };
        var formerLeadingTeacher = Some.LeadingTeacher with { Roles = new HashSet<Role> { Role.Teacher } };

        Given.AFirstFormToApprove.When(formerHead, new ApproveForm1("")).ThenRefused<Refusal.NotYourPart>();
        Given.ARequestWithTheInspector.When(formerInspector, new AskQuestion("Why?"))
            .ThenRefused<Refusal.NotYourPart>();
        Given.AMatch.When(formerLeadingTeacher, new AcceptMatch("")).ThenRefused<Refusal.NotYourPart>();
    }

    [Fact]
    public void A_new_headteacher_decides_in_the_old_ones_place()
    {
        var successor = Some.Headteacher with { Person = Some.Stranger.Person };

        Given.AFirstFormToApprove.When(successor, new ApproveForm1("")).ThenAccepted();
        Given.AForm2ToSign.When(successor, new SignForm2(1, "")).ThenAccepted();
    }

    [Fact]
    public void The_same_object_id_in_another_tenant_is_somebody_else()
    {
        var person = Some.Teacher.Person;
        var other = Some.Teacher with { Person = person with { Id = new("elsewhere", person.Id.Object) } };

        Given.ARequestWithTheInspector.When(other, new AgreeToTakePart("")).ThenRefused<Refusal.NotYourPart>();
    }
}
