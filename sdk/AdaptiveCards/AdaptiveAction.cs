using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A button.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    public string Title { get; set; }

    /// <summary><c>default</c>, <c>positive</c> or <c>destructive</c>.</summary>
    public string Style { get; set; }

    public bool IsEnabled { get; set; } = true;

    public string Tooltip { get; set; }

    private protected override void WriteProperties(JsonWriter json)
    {
        json.Put("title", Title);
        json.Put("style", Style);
        json.Put("isEnabled", IsEnabled, unless: true);
        json.Put("tooltip", Tooltip);
    }
}
