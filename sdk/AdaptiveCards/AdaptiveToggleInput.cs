using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A box to tick.</summary>
/// <remarks>https://adaptivecards.io/explorer/Input.Toggle.html</remarks>
public class AdaptiveToggleInput : AdaptiveInput
{
    public const string TypeName = "Input.Toggle";

    public override string Type { get; set; } = TypeName;

    /// <summary>The words beside the box.</summary>
    public string Title { get; set; }

    /// <summary>What comes back when it is ticked.</summary>
    public string ValueOn { get; set; } = "true";

    /// <summary>What comes back when it is not.</summary>
    public string ValueOff { get; set; } = "false";

    public bool Wrap { get; set; }

    public string Value { get; set; }

    private protected override void WriteProperties(JsonWriter json)
    {
        base.WriteProperties(json);
        json.PutRequired("title", Title);
        json.Put("valueOn", ValueOn);
        json.Put("valueOff", ValueOff);
        json.Put("wrap", Wrap);
        json.Put("value", Value);
    }
}
