using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>
/// A card, which Newtonsoft's serializer writes too; the Bot Framework's own rules of writing would spoil it.
/// </summary>
/// <remarks>https://adaptivecards.io/explorer/AdaptiveCard.html</remarks>
[JsonConverter(typeof(CardConverter))]
public class AdaptiveCard(AdaptiveSchemaVersion schemaVersion) : AdaptiveTypedElement
{
    /// <summary>What an attachment with a card calls its content.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public const string TypeName = "AdaptiveCard";

    public AdaptiveCard(string schemaVersion)
        : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    [Obsolete("Say which version of the schema the card is written for.")]
    public AdaptiveCard()
        : this(new AdaptiveSchemaVersion())
    {
    }

    public override string Type { get; set; } = TypeName;

    /// <summary>What a client must know of the schema; an older one shows <see cref="FallbackText"/>.</summary>
    public AdaptiveSchemaVersion Version { get; set; } = schemaVersion;

    public string FallbackText { get; set; }

    /// <summary>What a screen reader says of the card as a whole.</summary>
    public string Speak { get; set; }

    /// <summary>The language of the card as ISO 639-1, as in <c>en</c>.</summary>
    public string Lang { get; set; }

    public List<AdaptiveElement> Body { get; set; } = [];

    public List<AdaptiveAction> Actions { get; set; } = [];

    /// <exception cref="JsonSerializationException">A text or a list that the schema requires is null.</exception>
    public string ToJson() => JsonConvert.SerializeObject(this);

    private protected override void WriteProperties(JsonWriter json)
    {
        json.PutRequired("version", Version?.ToString());
        json.Put("fallbackText", FallbackText);
        json.Put("speak", Speak);
        json.Put("lang", Lang);
        if (Body is { Count: > 0 })
        {
            json.PutList("body", Body, static (element, json) => element.Write(json));
        }
        if (Actions is { Count: > 0 })
        {
            json.PutList("actions", Actions, static (action, json) => action.Write(json));
        }
    }
}
