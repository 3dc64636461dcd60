using System.Collections.Immutable;

namespace OutreachBot.Workflow.Outreach;

public partial record Command
{
    public sealed record AskQuestion(string Message) : Command;

    public sealed record AnswerQuestion(string Message) : Command;

    public sealed record DeclineRequest(string Message) : Command;

    /// <summary>The inspector chooses a leading teacher by their person key.</summary>
    public sealed record MatchLeadingTeacher(string LeadingTeacher) : Command;

    public sealed record AgreeToTakePart(string Message) : Command;

    public sealed record DeclineToTakePart(string Message) : Command;

    /// <summary>The school names other teachers, by their person keys, after all who were named have said no.</summary>
    public sealed record NameTeachers(IReadOnlyList<string> Teachers) : Command;
}

public partial record RequestEvent
{
    public sealed record QuestionAsked(string Message) : Spoken(Message);

    public sealed record QuestionAnswered(string Message) : Spoken(Message);

    public sealed record RequestDeclined(string Message) : Spoken(Message);

    public sealed record LeadingTeacherMatched(
        Person LeadingTeacher, School School, Person Headteacher, Role? ReleasedAs = null) : RequestEvent;

    public sealed record TeacherAgreed(PersonId Teacher, string Message) : Spoken(Message);

    public sealed record TeacherDeclined(PersonId Teacher, string Message) : Spoken(Message);

    public sealed record TeachersNamed(ImmutableList<Person> Teachers) : RequestEvent;
}

// The subject inspector clarifies the need and finds somebody; the teachers who were named say whether they want it.
static class Brokering
{
    public static Decision Answer(Request request, Command.AnswerQuestion command) => request.OpenQuestion is null
        ? Decision.Reject(new Refusal.NotAtThisStage())
        : Reasons.Required(command.Message, message => new RequestEvent.QuestionAnswered(message));

    public static Decision Match(Request request, Command.MatchLeadingTeacher command, Facts facts)
    {
        var candidate =
            Candidates.For(request, facts).FirstOrDefault(one => one.Person.Id.Key == command.LeadingTeacher);
        if (candidate is null) return Decision.Reject(new Refusal.NotACandidate());

        return Posts.Releasing(candidate.School, candidate.Person.Id, facts).ToList()
            is [var (headteacher, releasedAs), ..]
            ? Decision.Accept(
                new RequestEvent.LeadingTeacherMatched(candidate.Person, candidate.School, headteacher, releasedAs))
            : Decision.Reject(new Refusal.NoHeadteacher(candidate.School.Name));
    }

    public static Decision Agree(Request request, Command.AgreeToTakePart command, PersonId teacher) =>
        request.Agreed.Contains(teacher)
            ? Decision.Nothing
            : Reasons.Optional(command.Message, message => new RequestEvent.TeacherAgreed(teacher, message));

    public static Decision Name(Request request, Command.NameTeachers command, Facts facts)
    {
        if (request.Teachers.Count > 0) return Decision.Reject(new Refusal.NotAtThisStage());

        var offered = Forms.Choices(request, facts).Teachers.Select(option => option.Id).ToHashSet();
        return command.Teachers.Count > 0 && command.Teachers.All(offered.Contains)
            ? Decision.Accept(new RequestEvent.TeachersNamed(Requesting.Teachers(command.Teachers, facts)))
            : Decision.Reject(new Refusal.NotACandidate());
    }
}
