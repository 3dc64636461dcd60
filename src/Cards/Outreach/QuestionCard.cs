using AdaptiveCards;
using OutreachBot.Cards.Elements;

namespace OutreachBot.Cards.Outreach;

/// <summary>The inspector has a question; the school answers it here.</summary>
public static class QuestionCard
{
    public static AdaptiveCard For(RequestView view) => Frame.Around(
        view,
        "The inspector has a question",
        $"{view.Request.Inspector!.Name} has a question about your request in "
        + $"{RequestWords.Area(view.Request, view.Scheme)}: please answer.",
        [
            Element.Quote($"{view.Request.Inspector.Name} asks", view.Request.OpenQuestion),
            .. Fields.Message(view, "Your answer"),
        ],
        [
            view.Primary("Send my answer", RequestVerbs.Answer),
            view.ReadAll(),
            view.WithReason("Withdraw the request", RequestVerbs.Withdraw),
        ],
        $"answer {view.Request.Id} and your answer");
}
