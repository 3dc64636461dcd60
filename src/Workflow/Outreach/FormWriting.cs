using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

public partial record Command
{
    /// <summary>Keeps what stands on one screen of a form and turns to the next one, or back.</summary>
    public sealed record SaveStep(string Form, int Step, Answers Typed, bool Back = false) : Command;

    /// <summary>Sends a form from its review.</summary>
    public sealed record SendForm(string Form) : Command;
}

public partial record RequestEvent
{
    /// <summary>The draft as it now stands, all its answers, and the screen its writer goes on with.</summary>
    public sealed record StepSaved(string Form, int Step, Answers Answers, Answers Names) : RequestEvent;
}

// Forms are written in short steps, by one part each; every step is kept, so that tomorrow and another device go on.
static class FormWriting
{
    /// <summary>Who writes this form at this stage. Null: nobody does now.</summary>
    public static Part? WriterOf(Request request, string form) => (request.Stage, form) switch
    {
        (Stage.Drafting, FormKeys.Form1) => Part.Requester,
        (Stage.Confirming, FormKeys.Form2) when !request.Sent.ContainsKey(form) => Part.LeadingTeacher,
        (Stage.Visiting, _) when request.NextVisit is { } visit && FormKeys.Record(visit.Number) == form =>
            Part.LeadingTeacher,

        // What was recorded may be put right whenever it is found to be wrong, also after the payment.
        (_, _) when request.Visit(FormKeys.VisitOf(form))?.Record is not null => Part.LeadingTeacher,
        (Stage.Reflecting, FormKeys.Form3Teacher) when !request.Sent.ContainsKey(form) => Part.Teacher,
        (Stage.Reflecting, FormKeys.Form3LeadingTeacher) when !request.Sent.ContainsKey(form) => Part.LeadingTeacher,
        (Stage.Evaluating, FormKeys.Evaluation) => Part.ReceivingHeadteacher,
        _ => null,
    };

    public static Decision Save(Request request, Command.SaveStep command, Facts facts)
    {
        var form = Forms.For(command.Form, request, facts.Scheme)!;
        var next = command.Back ? command.Step - 1 : command.Step + 1;
        if (command.Step < 0 || command.Step > form.Review || next < 0 || next > form.Review)
            return Decision.Reject(new Refusal.NotAtThisStage());

        var draft = request.Draft(command.Form);
        if (command.Step == form.Review)
            return Decision.Accept(new RequestEvent.StepSaved(command.Form, next, draft.Answers, Answers.None));

        var questions = form.Steps[command.Step].Questions;
        var typed = questions.Select(question => KeyValuePair.Create(
            question.Id, Formats.Kept(question.Kind, Checking.Clean(command.Typed.Text(question.Id)))));
        var answers = draft.Answers.With(typed);
        var offered = Forms.Choices(request, facts);
        var errors = Errors(questions, answers, command.Form, request, facts, offered);

        // Going back keeps unfinished answers as they are, but nothing that could not be kept at all.
        var stop = command.Back ? errors.Where(error => error.Problem is AnswerProblem.TooLong) : errors;
        return stop.Any()
            ? Decision.Reject(new Refusal.WrongAnswers(command.Form, command.Step, answers, [.. stop]))
            : Decision.Accept(new RequestEvent.StepSaved(
                command.Form, next, answers, Names(questions, answers, facts.Scheme, offered)));
    }

    /// <summary>The finished draft, or why it cannot be sent yet.</summary>
    public static (Answers Answers, Refusal? Why) Finished(Request request, string key, Facts facts)
    {
        var answers = request.Draft(key).Answers;
        var form = Forms.For(key, request, facts.Scheme)!;
        var offered = Forms.Choices(request, facts);
        foreach (var (step, number) in form.Steps.Select((step, number) => (step, number)))
        {
            var errors = Errors(step.Questions, answers, key, request, facts, offered);
            if (errors.Count > 0) return (answers, new Refusal.WrongAnswers(key, number, answers, errors));
        }

        // Answers to questions that are no longer asked stay in the draft and out of the form.
        var asked = form.Questions.Select(question => question.Id).ToHashSet();
        return (Answers.Of(answers.Where(answer => asked.Contains(answer.Key))), null);
    }

    static List<AnswerError> Errors(
        IReadOnlyList<Question> questions, Answers answers, string key, Request request, Facts facts,
        DirectoryChoices offered)
    {
        var errors = Checking.Check(questions, answers, offered, facts.Scheme).ToList();
        var between = key switch
        {
            FormKeys.Form1 => Requesting.Check(questions, answers, request, facts),
            FormKeys.Form2 => Confirming.Check(questions, answers, request, facts),
            _ when request.Visit(FormKeys.VisitOf(key)) is { } visit =>
                Visiting.Check(questions, answers, visit, request, facts),
            _ => [],
        };
        errors.AddRange(between.Concat(Days.CheckNearness(questions, answers, facts.Today))
            .DistinctBy(error => error.Question)
            .Where(error => errors.All(other => other.Question != error.Question)).ToList());
        return errors;
    }

    static Answers Names(IReadOnlyList<Question> questions, Answers answers, Scheme scheme, DirectoryChoices offered) =>
        Answers.Of(questions
            .Where(question => question.OptionsFrom is "schools" or "teachers" or "leading-teachers")
            .SelectMany(question => offered.For(question, scheme)
                .Where(option => answers.Choices(question.Id).Contains(option.Id)))
            .DistinctBy(option => option.Id)
            .Select(option => KeyValuePair.Create(option.Id, option.Label)));
}
