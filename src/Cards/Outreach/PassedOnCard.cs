using AdaptiveCards;
using OutreachBot.Cards.Elements;

namespace OutreachBot.Cards.Outreach;

/// <summary>For somebody who was asked once and has no part any more. It shows nothing of the request.</summary>
public static class PassedOnCard
{
    public static AdaptiveCard For(RequestView view) => Element.Card(
        $"Request {view.Request.Id} has gone on without you. Nothing more is needed.",
        [
            Element.Small($"{view.Request.Id}"),
            Element.Heading("Nothing more is needed"),
            Element.Noted(view.Note),
            Element.Text("This request has gone on without you. Thank you for answering."),
        ],
        []);
}
