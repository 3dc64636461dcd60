using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Scenarios.Audience;

/// <summary>
/// A request that goes wrong once wherever it can, in which every answer and every message says which it is, so that a
/// test finds it again wherever it turns up. Each moment of it, and each moment's possible end, is a state.
/// </summary>
public sealed class CanaryStory
{
    static readonly DateOnly Spring = new(2026, 6, 1);
    readonly Actor requester;
    readonly Answers form1;
    readonly List<(string Name, Scenario Scenario)> states = [];
    Scenario now = Given.Nothing.With(Facts);

    CanaryStory(string name, Actor requester, params IReadOnlyList<(string, string)> otherwise)
    {
        (Name, this.requester) = (name, requester);
        form1 = Canaries.Form1.With(otherwise);
    }

    public string Name { get; }

    /// <summary>The authority of the scenarios, and a few who have nothing to do with the request.</summary>
    public static Facts Facts { get; } = Some.Facts with
    {
        Authority = Some.AuthorityOf(
            [.. Some.Members, Bystanders.Teacher, Bystanders.LeadingTeacher], Bystanders.Offer),
    };

    /// <summary>Every state of every story, by a name that says how it came to it.</summary>
    public static IReadOnlyList<(string Name, Scenario Scenario)> States => field ??=
    [
        .. new CanaryStory("a teacher asks", Some.Teacher).Whole(),
        .. new CanaryStory("a headteacher asks", Some.Headteacher).Straight(),
        .. new CanaryStory("a district manager asks", Some.DistrictManager, ("school", Some.School.Urn)).Straight(),
        .. new CanaryStory("an observation window", Some.DistrictManager,
            ("school", Some.School.Urn), ("support", "observation-window"), ("visitors", "17"), ("days", "1"),
            ("date-2", "")).Straight(),
    ];

    IEnumerable<(string, Scenario)> Whole()
    {
        WriteForm1();
        Do(Some.Headteacher, new ReturnForm1(Said("Form1Returned")));
        Send(requester, FormKeys.Form1, form1);
        Do(Some.Headteacher, new ApproveForm1(Said("Form1Approved")));
        Clarify();
        Branch(NameOthers);
        AskInVain();
        Do(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));
        Do(Some.LeadingTeacher, new AcceptMatch(Said("MatchAccepted")));
        Do(Some.ProvidingHeadteacher, new AgreeRelease(Said("ReleaseAgreed")));
        Do(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 0, Form2));
        Do(Some.LeadingTeacher, new SaveStep(FormKeys.Form2, 1, Form2, Back: true));
        Send(Some.LeadingTeacher, FormKeys.Form2, Form2);
        Do(Some.Headteacher, new SignForm2(1, Said("Form2Signed")));
        Do(Some.ProvidingHeadteacher, new AskForChange(Said("ChangeAsked")));
        Send(Some.LeadingTeacher, FormKeys.Form2, Form2);
        Do(Some.LeadingTeacher, new ChangeForm2(Said("Form2Reopened")));
        Send(Some.LeadingTeacher, FormKeys.Form2, Form2);
        Sign();
        Move();
        Do(Some.SecondTeacher, new NoteFollowUp(1, Said("FollowUpNoted")));
        Branch(() => Do(Some.LeadingTeacher, new ChangeForm2(Said("Form2Reopened"))));
        Visit(2);
        Reflect();
        Do(Some.Inspector, new AskForFollowUp(Said("FollowUpAsked")));
        Reflect();
        Do(Some.Inspector, new CloseRequest(Said("RequestClosed")));
        Branch(() => Send(Some.LeadingTeacher, FormKeys.Record(2), Canaries.Record(2)));
        return states.Concat(Ended);
    }

    IEnumerable<(string, Scenario)> Straight()
    {
        WriteForm1();
        Clarify();
        Do(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));
        Branch(() => Do(Some.Headteacher, new WithdrawRequest(Said("RequestWithdrawn"))));
        Do(Some.LeadingTeacher, new AcceptMatch(Said("MatchAccepted")));
        if (now.Request.Stage is Stage.Releasing)
        {
            Branch(() => Do(Some.Headteacher, new WithdrawRequest(Said("RequestWithdrawn"))));
            Do(Some.ProvidingHeadteacher, new AgreeRelease(Said("ReleaseAgreed")));
        }
        Send(Some.LeadingTeacher, FormKeys.Form2, Form2);
        Sign();
        foreach (var visit in now.Request.Visits) Visit(visit.Number);
        Reflect();
        Do(Some.Inspector, new CloseRequest(Said("RequestClosed")));
        return states;
    }

    void WriteForm1()
    {
        Do(requester, new StartRequest());
        Do(requester, new SaveStep(FormKeys.Form1, 0, form1));
        Send(requester, FormKeys.Form1, form1);
    }

    // The inspector asks; one teacher steps out and one says yes.
    void Clarify()
    {
        Do(Some.Inspector, new AskQuestion(Said("QuestionAsked")));
        Do(requester, new AnswerQuestion(Said("QuestionAnswered")));
        Do(Bystanders.Stepping, new DeclineToTakePart(Said("TeacherDeclined")));
        Do(Some.SecondTeacher, new AgreeToTakePart(Said("TeacherAgreed")));
    }

    void NameOthers()
    {
        Do(Some.SecondTeacher, new DeclineToTakePart(Said("TeacherDeclined")));
        Do(requester, new NameTeachers([Some.SecondTeacher.Person.Id.Key]));
        Do(Some.SecondTeacher, new AgreeToTakePart(Said("TeacherAgreed")));
    }

    // One leading teacher's school says no; another says no themselves, and yes when they are asked again.
    void AskInVain()
    {
        Do(Some.Inspector, new MatchLeadingTeacher(Some.SecondLeadingTeacher.Person.Id.Key));
        Do(Some.SecondLeadingTeacher, new AcceptMatch(Said("MatchAccepted")));
        Do(Some.DistantHeadteacher, new DeclineRelease(Said("ReleaseDeclined")));
        Do(Some.Inspector, new MatchLeadingTeacher(Some.LeadingTeacher.Person.Id.Key));
        Do(Some.LeadingTeacher, new DeclineMatch(Said("MatchDeclined")));
    }

    void Sign()
    {
        Do(Some.ProvidingHeadteacher, new SignForm2(now.Request.Form2Draft, Said("Form2Signed")));
        Do(Some.Headteacher, new SignForm2(now.Request.Form2Draft, ""));
    }

    // The first visit was on another day.
    void Move()
    {
        now = now.On(Spring);
        Send(Some.LeadingTeacher, FormKeys.Record(1), Canaries.MovedRecord);
        Sign();
        Do(Some.LeadingTeacher, new SendForm(FormKeys.Record(1)));
    }

    // Later, so that no moment of the story is a day of the programme.
    void Visit(int number)
    {
        now = now.On(Spring.AddDays(number));
        Send(Some.LeadingTeacher, FormKeys.Record(number), Canaries.Record(number));
    }

    void Reflect()
    {
        Send(Some.SecondTeacher, FormKeys.Form3Teacher, Canaries.Form3Teacher);
        Send(Some.LeadingTeacher, FormKeys.Form3LeadingTeacher, Canaries.Form3LeadingTeacher);
        Send(Some.Headteacher, FormKeys.Evaluation, Canaries.Evaluation);
    }

    Answers Form2 => form1.Text("support") is "observation-window"
        ? Canaries.Form2.With(("date-2", ""), ("plan-2", ""), ("rate", ""), ("rate-reason", ""))
        : Canaries.Form2;

    static string Said(string what) => Canaries.Said(what);

    void Send(Actor writer, string form, Answers answers)
    {
        now = now.Written(writer, form, answers);
        Keep($"{form} at its review");
        Do(writer, new SendForm(form));
    }

    void Do(Actor actor, Command command)
    {
        now = now.After(actor, command);
        Keep(command is SendForm send ? $"{send.Form} sent" : command.GetType().Name);
    }

    void Keep(string what) => states.Add(($"{Name}: {states.Count + 1} {what}", now));

    void Branch(Action way)
    {
        var before = now;
        way();
        now = before;
    }

    IEnumerable<(string, Scenario)> Ended =>
        from state in states
        from end in Ends
        let outcome = state.Scenario.When(end.By ?? requester, end.Command)
        where outcome.Decision is Decision.Accepted
        select ($"{state.Name}, then {end.Command.GetType().Name}", outcome.After);

    static readonly (Actor? By, Command Command)[] Ends =
    [
        (null, new WithdrawRequest(Canaries.Said("RequestWithdrawn"))),
        (Some.Inspector, new DeclineRequest(Canaries.Said("RequestDeclined"))),
        (Some.Headteacher, new CancelProgramme(Canaries.Said("ProgrammeCancelled"))),
    ];
}
