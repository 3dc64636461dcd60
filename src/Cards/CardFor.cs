using AdaptiveCards;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards;

/// <summary>The card that a request shows this viewer: the one that asks them something, or where it stands.</summary>
public static class CardFor
{
    /// <summary>Null: the request is none of this person's business, and nothing of it is shown.</summary>
    public static AdaptiveCard? Request(View view)
    {
        var request = view.Request;
        if (view.Parts.Count == 0)
            return request.Former.Contains(view.Viewer.Person.Id) ? PassedOnCard.For(view)
                : VacancyCard.Concerns(view) ? VacancyCard.For(view)
                : null;

        return request.TurnOf(view.Viewer) is { } turn ? Asking(view, turn.Part) : StatusCard.For(view);
    }

    /// <summary>Whoever sees it may be typing in it.</summary>
    public static bool HasFields(AdaptiveCard card) => card.Body.Any(element => element is AdaptiveInput);

    static AdaptiveCard Asking(View view, Part part) => (view.Request.Stage, part) switch
    {
        (Stage.Drafting, _) => FormCard.For(view, FormKeys.Form1),
        (Stage.Approving, _) => ApprovalCard.For(view),
        (Stage.Brokering, Part.Inspector) => BrokeringCard.For(view),
        (Stage.Brokering, Part.Requester) when view.Request.OpenQuestion is not null => QuestionCard.For(view),
        (_, Part.Requester) => TeachersCard.For(view),
        ( <= Stage.Confirming, Part.Teacher) => ConsentCard.For(view),
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
