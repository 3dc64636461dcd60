using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Cards.Tests;

/// <summary>
/// A whole story in which everybody writes as much as the forms take, in words that would do harm if a card did not
/// keep them apart from its own. It goes wrong once wherever it can.
/// </summary>
sealed class Longest(int days, string letter)
{
    const int LongestMessage = 2000;
    const string Harm = "**bold** [link](https://example.org) <b>&amp; # \n- `x` {{DATE(2026-03-02)}} \\ \" ";

    public static IEnumerable<(string Name, Scenario Scenario)> Everything =>
        new Longest(1, "e").Story.Concat(new Longest(2, "ŵ").Story).Concat(new Longest(9, "ع").Story)
            .Concat(new Longest(9, "界").Story);

    /// <summary>What somebody typed begins with this.</summary>
    public const string Canary = "‹typed";

    public string Text(string name, int length)
    {
        var start = $"{Canary} {name}› {Harm}";
        return start + string.Concat(Enumerable.Repeat(letter, length))[..(length - start.Length)];
    }

    string Message(string name) => Text(name, LongestMessage);

    IEnumerable<(string Name, Scenario Scenario)> Story
    {
        get
        {
            var given = Given.ADraftOfATeacher;
            (string, Scenario) Then(string what, Scenario after) => ($"{days} days of {letter}, {what}", given = after);

            yield return Then("form 1 at its review", given.Written(Some.Teacher, FormKeys.Form1, Form1));
            yield return Then("form 1 to approve", given.After(Some.Teacher, new SendForm(FormKeys.Form1)));
            yield return Then("form 1 sent back", given.After(Some.Headteacher, new ReturnForm1(Message("sent back"))));
            yield return Then("with the inspector", given.Sent(Some.Teacher, FormKeys.Form1, Form1)
                .After(Some.Headteacher, new ApproveForm1(Message("approved"))));
            yield return Then("a question", given.After(Some.Inspector, new AskQuestion(Message("question"))));
            yield return Then("an answer", given.After(Some.Teacher, new AnswerQuestion(Message("answer"))));
            yield return Then(
                "one steps out", given.After(Some.SecondTeacher, new DeclineToTakePart(Message("stepped out"))));
            yield return Then(
                "a match declined",
                Given.Matched(given).After(Some.LeadingTeacher, new DeclineMatch(Message("cannot"))));
            yield return Then("a match", Given.Matched(given));
            yield return Then("a release", given.After(Some.LeadingTeacher, new AcceptMatch(Message("can"))));
            yield return Then("form 2", given.After(Some.ProvidingHeadteacher, new AgreeRelease(Message("released"))));
            yield return Then("form 2 at its review", given.Written(Some.LeadingTeacher, FormKeys.Form2, Form2(given)));
            yield return Then("form 2 to sign", given.After(Some.LeadingTeacher, new SendForm(FormKeys.Form2)));
            yield return Then("form 2 to change", given.After(Some.Headteacher, new AskForChange(Message("change"))));
            yield return Then("form 2 again", given.Sent(Some.LeadingTeacher, FormKeys.Form2, Form2(given)));
            yield return Then("visits", Given.Signed(given));
            foreach (var number in Enumerable.Range(1, days))
            {
                var day = given.On(given.Request.NextVisit!.Date);
                var written = Then(
                    $"record {number}",
                    day.Written(Some.LeadingTeacher, FormKeys.Record(number), Filled(FormKeys.Record(number), day)));
                if (number == 1) yield return written;
                var noted =
                    Then($"visit {number}", given.After(Some.LeadingTeacher, new SendForm(FormKeys.Record(number)))
                        .After(Some.Teacher, new NoteFollowUp(number, Message($"note {number}"))));
                if (number == days) yield return noted;
            }
            foreach (var (writer, form) in Reflections)
                yield return Then(form, given.Sent(writer, form, Filled(form, given).With(("rating", "4"))));
            yield return Then("follow-up", given.After(Some.Inspector, new AskForFollowUp(Message("follow-up"))));
        }
    }

    static readonly (Actor Writer, string Form)[] Reflections =
    [
        (Some.Teacher, FormKeys.Form3Teacher),
        (Some.LeadingTeacher, FormKeys.Form3LeadingTeacher),
        (Some.Headteacher, FormKeys.Evaluation),
    ];

    Answers Form1 => Filled(FormKeys.Form1, Given.ADraftOfATeacher).With(
        Some.Form1ForTwoTeachers.With(("days", $"{days}"), ("date-2", days > 1 ? Formats.Text(Some.SecondVisit) : ""))
            .Where(answer => answer.Key is not ("need" or "outcomes" or "measure")));

    Answers Form2(Scenario given) => Filled(FormKeys.Form2, given).With(
        [("rate", "999.50"), ("code", "yes"),
            .. Enumerable.Range(1, days)
                .Select(day => ($"date-{day}", Formats.Text(Some.FirstVisit.AddDays(1 + (7 * day)))))]);

    Answers Filled(string form, Scenario given) => Answers.Of(
        from question in RequestForms.For(form, given.Request, given.Facts.Scheme)!.Questions
        where question.Kind is QuestionKind.Text or QuestionKind.LongText or QuestionKind.Date
        select KeyValuePair.Create(question.Id, question.Kind is QuestionKind.Date
            ? RequestForms.Default(question, form, given.Request)
            : Text(question.Id, question.MaxLength)));
}
