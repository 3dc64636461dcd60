using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>The look that a block of text and a run of text share.</summary>
public interface IAdaptiveTextElement
{
    AdaptiveTextSize Size { get; set; }

    AdaptiveTextWeight Weight { get; set; }

    AdaptiveTextColor Color { get; set; }

    bool IsSubtle { get; set; }

    bool Italic { get; set; }

    bool Strikethrough { get; set; }

    string Text { get; set; }
}

static class TextElementJson
{
    public static void Put(this JsonWriter json, IAdaptiveTextElement element)
    {
        json.PutRequired("text", element.Text);
        json.Put("size", element.Size);
        json.Put("weight", element.Weight);
        json.Put("color", element.Color);
        json.Put("isSubtle", element.IsSubtle);
        json.Put("italic", element.Italic);
        json.Put("strikethrough", element.Strikethrough);
    }
}
