using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Newtonsoft's serializer writes a card as the card writes itself.</summary>
sealed class CardConverter : JsonConverter<AdaptiveCard>
{
    public override bool CanRead => false;

    public override void WriteJson(JsonWriter writer, AdaptiveCard value, JsonSerializer serializer) =>
        value.Write(writer);

    public override AdaptiveCard ReadJson(
        JsonReader reader, Type objectType, AdaptiveCard existingValue, bool hasExistingValue,
        JsonSerializer serializer) =>
        throw new NotSupportedException("This stand-in for AdaptiveCards does not read cards.");
}
