using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Cases;

/// <summary>A form as one case asks it just now.</summary>
/// <param name="Key">Under which the case keeps it.</param>
/// <param name="Form">Its steps and questions, for this case.</param>
/// <param name="Draft">What has been written so far.</param>
/// <param name="Offered">What may be chosen for a question.</param>
/// <param name="Between">Rules between the answers, for the questions that are given.</param>
public sealed record WritableForm(
    string Key, Form Form, Draft Draft, Func<Question, IReadOnlyList<Option>> Offered,
    Func<IReadOnlyList<Question>, Answers, IEnumerable<AnswerError>> Between);

/// <summary>
/// Forms are written in short steps, by one part each; every step is kept, so that tomorrow and another device go on.
/// </summary>
public static class FormWriting
{
    public static Decision Save(WritableForm writing, Command.SaveStep command)
    {
        var (form, draft) = (writing.Form, writing.Draft);
        var next = command.Back ? command.Step - 1 : command.Step + 1;
        if (command.Step < 0 || command.Step > form.Review || next < 0 || next > form.Review)
            return Decision.Reject(new Refusal.NotAtThisStage());

        if (command.Step == form.Review)
            return Decision.Accept(new CaseEvent.StepSaved(command.Form, next, draft.Answers, Answers.None));

        var questions = form.Steps[command.Step].Questions;
        var typed = questions.Select(question => KeyValuePair.Create(
            question.Id, Formats.Kept(question.Kind, Checking.Clean(command.Typed.Text(question.Id)))));
        var answers = draft.Answers.With(typed);
        var errors = Errors(writing, questions, answers);

        // Going back keeps unfinished answers as they are, but nothing that could not be kept at all.
        var stop = command.Back ? errors.Where(error => error.Problem is AnswerProblem.TooLong) : errors;
        return stop.Any()
            ? Decision.Reject(new Refusal.WrongAnswers(command.Form, command.Step, answers, [.. stop]))
            : Decision.Accept(
                new CaseEvent.StepSaved(command.Form, next, answers, Names(writing, questions, answers)));
    }

    /// <summary>The finished draft, or why it cannot be sent yet.</summary>
    public static (Answers Answers, Refusal? Why) Finished(WritableForm writing)
    {
        var answers = writing.Draft.Answers;
        foreach (var (number, step) in writing.Form.Steps.Index())
        {
            var errors = Errors(writing, step.Questions, answers);
            if (errors.Count > 0) return (answers, new Refusal.WrongAnswers(writing.Key, number, answers, errors));
        }

        // Answers to questions that are no longer asked stay in the draft and out of the form.
        var asked = writing.Form.Questions.Select(question => question.Id).ToHashSet();
        return (Answers.Of(answers.Where(answer => asked.Contains(answer.Key))), null);
    }

    static List<AnswerError> Errors(WritableForm writing, IReadOnlyList<Question> questions, Answers answers)
    {
        var errors = Checking.Check(questions, answers, writing.Offered).ToList();
        errors.AddRange(writing.Between(questions, answers)
            .DistinctBy(error => error.Question)
            .Where(error => errors.All(other => other.Question != error.Question)).ToList());
        return errors;
    }

    // The directory may call them otherwise tomorrow, or not know them any more.
    static Answers Names(WritableForm writing, IReadOnlyList<Question> questions, Answers answers) =>
        Answers.Of(questions
            .Where(question => question.OptionsFrom is "schools" or "teachers" or "leading-teachers")
            .SelectMany(question => writing.Offered(question)
                .Where(option => answers.Choices(question.Id).Contains(option.Id)))
            .DistinctBy(option => option.Id)
            .Select(option => KeyValuePair.Create(option.Id, option.Label)));
}
