using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A field to fill in; its value comes back with the press of a button under its id.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    /// <summary>Whether the client refuses a press until the field is filled in; it needs a label then.</summary>
    public bool IsRequired { get; set; }

    public string Label { get; set; }

    /// <summary>What the client shows when it refuses the value.</summary>
    public string ErrorMessage { get; set; }

    private protected override void WriteProperties(JsonWriter json)
    {
        json.Put("label", Label);
        json.Put("isRequired", IsRequired);
        json.Put("errorMessage", ErrorMessage);
        base.WriteProperties(json);
    }
}
