using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Outreach;

public partial record RequestCommand
{
    /// <summary>A teacher notes what they will do after a visit; it is theirs to record (policy, section 9).</summary>
    public sealed record NoteFollowUp(int Visit, string Message) : RequestCommand;
}

public partial record RequestEvent
{
    public sealed record VisitRecorded(int Visit, Answers Record) : RequestEvent;

    /// <summary>
    /// A visit was on another day than was agreed. It is recorded once both headteachers have signed for that day.
    /// </summary>
    public sealed record VisitMoved(int Draft, int Visit, DateOnly To) : RequestEvent;

    /// <summary>What was recorded of a visit is put right.</summary>
    public sealed record RecordCorrected(int Visit, Answers Record) : RequestEvent;

    public sealed record FollowUpNoted(int Visit, string Message) : Spoken(Message);
}

/// <summary>Each visit has its record of meeting, on or after its day; the last one opens form 3.</summary>
public static class Visiting
{
    const string Date = "date";

    /// <summary>
    /// Rules for the day of a record: it has come, and it is the day that was agreed, or one that can still be agreed.
    /// </summary>
    internal static IEnumerable<AnswerError> Check(
        IReadOnlyList<Question> questions, Answers answers, Visit visit, Request request, Facts facts)
    {
        if (questions.All(question => question.Id != Date) || answers.Date(Date) is not { } day) yield break;

        if (day > facts.Today) yield return new(Date, AnswerProblem.NotYet, Formats.Text(day));
        else if (day != visit.Date && WrongWith(day, visit, request, facts) is { } wrong) yield return wrong;
    }

    /// <summary>Whether a command is about a record for another day than was agreed, which has to be free.</summary>
    public static bool IsMoved(Request request, Command command) => command switch
    {
        Command.SaveStep c => IsMoved(request, c.Form, c.Typed.Date(Date)),
        Command.SendForm c => IsMoved(request, c.Form, request.Draft(c.Form).Answers.Date(Date)),
        _ => false,
    };

    static bool IsMoved(Request request, string form, DateOnly? day) =>
        day is not null && request.Visit(FormKeys.VisitOf(form)) is { Record: null } visit && visit.Date != day;

    static AnswerError? WrongWith(DateOnly day, Visit visit, Request request, Facts facts)
    {
        var others = request.Visits.Where(other => other.Number != visit.Number).Select(other => other.Date).ToList();
        var leadingTeacher = request.Match!.LeadingTeacher.Id;
        var left = facts.DaysLeft(
            leadingTeacher, day, request.Id) - others.Count(other =>
                SchoolCalendar.SchoolYear(other) == SchoolCalendar.SchoolYear(day));
        var isTaken = facts.BookingsOf(leadingTeacher).Any(one => one.Day == day && one.Case != request.Id);
        return visit.Record is not null || request.Stage is not Stage.Visiting
            ? new(Date, AnswerProblem.DayIsAgreed, Formats.Text(visit.Date))
            : day < request.AgreedOn ? new(Date, AnswerProblem.BeforeAgreement, Formats.Text(request.AgreedOn.Value))
            : Days.Shut(day, request.BothSchools, facts.Today, facts.Authority.Calendar) is { } shut
                ? Days.Error(Date, shut)
            : others.Contains(day) ? new(Date, AnswerProblem.SameDayTwice, Formats.Text(day))
            : isTaken ? new(Date, AnswerProblem.DayTaken, Formats.Text(day))
            : left < 1 && !Payments.IsObservationWindow(request) ? new(Date, AnswerProblem.NoDaysLeft, "0")
            : null;
    }

    internal static Decision Record(Request request, string key, Facts facts)
    {
        var (answers, refusal) = FormWriting.Finished(RequestForms.Writing(key, request, facts));
        if (refusal is not null) return Decision.Reject(refusal);

        var visit = request.Visit(FormKeys.VisitOf(key))!;
        return visit.Record is not null ? Correct(request, visit, answers, facts)
            : answers.Date(Date) is { } day && day != visit.Date
                ? Decision.Accept(new RequestEvent.VisitMoved(request.Form2Draft + 1, visit.Number, day))
            : Decision.Accept(new RequestEvent.VisitRecorded(visit.Number, answers));
    }

    // Where a statement has been made, it is made again.
    static Decision Correct(Request request, Visit visit, Answers answers, Facts facts)
    {
        var corrected = new RequestEvent.RecordCorrected(visit.Number, answers);
        return request.Payment is null
            ? Decision.Accept(corrected)
            : Decision.Accept(
                corrected,
                new RequestEvent.PaymentStated(Payments.Due(request, facts.Scheme) with { IsCorrected = true }));
    }

    internal static Decision Note(Request request, RequestCommand.NoteFollowUp command) =>
        request.Visits.Any(visit => visit.Number == command.Visit && visit.Record is not null)
            ? Reasons.Required(command.Message, message => new RequestEvent.FollowUpNoted(command.Visit, message))
            : Decision.Reject(new Refusal.NotAtThisStage());
}
