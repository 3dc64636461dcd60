using System.Text.Json.Serialization;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Outreach;

public partial record RequestCommand
{
    /// <summary>A headteacher signs the draft that their card shows.</summary>
    public sealed record SignForm2(int Draft, string Message) : RequestCommand;

    /// <summary>A headteacher does not sign; the leading teacher sees why and changes form 2.</summary>
    public sealed record AskForChange(string Message) : RequestCommand;

    /// <summary>The leading teacher takes form 2 back to change it; all signatures are cleared.</summary>
    public sealed record ChangeForm2(string Message) : RequestCommand;
}

public partial record RequestEvent
{
    public sealed record Form2Sent(int Draft, Answers Answers) : RequestEvent
    {
        /// <summary>The days it names, which the leading teacher promises with it.</summary>
        [JsonIgnore]
        public IEnumerable<DateOnly> Days => Confirming.DaysOf(Answers);
    }

    public sealed record Form2Signed(int Draft, Part As, string Message) : Spoken(Message);

    public sealed record ChangeAsked(string Message) : Spoken(Message);

    public sealed record Form2Reopened(string Message) : Spoken(Message);

    /// <summary>Both headteachers have signed and the teachers have agreed: the visits may happen.</summary>
    public sealed record ProgrammeConfirmed(int Draft) : RequestEvent;
}

// Form 2: the leading teacher and the school agree the programme; the head who pays and the head who releases sign.
static class Confirming
{
    /// <summary>Rules between the answers of form 2: days, the rate and its reason, and nobody in two places.</summary>
    public static IEnumerable<AnswerError> Check(
        IReadOnlyList<Question> questions, Answers answers, Request request, Facts facts)
    {
        var dates =
            questions.Where(question => question.Kind is QuestionKind.Date).Select(question => question.Id).ToList();

        // Days that stand stay as they are when the rest of the programme is changed.
        var held = dates.Where(date => answers.Date(date) is { } day && Stands(date, day, request)).ToList();
        foreach (var error in Days.Check(
            dates.Except(held), answers, request.BothSchools, facts.Today, facts.Authority.Calendar,
            [.. held.Select(date => answers.Date(date)!.Value)]))
            yield return error;

        var leadingTeacher = request.Match!.LeadingTeacher.Id;
        var taken =
            facts.BookingsOf(leadingTeacher).Where(one => one.Case != request.Id).Select(one => one.Day).ToHashSet();
        foreach (var date in dates)
        {
            if (answers.Date(date) is not { } day) continue;
            if (taken.Contains(day)) yield return new(date, AnswerProblem.DayTaken, Formats.Text(day));

            // Whoever is watched at their own school spends no day in the field.
            else if (!Payments.IsObservationWindow(request)
                && NumberInYear(day, answers) > facts.DaysLeft(leadingTeacher, day, request.Id))
                yield return new(
                    date, AnswerProblem.NoDaysLeft, $"{Math.Max(0, facts.DaysLeft(leadingTeacher, day, request.Id))}");
        }

        if (questions.Any(question => question.Id == "rate") && answers.Money("rate") is { } rate
            && rate != facts.Scheme.DayRate && !answers.ContainsKey("rate-reason"))
            yield return new(
                "rate-reason", AnswerProblem.RateNeedsReason, facts.Scheme.DayRate.ToString("0.##", Formats.Invariant));
    }

    // It has been recorded, or both had agreed to it and it has only not been recorded yet.
    static bool Stands(string question, DateOnly day, Request request) =>
        request.Visits.Find(visit => question == $"date-{visit.Number}") is { } visit
            && (visit.Date == day || visit.Agreed == day) && (visit.Record is not null || request.AgreedOn is not null);

    static int NumberInYear(DateOnly day, Answers answers) => DaysOf(answers)
        .Count(other => SchoolCalendar.SchoolYear(other) == SchoolCalendar.SchoolYear(day) && other <= day);

    /// <summary>The days that form 2 names, in the order of their numbers.</summary>
    public static IEnumerable<DateOnly> DaysOf(Answers form2) => form2
        .Where(answer => answer.Key.StartsWith("date-", StringComparison.Ordinal))
        .Select(answer => form2.Date(answer.Key))
        .OfType<DateOnly>();

    public static Decision Send(Request request, Facts facts)
    {
        var (answers, refusal) = FormWriting.Finished(RequestForms.Writing(FormKeys.Form2, request, facts));
        return refusal is null
            ? Decision.Accept(new RequestEvent.Form2Sent(request.Form2Draft + 1, answers))
            : Decision.Reject(refusal);
    }

    public static Decision Sign(Request request, RequestCommand.SignForm2 command, Actor actor)
    {
        if (command.Draft != request.Form2Draft) return Decision.Reject(new RequestRefusal.DraftHasChanged());

        // Somebody who leads both schools signs for both at once.
        Part[] sides = [Part.ReceivingHeadteacher, Part.ProvidingHeadteacher];
        var signing = sides.Where(side => request.Has(actor, side) && !request.SignedBy.Contains(side)).ToList();
        if (signing.Count == 0) return Decision.Nothing;

        var signed = Reasons.Optional(
            command.Message, message => new RequestEvent.Form2Signed(command.Draft, signing[0], message));
        if (signed is not Decision.Accepted { Events: [RequestEvent.Form2Signed first] }) return signed;

        return Decision.Accept([.. signing.Select(side => first with { As = side })]);
    }

    /// <summary>
    /// Whatever came last, a signature or a teacher's yes: when nothing is missing, the programme is confirmed.
    /// </summary>
    public static Decision Complete(Request request, Decision decision, Actor actor)
    {
        if (request.Stage is not Stage.Confirming
            || decision is not Decision.Accepted { Events: { Count: > 0 } events })
            return decision;

        var after = events.Aggregate(request, (state, what) => state.Change(what, actor.Person));
        return after.Stage is Stage.Confirming && after.SignedBy.Count == 2 && after.EveryTeacherAgreed
            ? Routing.Route(
                request, Decision.Accept([.. events, new RequestEvent.ProgrammeConfirmed(after.Form2Draft)]),
                actor.Person)
            : decision;
    }
}
