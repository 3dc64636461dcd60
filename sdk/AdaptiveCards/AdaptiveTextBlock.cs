using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>
/// Text in which clients read markdown; what people typed goes into an <see cref="AdaptiveTextRun"/>.
/// </summary>
/// <remarks>https://adaptivecards.io/explorer/TextBlock.html</remarks>
public class AdaptiveTextBlock : AdaptiveElement, IAdaptiveTextElement
{
    public const string TypeName = "TextBlock";

    public AdaptiveTextBlock()
    {
    }

    public AdaptiveTextBlock(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    public virtual AdaptiveTextSize Size { get; set; }

    public virtual AdaptiveTextWeight Weight { get; set; }

    public virtual AdaptiveTextColor Color { get; set; }

    public virtual bool IsSubtle { get; set; }

    public virtual bool Italic { get; set; }

    public virtual bool Strikethrough { get; set; }

    public virtual string Text { get; set; } = "";

    /// <summary>Without it, a client cuts the text at the end of its first line.</summary>
    public bool Wrap { get; set; }

    /// <summary>How many lines are shown at most; 0 for all.</summary>
    public int MaxLines { get; set; }

    /// <summary>Whether a screen reader takes this text for a heading.</summary>
    public AdaptiveTextBlockStyle Style { get; set; }

    private protected override void WriteProperties(JsonWriter json)
    {
        json.Put(this);
        json.Put("wrap", Wrap);
        json.Put("maxLines", MaxLines);
        json.Put("style", Style);
        base.WriteProperties(json);
    }
}
