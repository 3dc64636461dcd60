using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Cards.Elements;

/// <summary>Every no in words: what is wrong, and what to do instead.</summary>
public static class RefusalWords
{
    public static string Words(this AnswerError error) => error.Problem switch
    {
        AnswerProblem.Missing => "Please fill this in.",
        AnswerProblem.TooLong => $"This is too long. Please keep it under {error.Limit} letters.",
        AnswerProblem.NotWhole => "Please write a whole number, such as 2. Leading teachers work in whole days.",
        AnswerProblem.NotMoney => "Please write an amount in pounds, such as 250 or 250.50.",
        AnswerProblem.TooSmall => $"This is too small. The smallest number is {error.Limit}.",
        AnswerProblem.TooLarge => $"This is too large. The largest number is {error.Limit}.",
        AnswerProblem.NotADate => "There is no such day. Please write it as year-month-day, such as 2026-03-31.",
        AnswerProblem.NotOffered => "Please choose from the list.",
        AnswerProblem.NotPromised => "Please tick this to go on.",
        AnswerProblem.InThePast => "This day has passed. Please choose a day from today on.",
        AnswerProblem.Weekend => $"{Day(error)} is at the weekend. Please choose a school day.",
        AnswerProblem.SchoolShut when error.Shut is { } shut => Shut(shut),
        AnswerProblem.SchoolShut => $"{Day(error)} is no school day. Please choose another day.",
        AnswerProblem.SameDayTwice => $"{Day(error)} is named twice. Please choose another day.",
        AnswerProblem.TooFarAhead => "This day is more than two years away. Please choose a nearer one.",
        AnswerProblem.TooLongAgo => "This day is more than two years ago. Please look at the year.",
        AnswerProblem.NotYet =>
            $"{Day(error)} has not come yet. Please write the record on the day of the visit or after it.",
        AnswerProblem.BeforeAgreement =>
            $"The programme was agreed on {Day(error)}. Please choose that day or a later one.",
        AnswerProblem.DayIsAgreed =>
            $"The visit was agreed and recorded for {Day(error)}, and that day stays. Please put it back; the rest "
            + "can be corrected.",
        AnswerProblem.RateNeedsReason =>
            $"The usual rate is £{error.Limit} a day. Please say why this one is different.",
        AnswerProblem.DayTaken =>
            $"The leading teacher is promised to another school on {Day(error)}. Please choose another day.",
        AnswerProblem.NotYoursToAsk => error.Limit is { Length: > 0 } manager
            ? $"Only a district manager can ask for this. Please ask yours, {manager}, or choose another kind of "
                + "support."
            : "Only a district manager can ask for this. Please ask yours, or choose another kind of support.",
        AnswerProblem.NoDaysLeft => error.Limit is "0"
            ? "The leading teacher has no days left this school year. Please choose a day after August, or ask the "
                + "inspector for somebody else."
            : $"The leading teacher has only {Elements.Words.Days(int.Parse(error.Limit!, Formats.Invariant))} left this "
                + "school year. Please choose a day after August.",
    };

    public static string Words(this Refusal refusal) => refusal switch
    {
        Refusal.NotYourPart => "This is not yours to decide. Type status to see your own requests.",
        Refusal.NotAtThisStage => "This has moved on. Here is how it stands now.",
        Refusal.MessageMissing => "Please write a sentence that says why.",
        Refusal.MessageTooLong long_ => $"Your message has {long_.Length} letters. Please keep it under {long_.Most}.",
        Refusal.WrongAnswers => "Something needs another look. The red lines say what.",
        Refusal.NotACandidate => "Please choose somebody from the list.",
        Refusal.MayNotAsk => "That is not yours to begin. Type help to see what you can do.",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {refusal.GetType().Name}."),
    };

    // "Alderbrook Primary School is shut on Monday 2 March 2026, which is a closure day. Please choose …"
    static string Shut(ShutSchool shut)
    {
        var day = Elements.Words.Day(shut.Day);
        var why = (shut.Because, shut.School) switch
        {
            (ShutBecause.BankHoliday, _) => $"{day} is {BankHolidays.On(shut.Day) ?? "a bank holiday"}.",
            (ShutBecause.Closure, { } school) => $"{school} is shut on {day}, which is a closure day.",
            (ShutBecause.HalfTerm, { } school) => $"{school} is shut on {day}, in half term.",
            (ShutBecause.Holiday, { } school) => $"{school} is shut on {day}, which is a holiday.",
            (_, { } school) => $"{school} is shut on {day}, which is out of term.",
            _ => $"{day} is no school day.",
        };
        var instead = shut.Instead.Select(Elements.Words.Day).ToList();
        return instead.Count == 0
            ? $"{why} Please choose a school day."
            : $"{why} Please choose another day, such as {Choice(instead)}.";
    }

    static string Choice(IReadOnlyList<string> days) =>
        days.Count > 1 ? $"{string.Join(", ", days.SkipLast(1))} or {days[^1]}" : days[0];

    static string Day(AnswerError error) =>
        Formats.Date(error.Limit ?? "") is { } day ? Elements.Words.Day(day) : "This day";
}
