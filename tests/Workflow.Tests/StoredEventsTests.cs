using System.Text.Json;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

public sealed class StoredEventsTests
{
    static readonly PersonId Id = new("t", "o");
    static readonly Person Ann = new(Id, "Ann");
    static readonly School School = new("900101", "Alderbrook");
    static readonly Answers Answers = Some.Of(("a", "1"));

    static readonly (CaseEvent What, string Stored)[] Known =
    [
        (new RequestStarted("hampshire-lt", Role.DistrictManager, School),
            """{"Scheme":"hampshire-lt","As":"DistrictManager","School":{"Urn":"900101","Name":"Alderbrook"}}"""),
        (new CaseEvent.StepSaved("form1", 2, Answers, Some.Of(("t.o", "Ann"))),
            """{"Form":"form1","Step":2,"Answers":{"a":"1"},"Names":{"t.o":"Ann"}}"""),
        (new Form1Sent(Answers, School, Ann, Ann, [Ann]),
            """{"Answers":{"a":"1"},"School":{"Urn":"900101","Name":"Alderbrook"},"Headteacher":{"Id":"t.o","Name":"Ann"},"Inspector":{"Id":"t.o","Name":"Ann"},"Teachers":[{"Id":"t.o","Name":"Ann"}]}"""),
        (new Form1Approved("Yes."), """{"Message":"Yes."}"""),
        (new Form1Returned("No."), """{"Message":"No."}"""),
        (new QuestionAsked("Why?"), """{"Message":"Why?"}"""),
        (new QuestionAnswered("Because."), """{"Message":"Because."}"""),
        (new RequestDeclined("No."), """{"Message":"No."}"""),
        (new LeadingTeacherMatched(Ann, School, Ann),
            """{"LeadingTeacher":{"Id":"t.o","Name":"Ann"},"School":{"Urn":"900101","Name":"Alderbrook"},"Headteacher":{"Id":"t.o","Name":"Ann"}}"""),
        (new TeacherAgreed(Id, ""), """{"Teacher":"t.o","Message":""}"""),
        (new TeacherDeclined(Id, "No."), """{"Teacher":"t.o","Message":"No."}"""),
        (new TeachersNamed([Ann]), """{"Teachers":[{"Id":"t.o","Name":"Ann"}]}"""),
        (new MatchAccepted("Yes."), """{"Message":"Yes."}"""),
        (new MatchDeclined("No."), """{"Message":"No."}"""),
        (new ReleaseAgreed("Yes."), """{"Message":"Yes."}"""),
        (new ReleaseDeclined("No."), """{"Message":"No."}"""),
        (new ReleaseNotNeeded(), "{}"),
        (new Form2Sent(3, Answers), """{"Draft":3,"Answers":{"a":"1"}}"""),
        (new Form2Signed(3, Part.ProvidingHeadteacher, "Yes."),
            """{"Draft":3,"As":"ProvidingHeadteacher","Message":"Yes."}"""),
        (new ChangeAsked("No."), """{"Message":"No."}"""),
        (new Form2Reopened("The hall."), """{"Message":"The hall."}"""),
        (new ProgrammeConfirmed(3), """{"Draft":3}"""),
        (new VisitRecorded(2, Answers), """{"Visit":2,"Record":{"a":"1"}}"""),
        (new VisitMoved(2, 1, new(2026, 3, 18)), """{"Draft":2,"Visit":1,"To":"2026-03-18"}"""),
        (new RecordCorrected(2, Answers), """{"Visit":2,"Record":{"a":"1"}}"""),
        (new FollowUpNoted(2, "Count."), """{"Visit":2,"Message":"Count."}"""),
        (new Form3Written("form3-teacher", Answers), """{"Form":"form3-teacher","Answers":{"a":"1"}}"""),
        (new ImpactEvaluated(Answers), """{"Answers":{"a":"1"}}"""),
        (new FollowUpAsked("More."), """{"Message":"More."}"""),
        (new RequestClosed("Thanks."), """{"Message":"Thanks."}"""),
        (new PaymentStated(new Payment(2, 249.5m, 3, 499)),
            """{"Payment":{"Days":2,"Rate":249.5,"Visitors":3,"Total":499}}"""),
        (new RequestWithdrawn("No."), """{"Message":"No."}"""),
        (new PostPassedOn(Part.Inspector, Ann, Role.Coordinator),
            """{"Part":"Inspector","To":{"Id":"t.o","Name":"Ann"},"As":"Coordinator"}"""),
        (new PostVacated(Part.LeadingTeacher), """{"Part":"LeadingTeacher"}"""),
        (new TeacherLeft(Id), """{"Teacher":"t.o"}"""),
        (new LeadingTeacherLeft(), "{}"),
        (new SchoolRenamed("900101", new("900999", "Alderbrook Academy")),
            """{"Urn":"900101","To":{"Urn":"900999","Name":"Alderbrook Academy"}}"""),
        (new ProgrammeCancelled("No."), """{"Message":"No."}"""),
    ];

    public static TheoryData<string> Names => [.. Known.Select(known => known.What.GetType().Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_stored_event_keeps_its_form_for_ever(string name)
    {
        var (what, stored) = Known.Single(known => known.What.GetType().Name == name);

        Assert.Equal($"{name} {stored}", Stored.Line(what));
        Assert.Equal(stored, Stored.Json(JsonSerializer.Deserialize(stored, what.GetType(), Stored.Format)));
    }

    [Fact]
    public void Every_event_is_known() =>
        Assert.Equal(ClosedTypes.Events.Select(type => type.Name).Order(), Names.Select(row => row.Data).Order());
}
