namespace AdaptiveCards;

/// <summary>The background of a group.</summary>
public enum AdaptiveContainerStyle
{
    Default,
    Emphasis,
    Good,
    Attention,
    Warning,
    Accent,
}
