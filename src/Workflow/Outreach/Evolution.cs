using System.Collections.Immutable;
using System.Diagnostics;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Outreach;

/// <summary>The only place where a request changes. It never refuses: what is recorded has happened.</summary>
public static class Evolution
{
    public static Request Evolve(this Request before, Recorded recorded)
    {
        var after = Change(before, recorded.What, recorded.By) with { Version = recorded.Number };
        return after with
        {
            History = recorded.What is CaseEvent.StepSaved or RequestStarted ? after.History
                : after.History.Add(recorded.Line),
            Waiting = [.. Parts.Turns(after).Select(turn => Since(turn.Part, turn.Person, before, after))],
        };
    }

    static Turn<Part> Since(Part part, Person person, Request before, Request after) =>
        before.Waiting.Find(turn => turn.Part == part && turn.Person.Id == person.Id) is { } turn
            && SameTask(part, before, after)
            ? turn
            : new Turn<Part>(part, person, after.Version);

    // Each question, each visit and each form is a turn of its own, so that its reminders end with it.
    static bool SameTask(Part part, Request before, Request after) => part switch
    {
        Part.Requester => before.OpenQuestion == after.OpenQuestion,
        Part.LeadingTeacher => before.Stage == after.Stage && before.NextVisit?.Number == after.NextVisit?.Number,
        _ => true,
    };

    /// <summary>What one event changes, without its place in the history.</summary>
    internal static Request Change(this Request before, CaseEvent what, Person by)
    {
        var after = before.With(what, by);
        var stage = (what as RequestEvent)?.LeadsTo ?? EarlierEvents.StageAfter(before, after, what);
        return after with
        {
            Stage = stage,
            EndedAt = stage.IsEnd() && !before.IsOver ? before.Stage : before.EndedAt,
        };
    }

    /// <summary>The same without the stage.</summary>
    internal static Request With(this Request request, CaseEvent what, Person by) => what switch
    {
        RequestStarted e => request with
        {
            Scheme = e.Scheme,
            SchemeVersion = e.SchemeVersion,
            Requester = by,
            RequesterRole = e.As,
            School = e.School,
        },
        CaseEvent.StepSaved e => request with
        {
            Drafts = request.Drafts.SetItem(e.Form, new Draft(e.Answers, e.Step)),
            Names = request.Names.With(e.Names),
        },
        Form1Sent e => request.Send(FormKeys.Form1, e.Answers) with
        {
            School = e.School,
            Headteacher = e.Headteacher,
            Inspector = e.Inspector,
            BrokeredAs = e.BrokeredAs,
            Teachers = e.Teachers,

            // Whoever asks for themselves has agreed by asking.
            Agreed = [.. e.Teachers.Where(teacher => teacher.Id == by.Id).Select(teacher => teacher.Id)],
        },
        Form1Returned => request.Reopen(FormKeys.Form1),
        QuestionAsked e => request with { OpenQuestion = e.Message },
        QuestionAnswered => request with { OpenQuestion = null },
        LeadingTeacherMatched e => request with
        {
            Match = new Match(e.LeadingTeacher, e.School, e.Headteacher, e.ReleasedAs),
            OpenQuestion = null,
        },
        TeacherAgreed e => request with { Agreed = request.Agreed.Add(e.Teacher) },
        TeacherDeclined e => request with
        {
            Former = request.Former.Add(e.Teacher),
            Teachers = request.Teachers.RemoveAll(teacher => teacher.Id == e.Teacher),
            Agreed = request.Agreed.Remove(e.Teacher),
        },
        TeachersNamed e => request with
        {
            Teachers = e.Teachers,
            Agreed = [.. e.Teachers.Where(teacher => teacher.Id == by.Id).Select(teacher => teacher.Id)],
        },
        MatchDeclined or ReleaseDeclined => request with
        {
            Former = request.Former.AddRange([request.Match!.LeadingTeacher.Id, request.Match.Headteacher.Id]),
            Match = null,
        },
        Form2Sent e => request.Send(FormKeys.Form2, e.Answers) with
        {
            Form2Draft = e.Draft,
            SignedBy = [],
            Visits = [.. Plan(request, e.Answers)],
        },
        Form2Signed e => request with { SignedBy = request.SignedBy.Add(e.As) },
        ChangeAsked or Form2Reopened =>
            request.Reopen(FormKeys.Form2, HeldDays(request)) with { SignedBy = [] },
        ProgrammeConfirmed => request with
        {
            SignedRate = request.Form2.Money("rate"),
            Visits = [.. request.Visits.Select(visit => visit with { Agreed = null })],
        },
        VisitRecorded e => request.Send(FormKeys.Record(e.Visit), null) with
        {
            Visits = request.VisitsWith(
                e.Visit, visit => visit with { Date = e.Record.Date("date") ?? visit.Date, Record = e.Record }),
        },
        VisitMoved e => request with
        {
            Form2Draft = e.Draft,
            SignedBy = [],
            Sent = request.Sent.SetItem(
                FormKeys.Form2, request.Form2.With([KeyValuePair.Create($"date-{e.Visit}", Formats.Text(e.To))])),
            Visits = request.VisitsWith(e.Visit, visit => visit with { Date = e.To, Agreed = visit.Date }),
        },
        RecordCorrected e => request with
        {
            Drafts = request.Drafts.Remove(FormKeys.Record(e.Visit)),
            Visits = request.VisitsWith(e.Visit, visit => visit with { Record = e.Record }),
        },
        FollowUpNoted e =>
            request with { FollowUps = request.FollowUps.Add(new FollowUp(e.Visit, by.Name, e.Message)) },
        Form3Written e => request.Send(e.Form, e.Answers),
        ImpactEvaluated e => request.Send(FormKeys.Evaluation, e.Answers),
        FollowUpAsked =>
            request.Reopen(FormKeys.Form3Teacher).Reopen(FormKeys.Form3LeadingTeacher).Reopen(FormKeys.Evaluation),
        PaymentStated e => request with { Payment = e.Payment },
        PostPassedOn e =>
            request.PassOn(e) with { EmptyPosts = request.Vacant.Remove(e.Part) is { Count: > 0 } left ? left : null },
        PostVacated e => request with { EmptyPosts = request.Vacant.Add(e.Part) },
        TeacherLeft e => request with
        {
            Former = request.Former.Add(e.Teacher),
            Teachers = request.Teachers.RemoveAll(teacher => teacher.Id == e.Teacher),
            Agreed = request.Agreed.Remove(e.Teacher),
        },
        LeadingTeacherLeft => request with
        {
            Former = request.Former.AddRange([request.Match!.LeadingTeacher.Id, request.Match.Headteacher.Id]),
            Match = null,
            Sent = request.Sent.Remove(FormKeys.Form2),
            Drafts = request.Drafts.Remove(FormKeys.Form2),
            SignedBy = [],
            Visits = [],
        },
        SchoolRenamed e => request with
        {
            School = request.School?.Urn == e.Urn ? e.To : request.School,
            Match = request.Match is { } match && match.School.Urn == e.Urn
                ? match with { School = e.To }
                : request.Match,
        },
        Form1Approved or RequestDeclined or MatchAccepted or ReleaseAgreed or ReleaseNotNeeded or RequestClosed
            or RequestWithdrawn or ProgrammeCancelled => request,
        _ => throw new UnreachableException($"Evolve has no rule for {what.GetType().Name}."),
    };

    // A visit may have been on another day than planned; the programme that is changed tells what was.
    static IEnumerable<KeyValuePair<string, string>> HeldDays(Request request) => request.Visits
        .Where(visit => visit.Record is not null)
        .Select(visit => KeyValuePair.Create($"date-{visit.Number}", Formats.Text(visit.Date)));

    static IEnumerable<Visit> Plan(Request request, Answers form2)
    {
        for (var number = 1; form2.Date($"date-{number}") is { } date; number++)
        {
            var before = request.Visit(number);
            yield return new Visit(
                number, date, form2.Text($"plan-{number}"), before?.Record,
                before?.Agreed == date ? null : before?.Agreed);
        }
    }

    static ImmutableList<Visit> VisitsWith(this Request request, int number, Func<Visit, Visit> change) =>
        [.. request.Visits.Select(visit => visit.Number == number ? change(visit) : visit)];
}
