using AdaptiveCards;
using OutreachBot.Cards.Elements;

namespace OutreachBot.Cards.Outreach;

/// <summary>The leading teacher says whether they can.</summary>
public static class AcceptanceCard
{
    public static AdaptiveCard For(RequestView view) => Frame.Around(
        view,
        "Can you help this school?",
        $"{view.Request.School!.Name} asks for you in {RequestWords.Area(view.Request, view.Scheme)}, "
        + $"{Words.Days(view.Request.Days)}: can you help?",
        [
            Element.Line(
                Element.Bold(view.Request.School.Name),
                Element.Run(" asks for you in "),
                Element.Bold(RequestWords.Area(view.Request, view.Scheme)),
                Element.Run(", "),
                Element.Bold(Words.Days(view.Request.Days)),
                Element.Run(". If you say yes, your own headteacher is asked next.")),
            RequestFacts.Asked(view),
            .. Fields.Message(view, "Message (needed if you say no)"),
        ],
        [
            view.Primary("Yes, I can", RequestVerbs.AcceptMatch),
            view.Plain("No, I cannot", RequestVerbs.DeclineMatch),
            view.ReadAll(),
        ],
        $"approve {view.Request.Id}, or decline {view.Request.Id} and why");
}
