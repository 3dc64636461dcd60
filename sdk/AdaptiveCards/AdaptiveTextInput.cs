using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A field for text.</summary>
/// <remarks>https://adaptivecards.io/explorer/Input.Text.html</remarks>
public class AdaptiveTextInput : AdaptiveInput
{
    public const string TypeName = "Input.Text";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    public string Value { get; set; }

    public bool IsMultiline { get; set; }

    /// <summary>How many characters are taken at most; 0 for any number.</summary>
    public int MaxLength { get; set; }

    private protected override void WriteProperties(JsonWriter json)
    {
        base.WriteProperties(json);
        json.Put("placeholder", Placeholder);
        json.Put("value", Value);
        json.Put("isMultiline", IsMultiline);
        json.Put("maxLength", MaxLength);
    }
}
