using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>One line of a fact set.</summary>
public class AdaptiveFact
{
    public AdaptiveFact()
    {
    }

    public AdaptiveFact(string title, string value)
    {
        Title = title;
        Value = value;
    }

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
