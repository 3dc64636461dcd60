using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>The card that a request shows this viewer: the one that asks them something, or where it stands.</summary>
public static class CardFor
{
    /// <summary>Null: the request is none of this person's business, and nothing of it is shown.</summary>
    public static AdaptiveCard? Request(RequestView view)
    {
        var request = view.Request;
        if (view.Parts.Count == 0)
            return view.Sight.IsFormer ? PassedOnCard.For(view)
                : view.Sight.MayKnowVacancy ? VacancyCard.For(view)
                : null;

        return request.TurnOf(view.Viewer) is { } turn ? Asking(view, turn.Part) : StatusCard.For(view);
    }

    static AdaptiveCard Asking(RequestView view, Part part) => (view.Request.Stage, part) switch
    {
        (Stage.Drafting, _) => FormCard.For(view, FormKeys.Form1),
        (Stage.Approving, _) => ApprovalCard.For(view),
        (Stage.Brokering, Part.Inspector) => BrokeringCard.For(view),
        (Stage.Brokering, Part.Requester) when view.Request.OpenQuestion is not null => QuestionCard.For(view),
        (_, Part.Requester) => TeachersCard.For(view),
        (_, Part.Teacher) when view.Request.IsBeingArranged => ConsentCard.For(view),
        (Stage.Accepting, _) => AcceptanceCard.For(view),
        (Stage.Releasing, _) => ReleaseCard.For(view),
        (Stage.Confirming or Stage.Visiting, Part.Inspector) => StatusCard.For(view),
        (Stage.Confirming, Part.LeadingTeacher) => FormCard.For(view, FormKeys.Form2),
        (Stage.Confirming, _) => SigningCard.For(view),
        (Stage.Visiting, _) => FormCard.For(view, FormKeys.Record(view.Request.NextVisit!.Number)),
        (Stage.Reflecting, Part.Teacher) => FormCard.For(view, FormKeys.Form3Teacher),
        (Stage.Reflecting, _) => FormCard.For(view, FormKeys.Form3LeadingTeacher),
        (Stage.Evaluating, _) => FormCard.For(view, FormKeys.Evaluation),
        (Stage.Closing, _) => ClosingCard.For(view),
        _ => StatusCard.For(view),
    };
}
