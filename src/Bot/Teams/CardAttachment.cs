using AdaptiveCards;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace OutreachBot.Bot.Teams;

/// <summary>Cards as the Bot Framework takes them.</summary>
static class CardAttachment
{
    /// <summary>A message with nothing but the card. Its summary is what a phone's notification says.</summary>
    public static Activity Message(AdaptiveCard card) => new()
    {
        Type = ActivityTypes.Message,
        Summary = card.FallbackText,
        Attachments = [new Attachment { ContentType = AdaptiveCard.ContentType, Content = new CardContent(card) }],
    };

    public static AdaptiveCardInvokeResponse Answer(AdaptiveCard card) =>
        new() { StatusCode = 200, Type = AdaptiveCard.ContentType, Value = new CardContent(card) };
}

/// <summary>
/// A card inside a message or an answer, written with it and by the cards' own rules. The card itself must not stand
/// there: Bot Schema 4.23 looks through the properties of what it is given until the stack overflows, and by its rules
/// for writing a card would lose its data. This has no properties, and needs no text or tree of the card in between.
/// </summary>
[JsonConverter(typeof(Writer))]
sealed class CardContent(AdaptiveCard card)
{
    static readonly JsonSerializer Cards = JsonSerializer.Create();

    readonly AdaptiveCard card = card;

    sealed class Writer : JsonConverter<CardContent>
    {
        public override bool CanRead => false;

        public override void WriteJson(JsonWriter writer, CardContent? value, JsonSerializer serializer) =>
            Cards.Serialize(writer, value!.card);

        public override CardContent ReadJson(
            JsonReader reader, Type objectType, CardContent? existingValue, bool hasExistingValue,
            JsonSerializer serializer) =>
            throw new NotSupportedException();
    }
}
