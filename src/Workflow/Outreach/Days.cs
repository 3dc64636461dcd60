using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Outreach;

/// <summary>Rules for days that people name on a form.</summary>
static class Days
{
    // Far enough for next school year's plans; a year like 2206 is a slip of the finger.
    const int MonthsAhead = 24;

    // As many as somebody can choose from without reading on.
    const int Offered = 3;

    /// <summary>Any other day that a form asks for: within two years of today.</summary>
    public static IEnumerable<AnswerError> CheckNearness(
        IEnumerable<Question> questions, Answers answers, DateOnly today) =>
        from question in questions
        where question.Kind is QuestionKind.Date
        let day = answers.Date(question.Id)
        where day > today.AddMonths(MonthsAhead) || day < today.AddMonths(-MonthsAhead)
        select new AnswerError(question.Id, day > today ? AnswerProblem.TooFarAhead : AnswerProblem.TooLongAgo);

    /// <summary>
    /// A day of a programme comes from today on, on a school day of every school that is needed (policy, section 9),
    /// and is named once; some may be spent already.
    /// </summary>
    /// <param name="questions">What is asked.</param>
    /// <param name="answers">What was answered.</param>
    /// <param name="schools">Who is needed.</param>
    /// <param name="today">The day.</param>
    /// <param name="calendar">When schools are open.</param>
    /// <param name="spent">Days that are not free any more.</param>
    public static IEnumerable<AnswerError> Check(
        IEnumerable<string> questions, Answers answers, IReadOnlyList<School> schools, DateOnly today,
        SchoolCalendar calendar, params IEnumerable<DateOnly> spent)
    {
        var seen = spent.ToHashSet();
        foreach (var question in questions)
        {
            if (answers.Date(question) is not { } day) continue;
            if (day < today) yield return new(question, AnswerProblem.InThePast);
            else if (day > today.AddMonths(MonthsAhead)) yield return new(question, AnswerProblem.TooFarAhead);
            else if (Shut(day, schools, today, calendar) is { } shut)
                yield return Error(question, shut);
            else if (!seen.Add(day)) yield return new(question, AnswerProblem.SameDayTwice, Formats.Text(day));
        }
    }

    /// <summary>The error of a day on which a school is shut.</summary>
    public static AnswerError Error(string question, ShutSchool shut) => new(
        question, shut.Because is ShutBecause.Weekend ? AnswerProblem.Weekend : AnswerProblem.SchoolShut,
        Formats.Text(shut.Day), shut);

    /// <summary>Who is not there on a day, and which days would do. Null: everybody is.</summary>
    public static ShutSchool? Shut(
        DateOnly day, IReadOnlyList<School> schools, DateOnly earliest, SchoolCalendar calendar)
    {
        string?[] urns = schools.Count > 0 ? [.. schools.Select(school => school.Urn)] : [null];
        foreach (var (index, urn) in urns.Index())
            if (calendar.WhyShut(urn, day) is { } why)
                return new(
                    day, why, IsForAll(why) || schools.Count == 0 ? null : schools[index].Name,
                    calendar.NextOpen(urns, day > earliest ? day : earliest, Offered));
        return null;
    }

    static bool IsForAll(ShutBecause why) => why is ShutBecause.Weekend or ShutBecause.BankHoliday;
}
