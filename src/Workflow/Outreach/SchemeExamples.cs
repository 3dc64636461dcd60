using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

/// <summary>A scheme's own examples, tried by the rules that requests go by.</summary>
static class SchemeExamples
{
    public static IEnumerable<SchemeMistake> Check(Scheme scheme) =>
        scheme.Examples.Index().SelectMany(one => Check(one.Item, $"examples[{one.Index + 1}]", scheme));

    static IEnumerable<SchemeMistake> Check(SchemeExample example, string place, Scheme scheme)
    {
        var form = scheme.Forms.First(form => form.Id == FormKeys.Form1);
        var questions = form.Questions.ToDictionary(question => question.Id);
        if (example.Answers.Keys.FirstOrDefault(id => !questions.ContainsKey(id)) is { } unknown)
        {
            yield return new(
                $"{place}.answers.{unknown}", $"Form 1 has no question “{unknown}”.",
                $"Did you mean {Nearness.Nearest(unknown, questions.Keys)}?");
            yield break;
        }
        if (example.Cost is null == example.Refused is null)
        {
            yield return new(
                place, "Either cost or refused says what must come of it.", "Please write one of the two.");
            yield break;
        }

        var answers = Answers.Of(example.Answers.Select(answer => KeyValuePair.Create(
            answer.Key, Formats.Kept(questions[answer.Key].Kind, Checking.Clean(answer.Value)))));
        var refused = Checking.Check(
                example.Answers.Keys.Select(id => questions[id]), answers,
                question => DirectoryChoices.Nothing.For(question, scheme))
            .Select(error => error.Question).ToList();

        if (example.Refused is { } question && !refused.Contains(question))
            yield return new(
                $"{place}.refused", $"“{example.Says}” does not come true: “{question}” is not refused.",
                "Please correct the example or the scheme.");
        if (example.Cost is not { } cost) yield break;
        if (refused is [var first, ..])
            yield return new(
                $"{place}.answers.{first}", $"“{example.Says}” does not come true: this answer is refused.",
                "Please correct the example or the scheme.");
        else if (CostOf(answers, scheme) is var comes && comes != cost)
            yield return new(
                $"{place}.cost",
                $"“{example.Says}” does not come true: it costs £{comes.ToString("0.##", Formats.Invariant)}.",
                "Please correct the example or the scheme.");
    }

    static decimal CostOf(Answers form1, Scheme scheme) => Payments.Of(
        new Request(CaseId.From(0, 1)).Send(FormKeys.Form1, form1), scheme).Total;
}
