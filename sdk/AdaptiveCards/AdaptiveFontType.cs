namespace AdaptiveCards;

/// <summary>The kind of letters.</summary>
public enum AdaptiveFontType
{
    Default,
    Monospace,
}
