using System.Collections.Immutable;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Outreach;

public partial record RequestCommand
{
    /// <summary>Opens form 1 for the person who acts, in the role that lets them ask.</summary>
    public sealed record StartRequest : RequestCommand;

    public sealed record ApproveForm1(string Message) : RequestCommand;

    /// <summary>The teacher's headteacher says not like this; the teacher may change it and send it again.</summary>
    public sealed record ReturnForm1(string Message) : RequestCommand;
}

public partial record RequestEvent
{
    /// <param name="SchemeVersion">The version of the scheme. Null: the first.</param>
    public sealed record RequestStarted(
        string Scheme, Role As, School? School, int? SchemeVersion = null) : RequestEvent;

    public sealed record Form1Sent(
        Answers Answers, School School, Person Headteacher, Person Inspector, ImmutableList<Person> Teachers,
        Role? BrokeredAs = null) : RequestEvent;

    public sealed record Form1Approved(string Message) : Spoken(Message);

    public sealed record Form1Returned(string Message) : Spoken(Message);
}

// Form 1: a headteacher or district manager asks, or a teacher whose headteacher then approves (policy, section 9).
static class Requesting
{
    public static Decision Start(Actor actor, Facts facts)
    {
        if (actor.AsksAs is not { } role) return Decision.Reject(new Refusal.MayNotAsk());

        if (role is Role.DistrictManager)
            return Started(null);

        // Whoever has posts in several schools says on form 1 for which of them they ask.
        return facts.Authority.SchoolsOf(actor, facts.Today).ToList() switch
        {
            [] => Decision.Reject(
                facts.Authority.School(actor.SchoolUrn) is null ? new Refusal.MayNotAsk()
                    : new RequestRefusal.SchoolClosed()),
            [var only] => Started(only),
            _ => Started(null),
        };

        Decision Started(School? school) => Decision.Accept(
            new RequestEvent.RequestStarted(
                facts.Scheme.Id, role, school, facts.Scheme.Version > 1 ? facts.Scheme.Version : null));
    }

    /// <summary>
    /// Rules between the answers of form 1: preferred days are school days to come, each named once; more than are
    /// asked for are alternatives.
    /// </summary>
    public static IEnumerable<AnswerError> Check(
        IReadOnlyList<Question> questions, Answers answers, Request request, Facts facts)
    {
        var dates =
            questions.Where(question => question.Kind is QuestionKind.Date).Select(question => question.Id).ToList();
        var school = request.School ?? facts.Authority.School(answers.Text("school"))?.School;
        return Days.Check(
                dates, answers, school is null ? [] : [school], facts.Today, facts.Authority.Calendar)
            .Concat(NotTheirs(questions, answers, request, facts))
            .Concat(Unnamed(questions, answers));
    }

    // Help for a school causing concern is asked for by its district manager (policy, section 3).
    static IEnumerable<AnswerError> NotTheirs(
        IReadOnlyList<Question> questions, Answers answers, Request request, Facts facts) =>
        from question in questions
        where question.OptionsFrom is "support-kinds"
        let chosen = facts.Scheme.SupportKinds.FirstOrDefault(option => option.Id == answers.Text(question.Id))
        where chosen?.OnlyFor is { } role && role != request.RequesterRole
        select new AnswerError(
            question.Id, AnswerProblem.NotYoursToAsk,
            request.School is { } school ? facts.Authority.ManagerOf(school)?.Name : null);

    // What a programme pays for is billed to it, and so it has to be named (policy, section 9).
    static IEnumerable<AnswerError> Unnamed(IReadOnlyList<Question> questions, Answers answers)
    {
        if (questions.Any(question => question.Id == "programme") && answers.Text("funding") == Payments.ByProgramme
            && !answers.ContainsKey("programme"))
            yield return new("programme", AnswerProblem.Missing);
    }

    public static Decision Send(Request request, Facts facts)
    {
        var (answers, refusal) = FormWriting.Finished(RequestForms.Writing(FormKeys.Form1, request, facts));
        if (refusal is not null) return Decision.Reject(refusal);

        var school = request.School ?? facts.Authority.School(answers.Text("school"))!.School;
        if (facts.Authority.HeadteacherOf(school) is not { } headteacher)
            return Decision.Reject(new RequestRefusal.NoHeadteacher(school.Name));
        if (Posts.Brokering(answers.Text("area"), school, request.Requester!.Id, facts).ToList()
            is not [var (inspector, brokeredAs), ..])
            return Decision.Reject(new RequestRefusal.NoInspector(answers.Text("area")));

        return Decision.Accept(new RequestEvent.Form1Sent(
            answers, school, headteacher, inspector, Teachers(answers.Choices("teachers"), facts), brokeredAs));
    }

    public static ImmutableList<Person> Teachers(IEnumerable<string> keys, Facts facts) =>
        [.. keys.Distinct().Select(key => facts.Authority.Find(PersonId.Parse(key)!.Value)!.Person)];
}
