namespace AdaptiveCards;

/// <summary>How large a gap is.</summary>
public enum AdaptiveSpacing
{
    Default,
    None,
    Small,
    Medium,
    Large,
    ExtraLarge,
    Padding,
}
