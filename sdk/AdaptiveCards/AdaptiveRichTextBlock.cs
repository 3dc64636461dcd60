using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A paragraph made of runs, shown as they are and always wrapped.</summary>
/// <remarks>https://adaptivecards.io/explorer/RichTextBlock.html</remarks>
public class AdaptiveRichTextBlock : AdaptiveElement
{
    public const string TypeName = "RichTextBlock";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveInline> Inlines { get; set; } = [];

    private protected override void WriteProperties(JsonWriter json)
    {
        json.PutList("inlines", Inlines, static (inline, json) => inline.Write(json));
        base.WriteProperties(json);
    }
}
