using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>What may stand in a paragraph.</summary>
public abstract class AdaptiveInline
{
    SerializableDictionary<string, object> additionalProperties;

    /// <inheritdoc cref="AdaptiveTypedElement.Type"/>
    public abstract string Type { get; set; }

    /// <inheritdoc cref="AdaptiveTypedElement.AdditionalProperties"/>
    public SerializableDictionary<string, object> AdditionalProperties
    {
        get => additionalProperties ??= new(StringComparer.OrdinalIgnoreCase);
        set => additionalProperties = value;
    }

    internal void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.PutRequired("type", Type);
        WriteProperties(json);
        json.PutAll(additionalProperties);
        json.WriteEndObject();
    }

    private protected abstract void WriteProperties(JsonWriter json);
}
