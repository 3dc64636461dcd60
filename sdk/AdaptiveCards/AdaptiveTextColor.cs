namespace AdaptiveCards;

/// <summary>The colour of text, by its meaning.</summary>
public enum AdaptiveTextColor
{
    Default,
    Dark,
    Light,
    Accent,
    Good,
    Warning,
    Attention,
}
