using AdaptiveCards;

namespace OutreachBot.Cards;

/// <summary>For somebody who was asked once and has no part any more. It shows nothing of the request.</summary>
public static class PassedOnCard
{
    public static AdaptiveCard For(View view) => Kit.Card(
        $"Request {view.Request.Id} has gone on without you. Nothing more is needed.",
        [
            Kit.Small($"{view.Request.Id}"),
            Kit.Heading("Nothing more is needed"),
            Kit.Noted(view.Note),
            Kit.Text("This request has gone on without you. Thank you for answering."),
        ],
        []);
}
