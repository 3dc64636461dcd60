using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Whatever has a <c>type</c> of its own: the card, its elements and its actions.</summary>
public abstract class AdaptiveTypedElement
{
    SerializableDictionary<string, object> additionalProperties;

    /// <summary>The name on the wire, as in <c>TextBlock</c>.</summary>
    public abstract string Type { get; set; }

    public string Id { get; set; }

    /// <summary>What this library lacks, written as it stands: <c>msteams</c>, <c>choices.data</c>.</summary>
    public SerializableDictionary<string, object> AdditionalProperties
    {
        get => additionalProperties ??= new(StringComparer.OrdinalIgnoreCase);
        set => additionalProperties = value;
    }

    internal void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.PutRequired("type", Type);
        json.Put("id", Id);
        WriteProperties(json);
        json.PutAll(additionalProperties);
        json.WriteEndObject();
    }

    private protected abstract void WriteProperties(JsonWriter json);
}
