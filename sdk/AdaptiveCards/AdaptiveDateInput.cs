using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A field for a date. Dates are <c>yyyy-MM-dd</c>.</summary>
/// <remarks>https://adaptivecards.io/explorer/Input.Date.html</remarks>
public class AdaptiveDateInput : AdaptiveInput
{
    public const string TypeName = "Input.Date";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    public string Value { get; set; }

    public string Min { get; set; }

    public string Max { get; set; }

    private protected override void WriteProperties(JsonWriter json)
    {
        base.WriteProperties(json);
        json.Put("placeholder", Placeholder);
        json.Put("value", Value);
        json.Put("min", Min);
        json.Put("max", Max);
    }
}
