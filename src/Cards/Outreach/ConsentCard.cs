using AdaptiveCards;
using OutreachBot.Cards.Elements;

namespace OutreachBot.Cards.Outreach;

/// <summary>A teacher who is named in a request says whether they want this. Nobody is coached by surprise.</summary>
public static class ConsentCard
{
    public static AdaptiveCard For(RequestView view) => Frame.Around(
        view,
        "Would you like this support?",
        $"{view.Request.Requester!.Name} has asked for a leading teacher to work with you in "
        + $"{RequestWords.Area(view.Request, view.Scheme)}: is that all right?",
        [
            Element.Line(
                Element.Bold(view.Request.Requester.Name),
                Element.Run(" has named you in a request. Nothing happens without your yes.")),
            RequestFacts.Asked(view),
            .. Fields.Message(view, "Message (needed if you say no)"),
        ],
        [
            view.Primary("Yes, I would like this", RequestVerbs.AgreeToTakePart),
            view.Plain("No, not me", RequestVerbs.DeclineToTakePart),
        ],
        $"approve {view.Request.Id}, or decline {view.Request.Id} and why");
}
