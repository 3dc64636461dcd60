using System.Collections.Immutable;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Outreach;

public partial record RequestCommand
{
    public sealed record AskQuestion(string Message) : RequestCommand;

    public sealed record AnswerQuestion(string Message) : RequestCommand;

    public sealed record DeclineRequest(string Message) : RequestCommand;

    /// <summary>The inspector chooses a leading teacher by their person key.</summary>
    public sealed record MatchLeadingTeacher(string LeadingTeacher) : RequestCommand;

    public sealed record AgreeToTakePart(string Message) : RequestCommand;

    public sealed record DeclineToTakePart(string Message) : RequestCommand;

    /// <summary>The school names other teachers, by their person keys, after all who were named have said no.</summary>
    public sealed record NameTeachers(IReadOnlyList<string> Teachers) : RequestCommand;
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
    public static Decision Answer(Request request, RequestCommand.AnswerQuestion command) =>
        request.OpenQuestion is null
        ? Decision.Reject(new Refusal.NotAtThisStage())
        : Reasons.Required(command.Message, message => new RequestEvent.QuestionAnswered(message));

    public static Decision Match(Request request, RequestCommand.MatchLeadingTeacher command, Facts facts)
    {
        var candidate =
            Candidates.For(request, facts).FirstOrDefault(one => one.Person.Id.Key == command.LeadingTeacher);
        if (candidate is null) return Decision.Reject(new Refusal.NotACandidate());

        return Posts.Releasing(candidate.School, candidate.Person.Id, facts).ToList()
            is [var (headteacher, releasedAs), ..]
            ? Decision.Accept(
                new RequestEvent.LeadingTeacherMatched(candidate.Person, candidate.School, headteacher, releasedAs))
            : Decision.Reject(new RequestRefusal.NoHeadteacher(candidate.School.Name));
    }

    public static Decision Agree(Request request, RequestCommand.AgreeToTakePart command, PersonId teacher) =>
        request.Agreed.Contains(teacher)
            ? Decision.Nothing
            : Reasons.Optional(command.Message, message => new RequestEvent.TeacherAgreed(teacher, message));

    public static Decision Name(Request request, RequestCommand.NameTeachers command, Facts facts)
    {
        if (request.Teachers.Count > 0) return Decision.Reject(new Refusal.NotAtThisStage());

        var offered = RequestForms.Choices(request, facts).Teachers.Select(option => option.Id).ToHashSet();
        return command.Teachers.Count > 0 && command.Teachers.All(offered.Contains)
            ? Decision.Accept(new RequestEvent.TeachersNamed(Requesting.Teachers(command.Teachers, facts)))
            : Decision.Reject(new Refusal.NotACandidate());
    }
}
