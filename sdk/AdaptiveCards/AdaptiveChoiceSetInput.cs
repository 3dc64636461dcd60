using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A field for one of several choices, or some of them.</summary>
/// <remarks>https://adaptivecards.io/explorer/Input.ChoiceSet.html</remarks>
public class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    /// <summary>The value of the choice made; of several, their values with commas between.</summary>
    public string Value { get; set; }

    public AdaptiveChoiceInputStyle Style { get; set; }

    public bool IsMultiSelect { get; set; }

    public List<AdaptiveChoice> Choices { get; set; } = [];

    /// <summary>Whether the titles of expanded choices may take more than a line.</summary>
    public bool Wrap { get; set; }

    public string Placeholder { get; set; }

    private protected override void WriteProperties(JsonWriter json)
    {
        base.WriteProperties(json);
        json.Put("value", Value);
        json.Put("style", Style);
        json.Put("isMultiSelect", IsMultiSelect);
        json.PutList("choices", Choices, static (choice, json) => choice.Write(json));
        json.Put("wrap", Wrap);
        json.Put("placeholder", Placeholder);
    }
}
