using AdaptiveCards;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Cards.Elements;

/// <summary>A question with its answer.</summary>
static class AnsweredLine
{
    public static AdaptiveElement For(View view, Question question, Answers answers, Func<string, string> shorten)
    {
        var text = answers.Text(question.Id);
        return question.Kind switch
        {
            QuestionKind.Choice or QuestionKind.Choices =>
                Element.Row(question.Label, Words.List(answers.Choices(question.Id).Select(Label))),
            QuestionKind.Date =>
                Element.Row(question.Label, answers.Date(question.Id) is { } day ? Words.Day(day) : text),
            QuestionKind.Money =>
                Element.Row(question.Label, answers.Money(question.Id) is { } pounds ? Words.Pounds(pounds) : text),
            QuestionKind.Promise => Element.Row(question.Label, "Yes"),
            QuestionKind.LongText => Element.Said(question.Label, shorten(text)),
            QuestionKind.Text or QuestionKind.Number => Element.Row(question.Label, shorten(text)),
        };

        string Label(string id) =>
            view.Forms.Offered(question).FirstOrDefault(option => option.Id == id) is { } option
                ? view.Label(option)
                : view.Case.Names.GetValueOrDefault(id, id);
    }
}
