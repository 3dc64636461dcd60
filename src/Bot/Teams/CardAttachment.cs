using AdaptiveCards;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// Cards as the Bot Framework takes them. Always as JSON: a typed card overflows the stack of Bot Schema 4.23 when it is
/// serialised, and loses its data in an invoke's answer.
/// </summary>
static class CardAttachment
{
    // Text that is ready for the wire goes there as it is. The original package breaks it into lines, and a card of
    // 20 KB would grow beyond what Teams takes.
    public static JToken Json(AdaptiveCard card) => card.ToJson() is var text && text.Contains('\n') ? JObject.Parse(text) : new JRaw(text);

    /// <summary>A message with nothing but the card. Its summary is what a phone's notification says.</summary>
    public static Activity Message(AdaptiveCard card) => new()
    {
        Type = ActivityTypes.Message,
        Summary = card.FallbackText,
        Attachments = [new Attachment { ContentType = AdaptiveCard.ContentType, Content = Json(card) }],
    };

    public static AdaptiveCardInvokeResponse Answer(AdaptiveCard card) =>
        new() { StatusCode = 200, Type = AdaptiveCard.ContentType, Value = Json(card) };
}
