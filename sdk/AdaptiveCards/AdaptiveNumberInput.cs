using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A field for a number.</summary>
/// <remarks>https://adaptivecards.io/explorer/Input.Number.html</remarks>
public class AdaptiveNumberInput : AdaptiveInput
{
    public const string TypeName = "Input.Number";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    /// <summary>NaN for an empty field.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>NaN for no lower bound.</summary>
    public double Min { get; set; } = double.NaN;

    /// <summary>NaN for no upper bound.</summary>
    public double Max { get; set; } = double.NaN;

    private protected override void WriteProperties(JsonWriter json)
    {
        base.WriteProperties(json);
        json.Put("placeholder", Placeholder);
        json.Put("value", Value);
        json.Put("min", Min);
        json.Put("max", Max);
    }
}
