using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Outreach;

/// <summary>Rules for days that people name on a form.</summary>
static class Days
{
    // Far enough for next school year's plans; a year like 2206 is a slip of the finger.
    const int MonthsAhead = 24;

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Any other day that a form asks for: within two years of today.</summary>
    public static IEnumerable<AnswerError> CheckNearness(
        IEnumerable<Question> questions, Answers answers, DateOnly today) =>
        from question in questions
        where question.Kind is QuestionKind.Date
        let day = answers.Date(question.Id)
        where day > today.AddMonths(MonthsAhead) || day < today.AddMonths(-MonthsAhead)
        select new AnswerError(question.Id, day > today ? AnswerProblem.TooFarAhead : AnswerProblem.TooLongAgo);

    /// <summary>A day of a programme is a weekday from today on, and named once; some may be spent already.</summary>
    public static IEnumerable<AnswerError> Check(
        IEnumerable<string> questions, Answers answers, DateOnly today, params IEnumerable<DateOnly> spent)
    {
        var seen = spent.ToHashSet();
        foreach (var question in questions)
        {
            if (answers.Date(question) is not { } day) continue;
            if (day < today) yield return new(question, AnswerProblem.InThePast);
            else if (day > today.AddMonths(MonthsAhead)) yield return new(question, AnswerProblem.TooFarAhead);
            else if (IsWeekend(day)) yield return new(question, AnswerProblem.Weekend, Formats.Text(day));
            else if (!seen.Add(day)) yield return new(question, AnswerProblem.SameDayTwice, Formats.Text(day));
        }
    }
}
