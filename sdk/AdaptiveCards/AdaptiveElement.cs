using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>What may stand in the body of a card.</summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    /// <summary>The gap above this element.</summary>
    public AdaptiveSpacing Spacing { get; set; }

    /// <summary>A line above this element.</summary>
    public bool Separator { get; set; }

    public bool IsVisible { get; set; } = true;

    private protected override void WriteProperties(JsonWriter json)
    {
        json.Put("spacing", Spacing);
        json.Put("separator", Separator);
        json.Put("isVisible", IsVisible, unless: true);
    }
}
