using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Part of a paragraph, shown as it is: no markdown is read in it.</summary>
/// <remarks>https://adaptivecards.io/explorer/TextRun.html</remarks>
public class AdaptiveTextRun : AdaptiveInline, IAdaptiveTextElement
{
    public const string TypeName = "TextRun";

    public AdaptiveTextRun()
    {
    }

    public AdaptiveTextRun(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    public virtual AdaptiveTextSize Size { get; set; }

    public virtual AdaptiveTextWeight Weight { get; set; }

    public virtual AdaptiveTextColor Color { get; set; }

    public virtual bool IsSubtle { get; set; }

    public virtual bool Italic { get; set; }

    public virtual bool Strikethrough { get; set; }

    public bool Highlight { get; set; }

    public virtual string Text { get; set; } = "";

    public bool Underline { get; set; }

    private protected override void WriteProperties(JsonWriter json)
    {
        json.Put(this);
        json.Put("highlight", Highlight);
        json.Put("underline", Underline);
    }
}
