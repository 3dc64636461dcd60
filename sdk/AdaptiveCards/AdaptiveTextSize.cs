namespace AdaptiveCards;

/// <summary>How large text is.</summary>
public enum AdaptiveTextSize
{
    Default,
    Small,
    Medium,
    Large,
    ExtraLarge,
}
