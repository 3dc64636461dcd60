using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>One choice of a set.</summary>
public class AdaptiveChoice
{
    public string Title { get; set; }

    public string Value { get; set; }

    internal void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.PutRequired("title", Title);
        json.PutRequired("value", Value);
        json.WriteEndObject();
    }
}
