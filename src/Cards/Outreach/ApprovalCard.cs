using AdaptiveCards;
using OutreachBot.Cards.Elements;

namespace OutreachBot.Cards.Outreach;

/// <summary>A teacher has written form 1; their headteacher approves it or sends it back.</summary>
public static class ApprovalCard
{
    public static AdaptiveCard For(RequestView view) => Frame.Around(
        view,
        "A teacher asks for support",
        $"{view.Request.Requester!.Name} asks for a leading teacher in {RequestWords.Area(view.Request, view.Scheme)}, "
        + $"{Words.Days(view.Request.Days)}: approve?",
        [
            Element.Line(
                Element.Bold(view.Request.Requester.Name),
                Element.Run(" would like a leading teacher for "),
                Element.Bold(RequestWords.Area(view.Request, view.Scheme)),
                Element.Run(", "),
                Element.Bold(Words.Days(view.Request.Days)),
                Element.Run(". If you approve, the inspector looks for one.")),
            RequestFacts.Asked(view),
            .. Fields.Message(view, "Message (needed if you send it back)"),
        ],
        [
            view.Primary("Approve", RequestVerbs.ApproveForm1),
            view.Plain("Send back", RequestVerbs.ReturnForm1),
            view.ReadAll(),
        ],
        $"approve {view.Request.Id}, or decline {view.Request.Id} and why");
}
